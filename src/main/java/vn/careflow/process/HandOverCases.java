package vn.careflow.process;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.careflow.assignment.Responsibility.Held;
import vn.careflow.assignment.Responsibility.Move;
import vn.careflow.assignment.Responsibility.Moved;
import vn.careflow.contact.Appointments;
import vn.careflow.customer.Timeline;
import vn.careflow.customer.TimelineEntry;
import vn.careflow.customer.TimelineKind;
import vn.careflow.staff.Agent;
import vn.careflow.staff.Staff;

/**
 * The running cases that a person is responsible for: the case itself is told, so that
 * its tasks to come know it too, and the customer's timeline says from whom to whom and
 * why. People are told once of the whole hand-over, not of each case.
 */
@Component
class HandOverCases {

	/** Models that are a kind of their own. */
	private static final List<String> OWN_KINDS = List.of(PreSaleCareProcess.KEY, CareManagementProcess.KEY);

	private final PeopleInEngine people;

	private final RuntimeService runtime;

	private final Appointments appointments;

	private final Timeline timeline;

	private final Staff staff;

	private final Clock clock;

	HandOverCases(PeopleInEngine people, RuntimeService runtime, Appointments appointments, Timeline timeline,
			Staff staff, Clock clock) {
		this.people = people;
		this.runtime = runtime;
		this.appointments = appointments;
		this.timeline = timeline;
		this.staff = staff;
		this.clock = clock;
	}

	long countOf(String processKey, String agentId) {
		return this.people.countCases(agentId, List.of(processKey));
	}

	long countOthers(String agentId) {
		return this.people.countCasesExcept(agentId, OWN_KINDS);
	}

	List<Held> heldOf(String processKey, String agentId) {
		return held(
				this.people.cases(agentId).stream().filter((named) -> named.processKey().equals(processKey)).toList());
	}

	List<Held> heldOthers(String agentId) {
		return held(this.people.cases(agentId)
			.stream()
			.filter((named) -> !OWN_KINDS.contains(named.processKey()))
			.toList());
	}

	private static List<Held> held(List<PeopleInEngine.Named> cases) {
		return cases.stream()
			.map((named) -> new Held(named.id() + "/" + named.name(), named.processKey(), named.customerId(), null,
					named.caseId()))
			.toList();
	}

	Moved move(Move move) {
		String[] ref = move.ref().split("/", 2);
		Execution execution = this.runtime.createExecutionQuery().executionId(ref[0]).singleResult();
		if (execution == null || !move.giver().equals(this.runtime.getVariableLocal(ref[0], ref[1]))) {
			return Moved.gone();
		}
		ProcessInstance instance = this.runtime.createProcessInstanceQuery()
			.processInstanceId(execution.getProcessInstanceId())
			.singleResult();
		Optional<UUID> caseId = Optional.ofNullable(instance.getBusinessKey()).map(UUID::fromString);
		if (caseId.isPresent() && waitsForItsAppointment(instance, ref[1], caseId.get(), move.taker())) {
			return Moved.refused("Lịch hẹn chưa chuyển được, hồ sơ chờ lịch hẹn");
		}
		this.runtime.setVariableLocal(ref[0], ref[1], move.taker());
		Object customerId = this.runtime.getVariable(instance.getId(), CaseVariables.CUSTOMER_ID.name());
		if (customerId != null) {
			record(UUID.fromString(customerId.toString()), caseId.orElse(null), move);
		}
		return Moved.done();
	}

	/** An appointment's case goes only where the appointment went. */
	private boolean waitsForItsAppointment(ProcessInstance instance, String variable, UUID caseId, String taker) {
		return CaseVariables.AGENT_ID.name().equals(variable)
				&& instance.getProcessDefinitionId().startsWith(AppointmentProcess.KEY + ":")
				&& this.appointments.find(caseId)
					.filter((appointment) -> appointment.state().isBooked() && !appointment.agentId().equals(taker))
					.isPresent();
	}

	private void record(UUID customerId, @Nullable UUID caseId, Move move) {
		this.timeline.record(TimelineEntry
			.of(customerId, TimelineKind.ASSIGNMENT, this.clock.instant(),
					"Việc chuyển từ %s sang %s".formatted(name(move.giver()), name(move.taker())))
			.withDetail(move.why())
			.about(caseId)
			.by(move.by()));
	}

	private String name(String agentId) {
		return this.staff.find(agentId).map(Agent::name).orElse(agentId);
	}

}
