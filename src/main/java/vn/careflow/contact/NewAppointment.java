package vn.careflow.contact;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An appointment that somebody would like to have.
 *
 * @param id its id to be; the same id gives back the one that is there
 * @param customerId with whom
 * @param agentId who of us
 * @param kind the code of its kind
 * @param purpose what it is for
 * @param startsAt when it begins, on five minutes
 * @param place where, in words; null where the kind says it
 * @param note what it is about
 * @param bookedBy who makes it
 */
public record NewAppointment(UUID id, UUID customerId, String agentId, String kind, ContactPurpose purpose,
		Instant startsAt, @Nullable String place, @Nullable String note, String bookedBy) {
}
