package vn.careflow.contact;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A question for free times.
 *
 * @param customerId with whom
 * @param kind the code of the kind
 * @param purpose what it is for
 * @param agentId who of us; null for anybody of the team
 * @param teamId the team whose people may have it; null for everybody
 * @param from no time begins before this, nor before the present
 * @param until no time ends after this; null for as far as the house looks ahead
 * @param limit how many times are wanted
 */
public record AppointmentSearch(UUID customerId, String kind, ContactPurpose purpose, @Nullable String agentId,
		@Nullable String teamId, Instant from, @Nullable Instant until, int limit) {

	/** The most free times that one question gets. */
	public static final int MOST = 50;

	public AppointmentSearch {
		limit = Math.max(1, Math.min(limit, MOST));
	}

}
