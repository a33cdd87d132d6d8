package vn.careflow.helpdesk;

import java.time.LocalDateTime;

/**
 * One line of the help desk's log: somebody finished a step of a case.
 *
 * @param caseId the case
 * @param activity what was done
 * @param resource who did it
 * @param at when it was done, in the help desk's own time
 * @param customer whose case it is
 * @param product what it is about
 * @param seriousness how serious the help desk took it
 */
record HelpDeskEvent(String caseId, String activity, String resource, LocalDateTime at, String customer, String product,
		String seriousness) {

	/** What the step means to the case. */
	Step step() {
		return switch (this.activity) {
			case "Wait", "Require upgrade", "Create SW anomaly", "Schedule intervention" -> Step.WAIT;
			case "Resolve ticket", "Resolve SW anomaly", "RESOLVED", "VERIFIED", "INVALID", "DUPLICATE" -> Step.RESOLVE;
			case "Closed" -> Step.CLOSE;
			default -> Step.TAKE_UP;
		};
	}

	/** What a step of the log does to a case. */
	enum Step {

		/** Somebody takes the case up, for the first time or again. */
		TAKE_UP,

		/** It cannot go on without the customer or somebody else. */
		WAIT,

		/** It is solved. */
		RESOLVE,

		/** It needs nothing more. */
		CLOSE

	}

}
