package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Takes over whether the lead wants it undone. Used in «Ghi ý kiến».
 */
@Component
class RecordObjectionDelegate implements JavaDelegate {

	private final HandOverWork work;

	RecordObjectionDelegate(HandOverWork work) {
		this.work = work;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.work.object(execution);
	}

}
