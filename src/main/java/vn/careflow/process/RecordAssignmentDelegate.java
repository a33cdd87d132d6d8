package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Gives the request to the person whom the team lead chose. Used in «Ghi nhận phân công».
 */
@Component
class RecordAssignmentDelegate implements JavaDelegate {

	private final CaseHands hands;

	RecordAssignmentDelegate(CaseHands hands) {
		this.hands = hands;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String agentId = CaseVariables.NEW_AGENT_ID.get(execution);
		this.hands.giveByForm(CaseKeys.caseId(execution), agentId,
				RequestHandlingProcess.ASSIGNMENT_REASON.get(execution), CaseKeys.actor());
		CaseVariables.AGENT_ID.set(execution, agentId);
	}

}
