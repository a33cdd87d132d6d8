package vn.careflow.contact;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A contact that no case planned took place.
 *
 * @param contactId the contact
 * @param customerId whom it was with
 * @param channel how
 * @param outcome what came of it
 * @param agentId who made it
 * @param note what they wrote down
 * @param at when
 */
public record ContactMade(UUID contactId, UUID customerId, ContactChannel channel, ContactOutcome outcome,
		String agentId, @Nullable String note, Instant at) {
}
