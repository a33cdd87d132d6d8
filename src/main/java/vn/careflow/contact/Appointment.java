package vn.careflow.contact;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An agreement to speak or meet at a time.
 *
 * @param id the appointment
 * @param customerId with whom
 * @param agentId who of us
 * @param kind the code of its kind
 * @param purpose what it is for
 * @param state where it stands
 * @param startsAt when it begins
 * @param endsAt when it ends, exclusive
 * @param busyFrom when the agent leaves for it
 * @param busyTo when the agent is back
 * @param remindAgentAt when the agent is reminded
 * @param remindCustomerAt when the customer is reminded
 * @param heldUntil until when its time is kept unconfirmed, null when it is not held
 * @param sequence how often it was changed since it was made, as calendars count it
 * @param place where, in words; null where the kind says it
 * @param note what it is about
 * @param bookedBy who made it
 * @param bookedAt when it was made
 * @param timedAt when it got the time that it has
 * @param changedAt when it was last changed
 */
public record Appointment(UUID id, UUID customerId, String agentId, String kind, ContactPurpose purpose,
		AppointmentState state, Instant startsAt, Instant endsAt, Instant busyFrom, Instant busyTo,
		Instant remindAgentAt, Instant remindCustomerAt, @Nullable Instant heldUntil, int sequence,
		@Nullable String place, @Nullable String note, String bookedBy, Instant bookedAt, Instant timedAt,
		Instant changedAt) {

	AppointmentTime time() {
		return new AppointmentTime(this.startsAt, this.endsAt, this.busyFrom, this.busyTo);
	}

	/** Whether its time was kept for long enough. */
	boolean hasExpired(Instant now) {
		return this.state == AppointmentState.HELD && this.heldUntil != null && !now.isBefore(this.heldUntil);
	}

	Appointment with(AppointmentState next, Instant now) {
		int number = (next == AppointmentState.CANCELLED) ? this.sequence + 1 : this.sequence;
		return new Appointment(this.id, this.customerId, this.agentId, this.kind, this.purpose, next, this.startsAt,
				this.endsAt, this.busyFrom, this.busyTo, this.remindAgentAt, this.remindCustomerAt, null, number,
				this.place, this.note, this.bookedBy, this.bookedAt, this.timedAt, now);
	}

	Appointment confirmed(Instant now) {
		return with(AppointmentState.CONFIRMED, now);
	}

	Appointment moved(String agent, AppointmentTime time, Reminders reminders, Instant now) {
		return new Appointment(this.id, this.customerId, agent, this.kind, this.purpose, this.state, time.start(),
				time.end(), time.busyFrom(), time.busyTo(), reminders.agentAt(), reminders.customerAt(), this.heldUntil,
				this.sequence + 1, this.place, this.note, this.bookedBy, this.bookedAt, now, now);
	}

	Appointment reminded(Reminders reminders) {
		return new Appointment(this.id, this.customerId, this.agentId, this.kind, this.purpose, this.state,
				this.startsAt, this.endsAt, this.busyFrom, this.busyTo, reminders.agentAt(), reminders.customerAt(),
				this.heldUntil, this.sequence, this.place, this.note, this.bookedBy, this.bookedAt, this.timedAt,
				this.changedAt);
	}

	/**
	 * When people are reminded.
	 */
	record Reminders(Instant agentAt, Instant customerAt) {
	}

}
