package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Keeps whether the customer confirmed that the request is solved. Used in «Ghi xác
 * nhận».
 */
@Component
class RecordConfirmationDelegate implements JavaDelegate {

	private final RequestProgress progress;

	RecordConfirmationDelegate(RequestProgress progress) {
		this.progress = progress;
	}

	@Override
	public void execute(DelegateExecution execution) {
		boolean confirmed = RequestHandlingProcess.CONFIRMATION.get(execution).equals("SOLVED");
		this.progress.noteConfirmation(execution, confirmed);
		RequestHandlingProcess.RESOLUTION_CONFIRMED.set(execution, confirmed);
	}

}
