package vn.careflow.process;

import java.util.Date;

/**
 * The words that the model {@code contact-customer} and the code agree on.
 */
final class ContactCustomerProcess {

	static final String KEY = "contact-customer";

	static final String TASK_CARRY_OUT_CONTACT = "Task_CarryOutContact";

	static final String EVENT_SLOT_REACHED = "Event_SlotReached";

	static final String BOUNDARY_REMINDER_DUE = "BoundaryEvent_ReminderDue";

	static final String BOUNDARY_WINDOW_CLOSED = "BoundaryEvent_WindowClosed";

	/** Nothing permits a planned contact any more. */
	static final String MESSAGE_CONTACT_FORBIDDEN = "contactForbidden";

	static final ProcessVariable<String> PURPOSE = ProcessVariable.of("purpose", String.class);

	static final ProcessVariable<String> CONTACT_REASON = ProcessVariable.of("contactReason", String.class);

	static final ProcessVariable<String> RETRY_AFTER = ProcessVariable.of("retryAfter", String.class);

	static final ProcessVariable<String> CONTACT_ID = ProcessVariable.of("contactId", String.class);

	static final ProcessVariable<Boolean> SLOT_FOUND = ProcessVariable.of("slotFound", Boolean.class);

	static final ProcessVariable<Date> SLOT_AT = ProcessVariable.of("slotAt", Date.class);

	static final ProcessVariable<Date> REMIND_AT = ProcessVariable.of("remindAt", Date.class);

	static final ProcessVariable<Date> CONTACT_DUE_AT = ProcessVariable.of("contactDueAt", Date.class);

	static final ProcessVariable<Long> UNANSWERED_ATTEMPTS = ProcessVariable.of("unansweredAttempts", Long.class);

	static final ProcessVariable<Long> MISSED_ATTEMPTS = ProcessVariable.of("missedAttempts", Long.class);

	static final ProcessVariable<Boolean> CASE_WAITS = ProcessVariable.of("caseWaits", Boolean.class);

	static final ProcessVariable<Boolean> CONTACT_AGAIN = ProcessVariable.of("contactAgain", Boolean.class);

	static final ProcessVariable<Date> CALL_BACK_AT = ProcessVariable.of("callBackAt", Date.class);

	static final ProcessVariable<String> RAISED_REQUEST_KIND = ProcessVariable.of("raisedRequestKind", String.class);

	/** Free text: lives for the transaction only. */
	static final ProcessVariable<String> RAISED_REQUEST_SUBJECT = ProcessVariable.of("raisedRequestSubject",
			String.class);

	/** Free text: lives for the transaction only. */
	static final ProcessVariable<String> CONTACT_NOTE = ProcessVariable.of("contactNote", String.class);

	private ContactCustomerProcess() {
	}

}
