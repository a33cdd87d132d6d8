package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Gives the request to the person whom the team lead chose. Used in «Ghi nhận phân công».
 */
@Component
class RecordAssignmentDelegate implements JavaDelegate {

	private final CaseOwners owners;

	RecordAssignmentDelegate(CaseOwners owners) {
		this.owners = owners;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String agentId = CaseVariables.NEW_AGENT_ID.get(execution);
		this.owners.give(CaseKeys.caseId(execution), agentId, RequestHandlingProcess.ASSIGNMENT_REASON.get(execution),
				CaseKeys.actor());
		CaseVariables.AGENT_ID.set(execution, agentId);
	}

}
