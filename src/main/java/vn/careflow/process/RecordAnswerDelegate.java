package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Keeps the answer that was given and what follows from it. Used in «Ghi câu trả lời».
 */
@Component
class RecordAnswerDelegate implements JavaDelegate {

	private final RequestProgress progress;

	RecordAnswerDelegate(RequestProgress progress) {
		this.progress = progress;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.progress.recordAnswer(execution);
	}

}
