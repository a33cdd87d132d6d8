package vn.careflow.contact;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One attempt to carry out a contact.
 *
 * @param contactId the contact
 * @param at when
 * @param channel how
 * @param outcome what came of it
 * @param agentId who tried, null when nobody did
 * @param note what the agent wrote down
 * @param unanswered how many attempts of the case had gone unanswered by then, itself
 * included
 */
public record ContactAttempt(UUID contactId, Instant at, ContactChannel channel, ContactOutcome outcome,
		@Nullable String agentId, @Nullable String note, int unanswered) {
}
