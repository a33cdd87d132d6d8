package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Keeps the history of the cycle, invites to the survey that is due and plans the next
 * cycle. Used in step 9.
 */
@Component
class CloseCareCycleDelegate implements JavaDelegate {

	private final CareCycleWork work;

	CloseCareCycleDelegate(CareCycleWork work) {
		this.work = work;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.work.close(execution);
	}

}
