package vn.careflow.process;

import java.util.Date;

/**
 * The words that the model {@code request-handling} and the code agree on.
 */
final class RequestHandlingProcess {

	static final String KEY = "request-handling";

	static final String TASK_ASSIGN_BY_HAND = "Task_AssignByHand";

	static final String TASK_ANSWER_REQUEST = "Task_AnswerRequest";

	static final String TASK_CONFIRM_RESOLUTION = "Task_ConfirmResolution";

	static final String BOUNDARY_DEADLINE_NEAR = "BoundaryEvent_DeadlineNear";

	static final String BOUNDARY_DEADLINE_PASSED = "BoundaryEvent_DeadlinePassed";

	static final String BOUNDARY_DEADLINE_PASSED_AGAIN = "BoundaryEvent_DeadlinePassedAgain";

	static final String MESSAGE_CUSTOMER_REPLIED = "customerReplied";

	static final String MESSAGE_REQUEST_WITHDRAWN = "requestWithdrawn";

	static final String MESSAGE_REQUEST_REOPENED = "requestReopened";

	/** Somebody can take a request that waited for a person. */
	static final String MESSAGE_AGENT_FOUND = "agentFound";

	static final ProcessVariable<String> REQUEST_KIND = ProcessVariable.of("requestKind", String.class);

	static final ProcessVariable<String> REQUEST_CHANNEL = ProcessVariable.of("requestChannel", String.class);

	static final ProcessVariable<String> IMPACT = ProcessVariable.of("impact", String.class);

	static final ProcessVariable<String> URGENCY = ProcessVariable.of("urgency", String.class);

	static final ProcessVariable<String> PRIORITY = ProcessVariable.of("priority", String.class);

	static final ProcessVariable<String> REQUIRED_SKILL = ProcessVariable.of("requiredSkill", String.class);

	static final ProcessVariable<Boolean> AGENT_FOUND = ProcessVariable.of("agentFound", Boolean.class);

	static final ProcessVariable<Long> TASK_PRIORITY = ProcessVariable.of("taskPriority", Long.class);

	static final ProcessVariable<Date> TASK_DUE_AT = ProcessVariable.of("taskDueAt", Date.class);

	static final ProcessVariable<Date> RESOLUTION_WARN_AT = ProcessVariable.of("resolutionWarnAt", Date.class);

	static final ProcessVariable<Date> RESOLUTION_DUE_AT = ProcessVariable.of("resolutionDueAt", Date.class);

	static final ProcessVariable<Date> RESOLUTION_OVERDUE_AT = ProcessVariable.of("resolutionOverdueAt", Date.class);

	static final ProcessVariable<String> NEXT_STEP = ProcessVariable.of("nextStep", String.class);

	static final ProcessVariable<String> ROOT_CAUSE = ProcessVariable.of("rootCause", String.class);

	static final ProcessVariable<Date> REPLY_DUE_AT = ProcessVariable.of("replyDueAt", Date.class);

	static final ProcessVariable<Date> CONFIRM_DUE_AT = ProcessVariable.of("confirmDueAt", Date.class);

	static final ProcessVariable<String> CONFIRMATION = ProcessVariable.of("confirmation", String.class);

	static final ProcessVariable<Boolean> RESOLUTION_CONFIRMED = ProcessVariable.of("resolutionConfirmed",
			Boolean.class);

	/** Free text: lives for the transaction only. */
	static final ProcessVariable<String> SUBJECT = ProcessVariable.of("subject", String.class);

	/** Free text: lives for the transaction only. */
	static final ProcessVariable<String> DESCRIPTION = ProcessVariable.of("description", String.class);

	/** Free text: lives for the transaction only. */
	static final ProcessVariable<String> ANSWER = ProcessVariable.of("answer", String.class);

	/** Free text: lives for the transaction only. */
	static final ProcessVariable<String> RESOLUTION = ProcessVariable.of("resolution", String.class);

	/** Free text: lives for the transaction only. */
	static final ProcessVariable<String> ASSIGNMENT_REASON = ProcessVariable.of("assignmentReason", String.class);

	/** Free text: lives for the transaction only. */
	static final ProcessVariable<String> CONFIRMATION_NOTE = ProcessVariable.of("confirmationNote", String.class);

	private RequestHandlingProcess() {
	}

}
