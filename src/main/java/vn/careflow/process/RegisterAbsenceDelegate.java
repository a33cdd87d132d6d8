package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Puts the absence on record, unless it is there already. Used in «Ghi nhận vắng mặt».
 */
@Component
class RegisterAbsenceDelegate implements JavaDelegate {

	private final AbsenceIntake intake;

	RegisterAbsenceDelegate(AbsenceIntake intake) {
		this.intake = intake;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.intake.take(execution);
	}

}
