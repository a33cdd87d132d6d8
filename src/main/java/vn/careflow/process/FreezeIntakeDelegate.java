package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Keeps new work away from the person who leaves, and keeps why they leave. Used in
 * «Ngừng nhận việc mới».
 */
@Component
class FreezeIntakeDelegate implements JavaDelegate {

	private final HandOverWork work;

	FreezeIntakeDelegate(HandOverWork work) {
		this.work = work;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.work.begin(execution);
	}

}
