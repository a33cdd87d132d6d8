package vn.careflow.assignment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import vn.careflow.assignment.Reassignment.Done;
import vn.careflow.assignment.Reassignment.Refused;
import vn.careflow.staff.Agent;
import vn.careflow.staff.Staff;
import vn.careflow.staff.StaffDirectory;

/**
 * Carries out what a person decides instead of the rules. Only some of the policies bind
 * a person; what the others would have said is noted.
 */
@Component
class HandAssignment {

	private static final Set<EligibilityPolicy> BINDING = EnumSet.of(EligibilityPolicy.EMPLOYED,
			EligibilityPolicy.NOT_ABSENT);

	private final Staff staff;

	private final AssignmentTables tables;

	private final AgentLoads loads;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	HandAssignment(Staff staff, AssignmentTables tables, AgentLoads loads, ApplicationEventPublisher events,
			Clock clock) {
		this.staff = staff;
		this.tables = tables;
		this.loads = loads;
		this.events = events;
		this.clock = clock;
	}

	Optional<String> objectionTo(UUID workItemId, String agentId) {
		WorkItem item = itemNow(workItemId);
		StaffDirectory directory = this.staff.directory();
		Holds holds = new Holds((id) -> false);
		return directory.find(agentId)
			.map((agent) -> objection(agent, question(item, agent, directory, holds)))
			.orElseGet(() -> Optional.of(unknown(agentId)));
	}

	List<String> objectionsTo(WorkItem item, String agentId) {
		StaffDirectory directory = this.staff.directory();
		Optional<Agent> agent = directory.find(agentId);
		if (agent.isEmpty()) {
			return List.of(unknown(agentId) + ".");
		}
		AssignmentQuestion question = question(item, agent.get(), directory, new Holds((id) -> false));
		return AssignmentRules.decide(question)
			.judged()
			.stream()
			.filter((judged) -> !judged.eligible())
			.flatMap((judged) -> DecisionSentence.reasons(question, judged).stream())
			.map((reason) -> agent.get().name() + ": " + reason + ".")
			.toList();
	}

	Reassignment reassign(UUID workItemId, String agentId, String why, String by) {
		WorkItem item = itemNow(workItemId).including(agentId);
		if (this.staff.find(agentId).isEmpty()) {
			return new Refused(unknown(agentId));
		}
		Holds holds = new Holds(this.staff::tryHold);
		boolean held = holds.insistOn(agentId);
		StaffDirectory directory = this.staff.directory();
		Agent agent = directory.find(agentId).orElseThrow();
		if (!held) {
			return new Refused(agent.name() + " đang được giao việc khác, hãy thử lại");
		}
		AssignmentQuestion question = question(item, agent, directory, holds);
		return objection(agent, question).<Reassignment>map(Refused::new)
			.orElseGet(() -> carryOut(question, new Order(agent, why, by), directory));
	}

	private Reassignment carryOut(AssignmentQuestion question, Order order, StaffDirectory directory) {
		UUID workItemId = question.item().id();
		Optional<Decided> before = this.tables.open(workItemId);
		if (before.isPresent() && order.agent().id().equals(before.get().agentId())) {
			return new Done(before.get().explained(directory));
		}
		Verdict verdict = AssignmentRules.decide(question);
		Instant now = this.clock.instant();
		Decided decided = new Decided(UUID.randomUUID(), order.agent().id(), dayOf(question.item()), now, order.by(),
				order.sentence(before.map(Decided::agentId), against(question, verdict), directory),
				DecisionRecord.of(question, verdict), null,
				new Move(before.map(Decided::agentId).orElse(null), order.by(), order.why()));
		boolean free = before.isEmpty() || this.tables.end(workItemId, now, "REASSIGNED").isPresent();
		if (!free || !this.tables.insertOpen(decided, order.agent().id())) {
			return new Refused("Việc này vừa được người khác phân công, hãy xem lại");
		}
		this.tables.insert(decided);
		before.map(Decided::agentId).ifPresent((from) -> this.events.publishEvent(new WorkReleased(workItemId, from)));
		this.events.publishEvent(new WorkAssigned(workItemId, before.map(Decided::agentId), order.agent().id()));
		return new Done(decided.explained(directory));
	}

	/**
	 * The work item as the rules saw it last, to be done now if it is overdue.
	 */
	private WorkItem itemNow(UUID workItemId) {
		WorkItem item = this.tables.latest(workItemId)
			.orElseThrow(() -> new NoSuchElementException("No decision about work item " + workItemId))
			.workItem();
		Instant now = this.clock.instant();
		return item.at().isBefore(now) ? item.at(now) : item;
	}

	private AssignmentQuestion question(WorkItem item, Agent agent, StaffDirectory directory, Holds holds) {
		int load = this.loads.of(agent.id(), dayOf(item), LocalDate.now(this.clock));
		return new Questions(directory, Map.of(agent.id(), load), null, holds).about(item, agent);
	}

	private LocalDate dayOf(WorkItem item) {
		return item.at().atZone(this.clock.getZone()).toLocalDate();
	}

	private static Optional<String> objection(Agent agent, AssignmentQuestion question) {
		return BINDING.stream()
			.flatMap((policy) -> policy.refusal(question, question.candidates().get(0)).stream())
			.map((reason) -> agent.name() + ": " + reason)
			.findFirst();
	}

	private static String unknown(String agentId) {
		return "Không có nhân viên với mã " + agentId;
	}

	private static String against(AssignmentQuestion question, Verdict verdict) {
		return verdict.judged()
			.stream()
			.filter((judged) -> !judged.eligible())
			.flatMap((judged) -> DecisionSentence.reasons(question, judged).stream())
			.collect(Collectors.joining("; "));
	}

	/**
	 * What a person wants.
	 */
	private record Order(Agent agent, String why, String by) {

		private static final int LONGEST_REASON = 1000;

		Order {
			why = (why.length() <= LONGEST_REASON) ? why : why.substring(0, LONGEST_REASON);
		}

		String sentence(Optional<String> from, String against, StaffDirectory directory) {
			String who = from.map((id) -> "Chuyển từ " + Decided.nameOf(id, directory) + " sang ").orElse("Giao cho ");
			return who + this.agent.name() + " theo quyết định của " + Decided.nameOf(this.by, directory) + ": "
					+ this.why + "." + (against.isEmpty() ? "" : " Lưu ý: " + against + ".");
		}
	}

}
