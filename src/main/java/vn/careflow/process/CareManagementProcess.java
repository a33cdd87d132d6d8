package vn.careflow.process;

import java.util.Date;

/**
 * The words that the model {@code care-management}, the nine steps, and the code agree
 * on.
 */
final class CareManagementProcess {

	static final String KEY = "care-management";

	static final String TASK_ADJUST_PLAN = "Task_AdjustPlan";

	static final String TASK_REVIEW_REQUESTS = "Task_ReviewRequests";

	static final String MESSAGE_CUSTOMER_OPTED_OUT = "customerOptedOut";

	static final ProcessVariable<Boolean> OPPORTUNITY_OPEN = ProcessVariable.of("opportunityOpen", Boolean.class);

	static final ProcessVariable<String> OPPORTUNITY_ID = ProcessVariable.of("opportunityId", String.class);

	static final ProcessVariable<Date> PLAN_DUE_AT = ProcessVariable.of("planDueAt", Date.class);

	static final ProcessVariable<Boolean> CONTACT_WANTED = ProcessVariable.of("contactWanted", Boolean.class);

	static final ProcessVariable<Boolean> REQUEST_OPEN = ProcessVariable.of("requestOpen", Boolean.class);

	static final ProcessVariable<String> SURVEY_KIND = ProcessVariable.of("surveyKind", String.class);

	static final ProcessVariable<String> NEXT_CYCLE_AFTER = ProcessVariable.of("nextCycleAfter", String.class);

	/** Free text: lives for the transaction only. */
	static final ProcessVariable<String> CYCLE_NOTE = ProcessVariable.of("cycleNote", String.class);

	/** Free text: lives for the transaction only. */
	static final ProcessVariable<String> PLAN_NOTE = ProcessVariable.of("planNote", String.class);

	/** Free text: lives for the transaction only. */
	static final ProcessVariable<String> REVIEW_NOTE = ProcessVariable.of("reviewNote", String.class);

	private CareManagementProcess() {
	}

}
