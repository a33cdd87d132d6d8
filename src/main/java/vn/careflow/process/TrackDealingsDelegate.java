package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Looks at the dealings since the last cycle: is there an opportunity to pursue? Used in
 * step 2.
 */
@Component
class TrackDealingsDelegate implements JavaDelegate {

	private final CareCycleWork work;

	TrackDealingsDelegate(CareCycleWork work) {
		this.work = work;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.work.track(execution);
	}

}
