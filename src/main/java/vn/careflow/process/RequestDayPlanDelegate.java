package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Puts on record which team's days are to be planned, and who reviews the plan. Used in
 * «Ghi nhận yêu cầu».
 */
@Component
class RequestDayPlanDelegate implements JavaDelegate {

	private final DayPlanning planning;

	RequestDayPlanDelegate(DayPlanning planning) {
		this.planning = planning;
	}

	@Override
	public void execute(DelegateExecution execution) {
		PlanDayProcess.LEAD_ID.set(execution, this.planning.request(execution).orElse(null));
	}

}
