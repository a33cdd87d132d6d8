package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Keeps what came of an appointment and says whether it was moved. Used in «Ghi kết quả
 * lịch hẹn».
 */
@Component
class RecordAppointmentDelegate implements JavaDelegate {

	private final AppointmentOutcomes outcomes;

	RecordAppointmentDelegate(AppointmentOutcomes outcomes) {
		this.outcomes = outcomes;
	}

	@Override
	public void execute(DelegateExecution execution) {
		AppointmentProcess.APPOINTMENT_MOVED.set(execution, this.outcomes.record(execution));
	}

}
