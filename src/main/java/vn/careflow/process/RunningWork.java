package vn.careflow.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import vn.careflow.assignment.AgentAssignment;
import vn.careflow.assignment.WorkItem;

/**
 * Running cases as the rules of assignment look at them now: with what the case and its
 * customer have become since they were decided about.
 */
@Component
class RunningWork {

	/** Which kind of work a case is, by its model. */
	private static final Map<String, String> KINDS = Map.of(RequestHandlingProcess.KEY, "REQUEST",
			ContactCustomerProcess.KEY, "CONTACT", PreSaleCareProcess.KEY, "ADVICE", PostSaleCareProcess.KEY,
			"POST_SALE", CareManagementProcess.KEY, "CARE_CYCLE");

	private final AgentAssignment assignment;

	private final CaseAssignments assignments;

	private final RuntimeService runtime;

	private final RepositoryService repository;

	private final CareTimes times;

	RunningWork(AgentAssignment assignment, CaseAssignments assignments, RuntimeService runtime,
			RepositoryService repository, CareTimes times) {
		this.assignment = assignment;
		this.assignments = assignments;
		this.runtime = runtime;
		this.repository = repository;
		this.times = times;
	}

	/**
	 * A running case as a work item, not for those who gave it back.
	 * @return empty when no such case runs, or none that the rules give to somebody
	 */
	Optional<WorkItem> itemOf(UUID caseId) {
		Set<String> excluded = new TreeSet<>(
				this.assignment.find(caseId).map(WorkItem::excluded).orElseGet(TreeSet::new));
		return instancesOf(caseId).stream()
			.filter((instance) -> KINDS.containsKey(keyOf(instance)))
			.findFirst()
			.map((instance) -> item(caseId, instance).excluding(excluded));
	}

	/** The running cases of a customer that the rules give to somebody. */
	List<UUID> ofCustomer(UUID customerId) {
		return this.runtime.createProcessInstanceQuery()
			.variableValueEquals(CaseVariables.CUSTOMER_ID.name(), customerId.toString())
			.list()
			.stream()
			.filter((instance) -> instance.getBusinessKey() != null && KINDS.containsKey(keyOf(instance)))
			.map((instance) -> UUID.fromString(instance.getBusinessKey()))
			.distinct()
			.toList();
	}

	private WorkItem item(UUID caseId, ProcessInstance instance) {
		String team = text(instance, CaseVariables.TEAM_ID);
		return this.assignments.item(new CaseAssignments.CaseOfWork(caseId, KINDS.get(keyOf(instance)),
				(team != null) ? team : "service", text(instance, RequestHandlingProcess.REQUIRED_SKILL),
				UUID.fromString(String.valueOf(text(instance, CaseVariables.CUSTOMER_ID))),
				text(instance, CaseVariables.AGENT_ID), doneAt(instance)));
	}

	private List<ProcessInstance> instancesOf(UUID caseId) {
		return this.runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseId.toString()).list();
	}

	private String keyOf(ProcessInstance instance) {
		return this.repository.getProcessDefinition(instance.getProcessDefinitionId()).getKey();
	}

	/** When it is to be done: a contact at its slot, what is overdue now. */
	private Instant doneAt(ProcessInstance instance) {
		Date slot = (Date) this.runtime.getVariable(instance.getId(), ContactCustomerProcess.SLOT_AT.name());
		boolean toCome = slot != null && ContactCustomerProcess.KEY.equals(keyOf(instance))
				&& slot.toInstant().isAfter(this.times.now());
		return toCome ? slot.toInstant() : this.times.now();
	}

	private @Nullable String text(ProcessInstance instance, ProcessVariable<String> variable) {
		return (String) this.runtime.getVariable(instance.getId(), variable.name());
	}

}
