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

	/** How the lead answered: for all items at once, or with exceptions. */
	static final ProcessVariable<String> PLAN_DECISION = ProcessVariable.of("planDecision", String.class);

	/** Numbers of the items that stay as they were, with commas between them. */
	static final ProcessVariable<String> KEPT_ITEMS = ProcessVariable.of("keptItems", String.class);

	/** How many items the form takes that the lead wants otherwise. */
	static final int CHANGES = 3;

	private PlanDayProcess() {
	}

	/** Which item the lead wants otherwise. */
	static ProcessVariable<Long> changedItem(int n) {
		return ProcessVariable.of("changedItem" + n, Long.class);
	}

	/** By whom; as proposed where it is empty. */
	static ProcessVariable<String> changedAgentId(int n) {
		return ProcessVariable.of("changedAgentId" + n, String.class);
	}

	/** When; as proposed where it is empty. */
	static ProcessVariable<Date> changedSlotAt(int n) {
		return ProcessVariable.of("changedSlotAt" + n, Date.class);
	}

}
