package vn.careflow.assignment;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Something that one person shall do at a moment: what the rules have to know of it.
 *
 * @param id the identity of the case or contact; it has at most one person at a time
 * @param kind what it is, such as {@code REQUEST} or {@code CONTACT}
 * @param teamId the team whose people may take it
 * @param skill the id of the skill it needs, or null when none
 * @param language the language tag of the customer, such as {@code vi}
 * @param ownerId the user id of who is responsible for the customer, or null
 * @param lastAgentId the user id of who had this case or customer last, or null
 * @param at the moment at which it shall be done
 */
public record WorkItem(UUID id, String kind, String teamId, @Nullable String skill, String language,
		@Nullable String ownerId, @Nullable String lastAgentId, Instant at) {

	public WorkItem {
		if (kind.isBlank() || teamId.isBlank() || language.isBlank()) {
			throw new IllegalArgumentException("Work item without kind, team or language: " + id);
		}
	}

}
