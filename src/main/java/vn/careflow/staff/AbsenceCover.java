package vn.careflow.staff;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A piece of work that changed hands because somebody was absent.
 *
 * @param absenceId the absence
 * @param no which piece of work of the absence, from 1
 * @param caseId the case
 * @param workKind what kind of work it is, such as {@code REQUEST}
 * @param fromAgentId the user id of who was absent
 * @param toAgentId the user id of who got it, or null when it went to the team's queue
 * @param why the reason, one Vietnamese sentence
 * @param coveredAt when it changed hands
 * @param outcome what became of it on return
 * @param outcomeAgentId the user id of who had it from then on, or null
 */
public record AbsenceCover(UUID absenceId, int no, UUID caseId, String workKind, String fromAgentId,
		@Nullable String toAgentId, String why, Instant coveredAt, Outcome outcome, @Nullable String outcomeAgentId) {

	/**
	 * What became of work on return.
	 */
	public enum Outcome {

		/**
		 * Nobody has decided yet.
		 */
		OPEN,

		/**
		 * It came back to who was absent.
		 */
		RETURNED,

		/**
		 * It stayed with who had it.
		 */
		STAYED,

		/**
		 * The lead gave it to somebody else.
		 */
		GIVEN_ON,

		/**
		 * It was done, or with who was absent already.
		 */
		SETTLED

	}

}
