package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Plans the contacts of this cycle by policy and cadence, and who adjusts the plan. Used
 * in step 4.
 */
@Component
class PlanCareDelegate implements JavaDelegate {

	private final CareCycleWork work;

	PlanCareDelegate(CareCycleWork work) {
		this.work = work;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.work.plan(execution);
	}

}
