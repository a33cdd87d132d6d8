package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Marks the request as resolved and stops its clocks. Used in «Đánh dấu đã giải quyết».
 */
@Component
class ResolveRequestDelegate implements JavaDelegate {

	private final RequestProgress progress;

	ResolveRequestDelegate(RequestProgress progress) {
		this.progress = progress;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.progress.resolve(execution);
	}

}
