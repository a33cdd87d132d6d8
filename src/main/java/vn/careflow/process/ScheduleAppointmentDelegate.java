package vn.careflow.process;

import java.util.Date;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import vn.careflow.contact.Appointment;
import vn.careflow.contact.Appointments;

/**
 * Tells the model whose appointment it is, when, and when both sides are reminded. Used
 * in «Đặt giờ nhắc».
 */
@Component
class ScheduleAppointmentDelegate implements JavaDelegate {

	private final Appointments appointments;

	ScheduleAppointmentDelegate(Appointments appointments) {
		this.appointments = appointments;
	}

	@Override
	public void execute(DelegateExecution execution) {
		Appointment appointment = this.appointments.get(CaseKeys.caseId(execution));
		CaseVariables.AGENT_ID.set(execution, appointment.agentId());
		AppointmentProcess.APPOINTMENT_KIND.set(execution, appointment.kind());
		AppointmentProcess.APPOINTMENT_AT.set(execution, Date.from(appointment.startsAt()));
		AppointmentProcess.APPOINTMENT_ENDS_AT.set(execution, Date.from(appointment.endsAt()));
		AppointmentProcess.REMIND_AGENT_AT.set(execution, Date.from(appointment.remindAgentAt()));
		AppointmentProcess.REMIND_CUSTOMER_AT.set(execution, Date.from(appointment.remindCustomerAt()));
	}

}
