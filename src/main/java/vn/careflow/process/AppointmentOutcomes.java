package vn.careflow.process;

import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.careflow.contact.AppointmentAnswer;
import vn.careflow.contact.Appointments;

/**
 * Keeps what an agent says about an appointment in Tasklist.
 */
@Service
class AppointmentOutcomes {

	private final Appointments appointments;

	private final AppointmentBooking booking;

	AppointmentOutcomes(Appointments appointments, AppointmentBooking booking) {
		this.appointments = appointments;
		this.booking = booking;
	}

	/**
	 * Records the outcome.
	 * @return whether the appointment goes on, at another time
	 * @throws FormRejected when it cannot be so, with the reason
	 */
	@Transactional
	public boolean record(DelegateExecution execution) {
		UUID id = CaseKeys.caseId(execution);
		String outcome = AppointmentProcess.APPOINTMENT_OUTCOME.get(execution);
		if ("MOVED".equals(outcome)) {
			this.booking.move(execution, AppointmentProcess.MOVED_TO.get(execution));
			return true;
		}
		String note = AppointmentProcess.APPOINTMENT_NOTE.find(execution).orElse(null);
		AppointmentAnswer answer = switch (outcome) {
			case "DONE" -> this.appointments.complete(id, note, CaseKeys.actor());
			case "NO_SHOW" -> this.appointments.missed(id, note, CaseKeys.actor());
			default -> this.appointments.cancel(id, AppointmentProcess.CANCEL_REASON.get(execution), CaseKeys.actor());
		};
		this.booking.agreed(answer, AppointmentProcess.APPOINTMENT_OUTCOME.name());
		return false;
	}

}
