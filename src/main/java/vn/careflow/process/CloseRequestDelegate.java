package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Closes the request; nothing more is expected. Used in «Đóng yêu cầu».
 */
@Component
class CloseRequestDelegate implements JavaDelegate {

	private final RequestProgress progress;

	CloseRequestDelegate(RequestProgress progress) {
		this.progress = progress;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.progress.close(execution);
	}

}
