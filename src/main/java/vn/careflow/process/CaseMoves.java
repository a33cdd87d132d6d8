package vn.careflow.process;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import vn.careflow.contact.Contacts;
import vn.careflow.contact.PlannableContacts;
import vn.careflow.customer.Timeline;
import vn.careflow.customer.TimelineEntry;
import vn.careflow.customer.TimelineKind;
import vn.careflow.request.Requests;
import vn.careflow.staff.Agent;
import vn.careflow.staff.Staff;

/**
 * Makes everything about a case follow when it changes hands: its variables and tasks,
 * the request or contact behind it, the customer's timeline; and tells the people
 * concerned. Clocks and deadlines stay as they are.
 */
@Component
class CaseMoves {

	private final Requests requests;

	private final Contacts contacts;

	private final PlannableContacts plannableContacts;

	private final Timeline timeline;

	private final Staff staff;

	private final ResponsiblePeople people;

	private final HeldTasks held;

	private final CareMessages messages;

	private final TaskService tasks;

	private final RuntimeService runtime;

	private final CareTimes times;

	CaseMoves(Requests requests, Contacts contacts, PlannableContacts plannableContacts, Timeline timeline, Staff staff,
			ResponsiblePeople people, HeldTasks held, CareMessages messages, TaskService tasks, RuntimeService runtime,
			CareTimes times) {
		this.requests = requests;
		this.contacts = contacts;
		this.plannableContacts = plannableContacts;
		this.timeline = timeline;
		this.staff = staff;
		this.people = people;
		this.held = held;
		this.messages = messages;
		this.tasks = tasks;
		this.runtime = runtime;
		this.times = times;
	}

	/**
	 * Carries a change of hands out everywhere but in the assignment itself, and tells
	 * the people concerned.
	 */
	void carryOutAndTell(CaseMove move) {
		carryOut(move);
		this.people.tellOfHands(move, teamOf(instancesOf(move.caseId())));
	}

	/** Carries a change of hands out everywhere but in the assignment itself. */
	void carryOut(CaseMove move) {
		List<ProcessInstance> instances = instancesOf(move.caseId());
		tellRooms(move, teamOf(instances));
		instances.forEach(
				(instance) -> this.runtime.setVariable(instance.getId(), CaseVariables.AGENT_ID.name(), move.to()));
		this.held.ofAgent(move.caseId())
			.stream()
			.filter((task) -> !Objects.equals(task.assignee(), move.to()))
			.forEach((task) -> this.tasks.setAssignee(task.id(), move.to()));
		instances.stream()
			.map((instance) -> text(instance, CaseVariables.CUSTOMER_ID))
			.filter(Objects::nonNull)
			.findFirst()
			.ifPresent((customerId) -> record(move, UUID.fromString(customerId)));
		if (move.to() != null) {
			this.messages.tellFromOutside(RequestHandlingProcess.MESSAGE_AGENT_FOUND, move.caseId());
		}
	}

	private void tellRooms(CaseMove move, String teamId) {
		String to = move.to();
		this.requests.find(move.caseId()).filter((request) -> request.status().isOpen()).ifPresent((request) -> {
			if (to != null) {
				this.requests.assignTo(request.id(), to);
			}
			else {
				this.requests.putBack(request.id());
			}
		});
		this.contacts.find(move.caseId())
			.ifPresent((contact) -> this.plannableContacts.offerTo(contact.id(), teamId, to));
	}

	private void record(CaseMove move, UUID customerId) {
		String summary = (move.to() == null) ? "Việc của %s trở lại hàng đợi của nhóm".formatted(name(move.from()))
				: (move.from() == null) ? "%s nhận việc".formatted(name(move.to()))
						: "Việc chuyển từ %s sang %s".formatted(name(move.from()), name(move.to()));
		this.timeline.record(TimelineEntry.of(customerId, TimelineKind.ASSIGNMENT, this.times.now(), summary)
			.withDetail(move.why())
			.about(move.caseId())
			.by(move.by()));
	}

	private String name(@Nullable String agentId) {
		return (agentId != null) ? this.staff.find(agentId).map(Agent::name).orElse(agentId) : "nhóm";
	}

	private String teamOf(List<ProcessInstance> instances) {
		return instances.stream()
			.map((instance) -> text(instance, CaseVariables.TEAM_ID))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse("service");
	}

	private List<ProcessInstance> instancesOf(UUID caseId) {
		return this.runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseId.toString()).list();
	}

	private @Nullable String text(ProcessInstance instance, ProcessVariable<String> variable) {
		return (String) this.runtime.getVariable(instance.getId(), variable.name());
	}

}
