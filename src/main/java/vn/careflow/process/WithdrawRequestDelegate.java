package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Ends the work on a request that the customer took back. Used in «Ghi nhận rút yêu cầu».
 */
@Component
class WithdrawRequestDelegate implements JavaDelegate {

	private final RequestProgress progress;

	WithdrawRequestDelegate(RequestProgress progress) {
		this.progress = progress;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.progress.withdrawn(execution);
	}

}
