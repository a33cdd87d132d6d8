package vn.careflow.process;

import java.util.Optional;
import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import vn.careflow.request.Priority;
import vn.careflow.request.Requests;

/**
 * Finds the person responsible for a request, if there is one. Used in «Phân công nhân
 * viên».
 */
@Component
class AssignAgentDelegate implements JavaDelegate {

	private final CaseAssignments assignments;

	private final Requests requests;

	private final CareTimes times;

	AssignAgentDelegate(CaseAssignments assignments, Requests requests, CareTimes times) {
		this.assignments = assignments;
		this.requests = requests;
		this.times = times;
	}

	@Override
	public void execute(DelegateExecution execution) {
		UUID requestId = CaseKeys.caseId(execution);
		this.requests.prioritise(requestId, Priority.valueOf(RequestHandlingProcess.PRIORITY.get(execution)),
				"request-priority");
		Optional<String> agent = this.assignments.assign(execution, requestId, "REQUEST",
				CaseVariables.TEAM_ID.get(execution),
				RequestHandlingProcess.REQUIRED_SKILL.find(execution).orElse(null), this.times.now());
		RequestHandlingProcess.AGENT_FOUND.set(execution, agent.isPresent());
		agent.ifPresent((id) -> this.requests.assignTo(requestId, id));
	}

}
