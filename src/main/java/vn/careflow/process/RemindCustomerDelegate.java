package vn.careflow.process;

import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import vn.careflow.contact.Appointments;

/**
 * Has the agent remind the customer of an appointment. Used in «Nhắc khách hàng».
 */
@Component
class RemindCustomerDelegate implements JavaDelegate {

	private final Appointments appointments;

	private final ResponsiblePeople people;

	RemindCustomerDelegate(Appointments appointments, ResponsiblePeople people) {
		this.appointments = appointments;
		this.people = people;
	}

	@Override
	public void execute(DelegateExecution execution) {
		UUID id = CaseKeys.caseId(execution);
		if (this.appointments.remindCustomer(id)) {
			this.people.tellAgent(execution, id,
					"appointment-customer@" + AppointmentProcess.APPOINTMENT_AT.get(execution).toInstant());
		}
	}

}
