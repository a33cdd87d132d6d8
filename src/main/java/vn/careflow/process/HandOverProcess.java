package vn.careflow.process;

import java.util.Date;

/**
 * The words that the model {@code hand-over} and the code agree on.
 */
final class HandOverProcess {

	static final String KEY = "hand-over";

	static final String TASK_REVIEW_HAND_OVER = "Task_ReviewHandOver";

	static final String TASK_CARRY_OUT_HAND_OVER = "Task_CarryOutHandOver";

	static final String EVENT_LAST_DAY_OVER = "Event_LastDayOver";

	static final String TASK_AWAIT_OBJECTION = "Task_AwaitObjection";

	static final String BOUNDARY_UNDO_EXPIRED = "BoundaryEvent_UndoExpired";

	static final String MESSAGE_HAND_OVER_REVIEWED = "handOverReviewed";

	static final String MESSAGE_HAND_OVER_CALLED_OFF = "handOverCalledOff";

	/** Who leaves. Not {@code agentId}: nobody is responsible for a case by it. */
	static final ProcessVariable<String> LEAVING_AGENT_ID = ProcessVariable.of("leavingAgentId", String.class);

	static final ProcessVariable<Date> LAST_DAY = ProcessVariable.of("lastDay", Date.class);

	/** Free text from the start form: lives for the transaction only. */
	static final ProcessVariable<String> HAND_OVER_REASON = ProcessVariable.of("handOverReason", String.class);

	/** The first moment after the last day. */
	static final ProcessVariable<Date> LAST_DAY_OVER_AT = ProcessVariable.of("lastDayOverAt", Date.class);

	/** How the lead answered the proposals. */
	static final ProcessVariable<String> HAND_OVER_DECISION = ProcessVariable.of("handOverDecision", String.class);

	/** Who gets what nobody was proposed for. */
	static final ProcessVariable<String> REMAINDER_AGENT_ID = ProcessVariable.of("remainderAgentId", String.class);

	static final ProcessVariable<Boolean> CARRY_OUT_WANTED = ProcessVariable.of("carryOutWanted", Boolean.class);

	static final ProcessVariable<Boolean> MORE_TO_HAND_OVER = ProcessVariable.of("moreToHandOver", Boolean.class);

	static final ProcessVariable<Boolean> ANYTHING_LEFT = ProcessVariable.of("anythingLeft", Boolean.class);

	static final ProcessVariable<Date> UNDO_UNTIL = ProcessVariable.of("undoUntil", Date.class);

	/** Whether the lead wants it undone. */
	static final ProcessVariable<String> OBJECTION = ProcessVariable.of("objection", String.class);

	/** Free text from a form: lives for the transaction only. */
	static final ProcessVariable<String> UNDO_REASON = ProcessVariable.of("undoReason", String.class);

	static final ProcessVariable<Boolean> UNDO_WANTED = ProcessVariable.of("undoWanted", Boolean.class);

	static final ProcessVariable<Boolean> MORE_TO_UNDO = ProcessVariable.of("moreToUndo", Boolean.class);

	/** How many exceptions the form takes. */
	static final int EXCEPTIONS = 3;

	private HandOverProcess() {
	}

	/** Numbers and ranges of items that shall go to somebody else. */
	static ProcessVariable<String> exceptItems(int n) {
		return ProcessVariable.of("exceptItems" + n, String.class);
	}

	/** To whom. */
	static ProcessVariable<String> exceptAgentId(int n) {
		return ProcessVariable.of("exceptAgentId" + n, String.class);
	}

}
