package vn.careflow.process;

import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import vn.careflow.assignment.AgentAssignment;
import vn.careflow.request.Requests;

/**
 * Gives the request to the person whom the team lead chose. Used in «Ghi nhận phân công».
 */
@Component
class RecordAssignmentDelegate implements JavaDelegate {

	private final AgentAssignment assignment;

	private final Requests requests;

	RecordAssignmentDelegate(AgentAssignment assignment, Requests requests) {
		this.assignment = assignment;
		this.requests = requests;
	}

	@Override
	public void execute(DelegateExecution execution) {
		UUID requestId = CaseKeys.caseId(execution);
		String agentId = CaseVariables.NEW_AGENT_ID.get(execution);
		this.assignment.reassign(requestId, agentId, RequestHandlingProcess.ASSIGNMENT_REASON.get(execution),
				"team-lead");
		this.requests.assignTo(requestId, agentId);
		CaseVariables.AGENT_ID.set(execution, agentId);
	}

}
