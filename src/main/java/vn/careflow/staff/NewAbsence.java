package vn.careflow.staff;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An absence that someone wants to enter; the room may refuse it.
 *
 * @param id the identity it shall have: entering the same id again changes nothing
 * @param agentId the user id of the person who will be away
 * @param from the first moment of the absence
 * @param to the first moment after it
 * @param substituteId the user id of who stands in, or null when nobody does
 * @param reason why, for the lead, at most 500 characters
 */
public record NewAbsence(UUID id, String agentId, Instant from, Instant to, @Nullable String substituteId,
		@Nullable String reason) {

	/** Whether this asks for nothing that is not so already. */
	boolean isAbout(Absence known) {
		return toAbsence().equals(known);
	}

	Absence toAbsence() {
		return new Absence(this.id, this.agentId, this.from, this.to, this.substituteId, this.reason);
	}

}
