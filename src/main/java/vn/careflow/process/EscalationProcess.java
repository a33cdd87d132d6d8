package vn.careflow.process;

/**
 * The words that the model {@code escalation} and the code agree on.
 */
final class EscalationProcess {

	static final String KEY = "escalation";

	static final String TASK_DECIDE_OVERDUE_CASE = "Task_DecideOverdueCase";

	static final ProcessVariable<String> SUBJECT_TYPE = ProcessVariable.of("subjectType", String.class);

	static final ProcessVariable<String> DEADLINE_STATE = ProcessVariable.of("deadlineState", String.class);

	static final ProcessVariable<String> TELL = ProcessVariable.of("tell", String.class);

	static final ProcessVariable<String> CHANGE = ProcessVariable.of("change", String.class);

	static final ProcessVariable<String> LEAD_DECISION = ProcessVariable.of("leadDecision", String.class);

	/** Free text: lives for the transaction only. */
	static final ProcessVariable<String> CASE_REFERENCE = ProcessVariable.of("caseReference", String.class);

	/** Free text: lives for the transaction only. */
	static final ProcessVariable<String> ESCALATION_REASON = ProcessVariable.of("escalationReason", String.class);

	/** Free text: lives for the transaction only. */
	static final ProcessVariable<String> DECISION_NOTE = ProcessVariable.of("decisionNote", String.class);

	private EscalationProcess() {
	}

}
