package vn.careflow.process;

import java.util.Date;

/**
 * The words that the model {@code cover-absence} and the code agree on.
 */
final class CoverAbsenceProcess {

	static final String KEY = "cover-absence";

	static final String TASK_DECIDE_RETURN = "Task_DecideReturn";

	static final String EVENT_ABSENCE_BEGINS = "Event_AbsenceBegins";

	static final String EVENT_LOOK_AGAIN = "Event_LookAgain";

	static final String MESSAGE_ABSENCE_CANCELLED = "absenceCancelled";

	/** Who is away: not the person responsible for this case, which is the lead. */
	static final ProcessVariable<String> ABSENT_AGENT_ID = ProcessVariable.of("absentAgentId", String.class);

	static final ProcessVariable<Date> ABSENT_FROM = ProcessVariable.of("absentFrom", Date.class);

	static final ProcessVariable<Date> ABSENT_TO = ProcessVariable.of("absentTo", Date.class);

	static final ProcessVariable<String> SUBSTITUTE_ID = ProcessVariable.of("substituteId", String.class);

	static final ProcessVariable<Date> LOOK_AGAIN_AT = ProcessVariable.of("lookAgainAt", Date.class);

	static final ProcessVariable<Boolean> ABSENCE_OVER = ProcessVariable.of("absenceOver", Boolean.class);

	static final ProcessVariable<Boolean> ANYTHING_TO_RETURN = ProcessVariable.of("anythingToReturn", Boolean.class);

	static final ProcessVariable<String> LEAD_ID = ProcessVariable.of("leadId", String.class);

	static final ProcessVariable<Date> RETURN_DUE_AT = ProcessVariable.of("returnDueAt", Date.class);

	/** How the lead answered: for all work at once, or with exceptions. */
	static final ProcessVariable<String> RETURN_DECISION = ProcessVariable.of("returnDecision", String.class);

	/** Numbers of what stays where it is, with commas between them. */
	static final ProcessVariable<String> STAYING_ITEMS = ProcessVariable.of("stayingItems", String.class);

	/** Free text: lives for the transaction only. */
	static final ProcessVariable<String> ABSENCE_REASON = ProcessVariable.of("absenceReason", String.class);

	/** How many pieces of work the form takes that somebody else shall have. */
	static final int OTHERS = 3;

	private CoverAbsenceProcess() {
	}

	/** Which piece of work somebody else shall have. */
	static ProcessVariable<Long> otherItem(int n) {
		return ProcessVariable.of("otherItem" + n, Long.class);
	}

	/** Who that is. */
	static ProcessVariable<String> otherAgentId(int n) {
		return ProcessVariable.of("otherAgentId" + n, String.class);
	}

}
