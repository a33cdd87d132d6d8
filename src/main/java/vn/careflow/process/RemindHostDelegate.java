package vn.careflow.process;

import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import vn.careflow.contact.Appointments;

/**
 * Reminds the agent of an appointment that is near. Used in «Nhắc nhân viên».
 */
@Component
class RemindHostDelegate implements JavaDelegate {

	private final Appointments appointments;

	private final ResponsiblePeople people;

	RemindHostDelegate(Appointments appointments, ResponsiblePeople people) {
		this.appointments = appointments;
		this.people = people;
	}

	@Override
	public void execute(DelegateExecution execution) {
		UUID id = CaseKeys.caseId(execution);
		if (this.appointments.wantsAgentReminded(id)) {
			this.people.tellAgent(execution, id,
					"appointment-agent@" + AppointmentProcess.APPOINTMENT_AT.get(execution).toInstant());
		}
	}

}
