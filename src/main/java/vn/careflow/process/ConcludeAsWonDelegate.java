package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import vn.careflow.opportunity.Opportunities;
import vn.careflow.opportunity.OpportunityOutcome;

/**
 * Concludes an opportunity whose customer ordered without waiting for us. Used in «Ghi
 * nhận khách tự đặt hàng».
 */
@Component
class ConcludeAsWonDelegate implements JavaDelegate {

	private final OpportunityConclusion conclusion;

	ConcludeAsWonDelegate(OpportunityConclusion conclusion) {
		this.conclusion = conclusion;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.conclusion.wonByOrder(CaseKeys.caseId(execution));
		PreSaleCareProcess.OPPORTUNITY_OUTCOME.set(execution, OpportunityOutcome.WON.name());
	}

}
