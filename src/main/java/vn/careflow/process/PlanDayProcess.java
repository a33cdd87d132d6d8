package vn.careflow.process;

import java.util.Date;

/**
 * The words that the model {@code plan-day} and the code agree on.
 */
final class PlanDayProcess {

	static final String KEY = "plan-day";

	static final String TASK_REVIEW_PLAN = "Task_ReviewPlan";

	static final String MESSAGE_PLAN_REVIEWED = "planReviewed";

	static final ProcessVariable<Long> PLAN_DAYS = ProcessVariable.of("planDays", Long.class);

	static final ProcessVariable<String> LEAD_ID = ProcessVariable.of("leadId", String.class);

	static final ProcessVariable<Boolean> ANYTHING_TO_PLAN = ProcessVariable.of("anythingToPlan", Boolean.class);

	static final ProcessVariable<Date> PLAN_EXPIRES_AT = ProcessVariable.of("planExpiresAt", Date.class);

	/** How the lead answered: for all items at once or one by one. */
	static final ProcessVariable<String> PLAN_DECISION = ProcessVariable.of("planDecision", String.class);

	/** The rows of the form, as JSON: live for the transaction only. */
	static final ProcessVariable<String> PLAN_ITEMS = ProcessVariable.of("planItems", String.class);

	private PlanDayProcess() {
	}

}
