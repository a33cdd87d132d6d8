package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import vn.careflow.planning.DayPlan;
import vn.careflow.planning.DayPlans;
import vn.careflow.planning.DayPlanState;

/**
 * Searches for a good plan, which takes some seconds. Used in «Tìm kế hoạch tốt».
 */
@Component
class ProposeDayPlanDelegate implements JavaDelegate {

	private final DayPlans plans;

	ProposeDayPlanDelegate(DayPlans plans) {
		this.plans = plans;
	}

	@Override
	public void execute(DelegateExecution execution) {
		DayPlan plan = this.plans.propose(CaseKeys.caseId(execution));
		PlanDayProcess.ANYTHING_TO_PLAN.set(execution, plan.state() == DayPlanState.PROPOSED);
		PlanDayProcess.PLAN_EXPIRES_AT.set(execution, CaseKeys.date(plan.expiresAt()));
	}

}
