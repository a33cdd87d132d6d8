package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Does what the team lead decided about an overdue case. Used in «Thực hiện quyết định».
 */
@Component
class ApplyLeadDecisionDelegate implements JavaDelegate {

	private final CaseHandover handover;

	ApplyLeadDecisionDelegate(CaseHandover handover) {
		this.handover = handover;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.handover.apply(CaseKeys.caseId(execution), EscalationProcess.LEAD_DECISION.get(execution),
				CaseVariables.NEW_AGENT_ID.find(execution).orElse(null),
				EscalationProcess.DECISION_NOTE.find(execution).orElse(""));
	}

}
