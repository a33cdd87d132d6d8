package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Takes over what the lead decided about the proposals. Used in «Ghi quyết định».
 */
@Component
class RecordHandOverReviewDelegate implements JavaDelegate {

	private final HandOverWork work;

	RecordHandOverReviewDelegate(HandOverWork work) {
		this.work = work;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.work.review(execution);
	}

}
