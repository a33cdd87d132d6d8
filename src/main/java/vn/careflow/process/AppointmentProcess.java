package vn.careflow.process;

import java.util.Date;

/**
 * The words that the model {@code appointment} and the code agree on.
 */
final class AppointmentProcess {

	static final String KEY = "appointment";

	static final String TASK_CHOOSE_SLOT = "Task_ChooseSlot";

	static final String TASK_KEEP_APPOINTMENT = "Task_KeepAppointment";

	static final String EVENT_APPOINTMENT_DUE = "Event_AppointmentDue";

	static final String BOUNDARY_AGENT_REMINDER = "BoundaryEvent_AgentReminderDue";

	static final String BOUNDARY_CUSTOMER_REMINDER = "BoundaryEvent_CustomerReminderDue";

	static final String MESSAGE_APPOINTMENT_CONFIRMED = "appointmentConfirmed";

	static final String MESSAGE_APPOINTMENT_MOVED = "appointmentMoved";

	static final String MESSAGE_APPOINTMENT_CLOSED = "appointmentClosed";

	static final ProcessVariable<String> APPOINTMENT_KIND = ProcessVariable.of("appointmentKind", String.class);

	static final ProcessVariable<String> WANTED_AGENT_ID = ProcessVariable.of("wantedAgentId", String.class);

	/** Who looks for a time with the customer. */
	static final ProcessVariable<String> BOOKED_BY = ProcessVariable.of("bookedBy", String.class);

	static final ProcessVariable<String> BOOKING_DECISION = ProcessVariable.of("bookingDecision", String.class);

	static final ProcessVariable<String> SLOT_CHOICE = ProcessVariable.of("slotChoice", String.class);

	static final ProcessVariable<Boolean> BOOKED = ProcessVariable.of("booked", Boolean.class);

	static final ProcessVariable<Date> APPOINTMENT_AT = ProcessVariable.of("appointmentAt", Date.class);

	static final ProcessVariable<Date> APPOINTMENT_ENDS_AT = ProcessVariable.of("appointmentEndsAt", Date.class);

	static final ProcessVariable<Date> REMIND_AGENT_AT = ProcessVariable.of("remindAgentAt", Date.class);

	static final ProcessVariable<Date> REMIND_CUSTOMER_AT = ProcessVariable.of("remindCustomerAt", Date.class);

	static final ProcessVariable<String> APPOINTMENT_OUTCOME = ProcessVariable.of("appointmentOutcome", String.class);

	static final ProcessVariable<Date> MOVED_TO = ProcessVariable.of("movedTo", Date.class);

	static final ProcessVariable<Boolean> APPOINTMENT_MOVED = ProcessVariable.of("appointmentMoved", Boolean.class);

	/** Free text: lives for the transaction only. */
	static final ProcessVariable<String> APPOINTMENT_PLACE = ProcessVariable.of("appointmentPlace", String.class);

	/** Free text: lives for the transaction only. */
	static final ProcessVariable<String> APPOINTMENT_NOTE = ProcessVariable.of("appointmentNote", String.class);

	/** Free text: lives for the transaction only. */
	static final ProcessVariable<String> CANCEL_REASON = ProcessVariable.of("cancelReason", String.class);

	private AppointmentProcess() {
	}

}
