package vn.careflow.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.careflow.assignment.AgentAssignment;
import vn.careflow.assignment.AssignmentDecision;
import vn.careflow.assignment.SkillNeed;
import vn.careflow.assignment.WorkItem;
import vn.careflow.customer.CustomerFacts;
import vn.careflow.customer.Customers;

/**
 * Asks for the right person for a case and tells the model the answer: {@code agentId}
 * and {@code teamId}.
 * <p>
 * With nobody eligible {@code agentId} is empty and the task waits in the team's queue.
 */
@Component
class CaseAssignments {

	private final AgentAssignment assignment;

	private final Customers customers;

	CaseAssignments(AgentAssignment assignment, Customers customers) {
		this.assignment = assignment;
		this.customers = customers;
	}

	/**
	 * Assigns the case of this execution.
	 * @param caseId the case, which is the work item
	 * @param kind what kind of work it is, such as {@code CONTACT}
	 * @param teamId the team whose members may take it
	 * @param skill the skill it needs, {@code null} for none
	 * @param at when the work is to be done
	 */
	Optional<String> assign(DelegateExecution execution, UUID caseId, String kind, String teamId,
			@Nullable String skill, Instant at) {
		CustomerFacts customer = this.customers.facts(UUID.fromString(CaseVariables.CUSTOMER_ID.get(execution)));
		String last = CaseVariables.AGENT_ID.find(execution).orElse(null);
		AssignmentDecision decision = this.assignment.assign(WorkItem.of(caseId, kind, teamId, at)
			.needing((skill != null) ? List.of(SkillNeed.of(skill)) : List.of())
			.in(customer.language())
			.about(null, customer.group().name())
			.knownTo(customer.ownerId(), last));
		CaseVariables.TEAM_ID.set(execution, teamId);
		CaseVariables.AGENT_ID.set(execution, decision.agentId().orElse(null));
		return decision.agentId();
	}

}
