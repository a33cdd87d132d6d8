package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Hands over one batch. Used in «Chuyển giao từng đợt».
 */
@Component
class CarryOutHandOverDelegate implements JavaDelegate {

	private final HandOverWork work;

	CarryOutHandOverDelegate(HandOverWork work) {
		this.work = work;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.work.carryOut(execution);
	}

}
