package vn.careflow.process;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import vn.careflow.contact.Appointment;
import vn.careflow.contact.Appointments;

/**
 * Moves the reminders of appointments, which lie some business time of the agent's
 * calendar before the start. The appointments themselves stay: they were agreed upon.
 */
@Component
@Order(2)
class AppointmentsFollowCalendars implements CalendarFollower {

	private final Appointments appointments;

	private final RuntimeService runtime;

	private final TimedWork work;

	AppointmentsFollowCalendars(Appointments appointments, RuntimeService runtime, TimedWork work) {
		this.appointments = appointments;
		this.runtime = runtime;
		this.work = work;
	}

	@Override
	public List<String> following(Set<String> calendars, @Nullable String after, int atMost) {
		return this.appointments.remindedBy(calendars, (after != null) ? UUID.fromString(after) : null, atMost)
			.stream()
			.map(UUID::toString)
			.toList();
	}

	@Override
	public boolean follow(String id) {
		UUID appointmentId = UUID.fromString(id);
		boolean moved = this.appointments.remindAnew(appointmentId);
		if (moved) {
			move(this.appointments.get(appointmentId));
		}
		return moved;
	}

	private void move(Appointment appointment) {
		Map<String, Date> dates = Map.of(AppointmentProcess.REMIND_AGENT_AT.name(),
				Date.from(appointment.remindAgentAt()), AppointmentProcess.REMIND_CUSTOMER_AT.name(),
				Date.from(appointment.remindCustomerAt()));
		this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(AppointmentProcess.KEY)
			.processInstanceBusinessKey(appointment.id().toString())
			.list()
			.forEach((instance) -> {
				this.work.tell(instance.getId(), dates);
				this.work.moveTimers(instance.getId(), AppointmentProcess.BOUNDARY_AGENT_REMINDER);
				this.work.moveTimers(instance.getId(), AppointmentProcess.BOUNDARY_CUSTOMER_REMINDER);
			});
	}

}
