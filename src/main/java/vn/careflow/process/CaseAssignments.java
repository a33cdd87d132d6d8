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
import vn.careflow.assignment.WaitingWork;
import vn.careflow.assignment.WorkItem;
import vn.careflow.customer.CustomerFacts;
import vn.careflow.customer.Customers;
import vn.careflow.request.Request;
import vn.careflow.request.Requests;

/**
 * Asks for the right person for a case and tells the model the answer: {@code agentId}
 * and {@code teamId}.
 * <p>
 * With nobody eligible {@code agentId} is empty and the task waits in the team's queue.
 */
@Component
class CaseAssignments {

	static final String REQUEST = "REQUEST";

	private final AgentAssignment assignment;

	private final WaitingWork waiting;

	private final AssignmentOrders orders;

	private final Customers customers;

	private final Requests requests;

	CaseAssignments(AgentAssignment assignment, WaitingWork waiting, AssignmentOrders orders, Customers customers,
			Requests requests) {
		this.assignment = assignment;
		this.waiting = waiting;
		this.orders = orders;
		this.customers = customers;
		this.requests = requests;
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
		this.waiting.hold(caseId);
		AssignmentDecision decision = this.assignment.assign(item(new CaseOfWork(caseId, kind, teamId, skill,
				CaseKeys.customerId(execution), CaseVariables.AGENT_ID.find(execution).orElse(null), at)));
		CaseVariables.TEAM_ID.set(execution, teamId);
		CaseVariables.AGENT_ID.set(execution, decision.agentId().orElse(null));
		return decision.agentId();
	}

	/** A case as the rules look at it, with what is known of its customer now. */
	WorkItem item(CaseOfWork work) {
		CustomerFacts customer = this.customers.facts(work.customerId());
		String skill = work.skill();
		Request request = REQUEST.equals(work.kind()) ? this.requests.find(work.caseId()).orElse(null) : null;
		WorkItem item = WorkItem.of(work.caseId(), work.kind(), work.teamId(), work.at())
			.needing((skill != null) ? List.of(SkillNeed.of(skill)) : List.of())
			.in(customer.language())
			.about((request != null) ? request.product() : null, customer.group().name())
			.knownTo(customer.ownerId(), work.lastAgentId());
		return this.orders.ordered(item, request);
	}

	/**
	 * What a case says about the work that it is.
	 *
	 * @param caseId the case, which is the work item
	 * @param kind what kind of work it is, such as {@code CONTACT}
	 * @param teamId the team whose members may take it
	 * @param skill the skill it needs, null for none
	 * @param customerId for whom
	 * @param lastAgentId who had it last, null when nobody had
	 * @param at when the work is to be done
	 */
	record CaseOfWork(UUID caseId, String kind, String teamId, @Nullable String skill, UUID customerId,
			@Nullable String lastAgentId, Instant at) {
	}

}
