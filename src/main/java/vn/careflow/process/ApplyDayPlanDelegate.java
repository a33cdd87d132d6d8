package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Takes over what the lead decided and moves the contacts. Used in «Thực hiện kế hoạch».
 */
@Component
class ApplyDayPlanDelegate implements JavaDelegate {

	private final DayPlanning planning;

	ApplyDayPlanDelegate(DayPlanning planning) {
		this.planning = planning;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.planning.apply(execution);
	}

}
