package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Takes the request up again after the customer replied, or did not in time. Used in
 * «Tiếp tục xử lý».
 */
@Component
class ResumeWorkDelegate implements JavaDelegate {

	private final RequestProgress progress;

	ResumeWorkDelegate(RequestProgress progress) {
		this.progress = progress;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.progress.resume(execution);
	}

}
