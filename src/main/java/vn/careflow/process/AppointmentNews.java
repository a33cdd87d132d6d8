package vn.careflow.process;

import java.util.UUID;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.careflow.contact.AppointmentClosed;
import vn.careflow.contact.AppointmentConfirmed;
import vn.careflow.contact.AppointmentMoved;

/**
 * Hears what happened to appointments outside of their model: starts the case of one that
 * was confirmed, has its timers set anew when it was moved, and ends the case when it was
 * closed. In the same transaction, so that a timer never disagrees with its appointment.
 */
@Component
class AppointmentNews {

	private final RuntimeService runtime;

	private final RunningCases runningCases;

	private final CareMessages messages;

	AppointmentNews(RuntimeService runtime, RunningCases runningCases, CareMessages messages) {
		this.runtime = runtime;
		this.runningCases = runningCases;
		this.messages = messages;
	}

	@EventListener
	void on(AppointmentConfirmed event) {
		UUID id = event.appointmentId();
		if (!this.runningCases.isRunning(AppointmentProcess.KEY, id)) {
			this.runtime.createMessageCorrelation(AppointmentProcess.MESSAGE_APPOINTMENT_CONFIRMED)
				.processInstanceBusinessKey(id.toString())
				.setVariable(CaseVariables.CUSTOMER_ID.name(), event.customerId().toString())
				.setVariable(CaseVariables.TEAM_ID.name(), "service")
				.correlateStartMessage();
		}
	}

	@EventListener
	void on(AppointmentMoved event) {
		this.messages.tellFromOutside(AppointmentProcess.MESSAGE_APPOINTMENT_MOVED, event.appointmentId());
	}

	@EventListener
	void on(AppointmentClosed event) {
		this.messages.tellFromOutside(AppointmentProcess.MESSAGE_APPOINTMENT_CLOSED, event.appointmentId());
	}

}
