package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Concludes the opportunity with one of its five ends. Used in «Ghi kết quả cơ hội».
 */
@Component
class ConcludeOpportunityDelegate implements JavaDelegate {

	private final OpportunityConclusion conclusion;

	ConcludeOpportunityDelegate(OpportunityConclusion conclusion) {
		this.conclusion = conclusion;
	}

	@Override
	public void execute(DelegateExecution execution) {
		PreSaleCareProcess.OPPORTUNITY_OUTCOME.set(execution, this.conclusion.conclude(execution).name());
	}

}
