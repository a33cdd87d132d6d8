package vn.careflow.process;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import vn.careflow.contact.Appointment;
import vn.careflow.contact.Appointments;
import vn.careflow.contact.Contact;
import vn.careflow.contact.Contacts;
import vn.careflow.request.Request;
import vn.careflow.request.Requests;
import vn.careflow.servicelevel.ClockState;
import vn.careflow.servicelevel.ServiceClocks;

/**
 * Finds the running cases that somebody is responsible for, and by when each needs
 * somebody.
 */
@Component
class AbsentWork {

	/** What the table calls the priority of work that is no request. */
	private static final String NO_PRIORITY = "NONE";

	/**
	 * The models whose cases have a person responsible, and what the table calls them.
	 */
	private static final Map<String, String> KINDS = Map.of(RequestHandlingProcess.KEY, "REQUEST",
			ContactCustomerProcess.KEY, "CONTACT", PreSaleCareProcess.KEY, "OPPORTUNITY", PostSaleCareProcess.KEY,
			"ORDER", CareManagementProcess.KEY, "CARE_CYCLE", AppointmentProcess.KEY, "APPOINTMENT");

	private final RuntimeService runtime;

	private final TaskService tasks;

	private final Requests requests;

	private final Contacts contacts;

	private final Appointments appointments;

	private final ServiceClocks clocks;

	private final CareTimes times;

	AbsentWork(RuntimeService runtime, TaskService tasks, Requests requests, Contacts contacts,
			Appointments appointments, ServiceClocks clocks, CareTimes times) {
		this.runtime = runtime;
		this.tasks = tasks;
		this.requests = requests;
		this.contacts = contacts;
		this.appointments = appointments;
		this.clocks = clocks;
		this.times = times;
	}

	/** All of it, what is due first first. */
	List<Item> of(String agentId) {
		return KINDS.entrySet()
			.stream()
			.flatMap((kind) -> instances(kind.getKey(), agentId).map((instance) -> item(instance, kind.getValue())))
			.sorted(Comparator.comparing(Item::dueAt, Comparator.nullsLast(Comparator.naturalOrder()))
				.thenComparing(Item::caseId))
			.toList();
	}

	/** Who is responsible for a running case; empty for one that has ended. */
	Optional<Holder> holderOf(UUID caseId) {
		return this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(caseId.toString())
			.processDefinitionKeyIn(KINDS.keySet().toArray(String[]::new))
			.list()
			.stream()
			.findFirst()
			.map((instance) -> new Holder(
					(String) this.runtime.getVariable(instance.getId(), CaseVariables.AGENT_ID.name())));
	}

	private Stream<ProcessInstance> instances(String processKey, String agentId) {
		return this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(processKey)
			.variableValueEquals(CaseVariables.AGENT_ID.name(), agentId)
			.list()
			.stream()
			.filter((instance) -> instance.getBusinessKey() != null);
	}

	private Item item(ProcessInstance instance, String kind) {
		UUID caseId = UUID.fromString(instance.getBusinessKey());
		String priority = this.requests.find(caseId).map(Request::priority).map(Enum::name).orElse(NO_PRIORITY);
		return new Item(caseId, kind, priority, dueAt(instance, kind, caseId).orElse(null));
	}

	/** The first moment by which the case needs somebody who is there. */
	private Optional<Instant> dueAt(ProcessInstance instance, String kind, UUID caseId) {
		Stream<Instant> ofRoom = switch (kind) {
			case "REQUEST" -> this.clocks.openStates(caseId, this.times.now())
				.stream()
				.filter((clock) -> !clock.paused())
				.map(ClockState::dueAt);
			case "CONTACT" -> this.contacts.find(caseId).map(Contact::slotAt).stream();
			case "APPOINTMENT" -> this.appointments.find(caseId).map(Appointment::startsAt).stream();
			default -> Stream.empty();
		};
		Stream<Instant> ofTasks = this.tasks.createTaskQuery()
			.processInstanceId(instance.getId())
			.list()
			.stream()
			.map(Task::getDueDate)
			.filter(Objects::nonNull)
			.map(Date::toInstant);
		return Stream.concat(ofRoom, ofTasks).min(Comparator.naturalOrder());
	}

	/**
	 * A running case.
	 *
	 * @param priority of a request, else {@code NONE}
	 * @param dueAt by when it needs somebody, null when nothing presses
	 */
	record Item(UUID caseId, String kind, String priority, @Nullable Instant dueAt) {
	}

	/**
	 * Who has a running case.
	 *
	 * @param agentId the user id, null while it waits in the team's queue
	 */
	record Holder(@Nullable String agentId) {
	}

}
