package vn.careflow.process;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.runtime.ProcessInstance;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.careflow.assignment.AgentAssignment;
import vn.careflow.assignment.AssignmentDecision;
import vn.careflow.customer.CustomerLanguageChanged;
import vn.careflow.request.Priority;
import vn.careflow.request.RequestProductChanged;

/**
 * Lets the rules of assignment look again at running cases when what they depend on has
 * changed. Who has a case keeps it while the rules still allow it, and also when a person
 * decided that they have it: the rules do not overrule a person.
 */
@Component
class CaseRules {

	private final AgentAssignment assignment;

	private final RunningWork work;

	private final CaseHands hands;

	private final Decisions decisions;

	private final HeldTasks held;

	private final TaskService tasks;

	private final RuntimeService runtime;

	CaseRules(AgentAssignment assignment, RunningWork work, CaseHands hands, Decisions decisions, HeldTasks held,
			TaskService tasks, RuntimeService runtime) {
		this.assignment = assignment;
		this.work = work;
		this.hands = hands;
		this.decisions = decisions;
		this.held = held;
		this.tasks = tasks;
		this.runtime = runtime;
	}

	@EventListener
	void on(CustomerLanguageChanged event) {
		this.work.ofCustomer(event.customerId())
			.forEach((caseId) -> lookAgain(caseId, "Khách hàng dùng ngôn ngữ khác"));
	}

	@EventListener
	void on(RequestProductChanged event) {
		lookAgain(event.requestId(), "Yêu cầu về sản phẩm khác");
	}

	/** The priority of a running request is another by now, its case knows it already. */
	void followPriority(ProcessInstance running, UUID requestId, Priority priority) {
		if (isAtWork(running)) {
			return;
		}
		classifyAgain(running, requestId, priority);
		lookAgain(requestId, "Mức ưu tiên thay đổi");
	}

	private void lookAgain(UUID caseId, String why) {
		Optional<AssignmentDecision> latest = this.assignment.decisionFor(caseId);
		boolean ofRules = latest.filter((decision) -> decision.decidedBy().isEmpty() && decision.endedAt().isEmpty())
			.isPresent();
		if (ofRules) {
			this.work.itemOf(caseId).ifPresent((item) -> this.hands.reconsider(item, why, CaseKeys.actor()));
		}
	}

	/** Kind and priority say which team takes it and what they must be able to do. */
	private void classifyAgain(ProcessInstance running, UUID requestId, Priority priority) {
		Object kind = this.runtime.getVariable(running.getId(), RequestHandlingProcess.REQUEST_KIND.name());
		Object before = this.runtime.getVariable(running.getId(), CaseVariables.TEAM_ID.name());
		if (kind == null || before == null) {
			return;
		}
		Map<String, Object> classes = this.decisions.decide("classify-request",
				Map.of(RequestHandlingProcess.REQUEST_KIND.name(), kind, RequestHandlingProcess.PRIORITY.name(),
						priority.name()));
		this.runtime.setVariables(running.getId(), classes);
		Object team = classes.get(CaseVariables.TEAM_ID.name());
		if (!before.equals(team)) {
			this.held.ofAgent(requestId).forEach((task) -> {
				this.tasks.deleteCandidateGroup(task.id(), before.toString());
				this.tasks.addCandidateGroup(task.id(), String.valueOf(team));
			});
		}
	}

	/** A step of the case itself asks the rules on its own. */
	private static boolean isAtWork(ProcessInstance running) {
		BpmnExecutionContext step = Context.getBpmnExecutionContext();
		return step != null && running.getId().equals(step.getExecution().getProcessInstanceId());
	}

}
