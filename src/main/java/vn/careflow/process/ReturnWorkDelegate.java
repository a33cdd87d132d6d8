package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Brings work back or leaves it, as the lead decided. Used in «Trả lại hoặc giữ nguyên».
 */
@Component
class ReturnWorkDelegate implements JavaDelegate {

	private final AbsenceReturn returns;

	ReturnWorkDelegate(AbsenceReturn returns) {
		this.returns = returns;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.returns.carryOut(execution);
	}

}
