package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import vn.careflow.planning.DayPlans;

/**
 * Closes a plan that nobody reviewed in time. Used in «Đóng kế hoạch quá hạn».
 */
@Component
class ExpireDayPlanDelegate implements JavaDelegate {

	private final DayPlans plans;

	ExpireDayPlanDelegate(DayPlans plans) {
		this.plans = plans;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.plans.expire(CaseKeys.caseId(execution));
	}

}
