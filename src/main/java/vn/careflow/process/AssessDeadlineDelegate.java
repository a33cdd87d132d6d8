package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Says how the deadline of the case stands. Used in «Xem tình trạng hạn».
 */
@Component
class AssessDeadlineDelegate implements JavaDelegate {

	private final DeadlineAssessment assessment;

	AssessDeadlineDelegate(DeadlineAssessment assessment) {
		this.assessment = assessment;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.assessment.assess(execution);
	}

}
