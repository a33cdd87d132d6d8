package vn.careflow.assignment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import vn.careflow.staff.Staff;
import vn.careflow.staff.StaffDirectory;

/**
 * Carries out what the rules decide: asks them with everybody in view, holds the person
 * whom they choose and makes sure that nothing has changed about the person meanwhile.
 */
@Component
class RuledAssignment {

	private static final Logger logger = LoggerFactory.getLogger(RuledAssignment.class);

	private final Staff staff;

	private final AssignmentTables tables;

	private final AgentLoads loads;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	RuledAssignment(Staff staff, AssignmentTables tables, AgentLoads loads, ApplicationEventPublisher events,
			Clock clock) {
		this.staff = staff;
		this.tables = tables;
		this.loads = loads;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Decides about a work item that nobody has (any more), and keeps the decision
	 * whatever it is.
	 * @param holder who has had it until this moment and may have it again, or null
	 */
	AssignmentDecision decide(WorkItem item, @Nullable Holder holder, Move move) {
		return keep(decision(item, holder), move);
	}

	/**
	 * Decides about a work item that nobody has, and keeps the decision only if somebody
	 * can take it.
	 */
	Optional<AssignmentDecision> tryToDecide(WorkItem item) {
		Decision decision = decision(item, null);
		return decision.verdict().agentId().map((agentId) -> keep(decision, Move.NONE));
	}

	/**
	 * Decides about many work items without doing anything: what is proposed to a person
	 * counts for what comes after. What was to be done before now is to be done as soon
	 * as the team works.
	 */
	List<Proposal> propose(List<WorkItem> items, Set<String> excluded) {
		StaffDirectory directory = this.staff.directory();
		Map<LocalDate, Questions> days = new HashMap<>();
		return items.stream().map((wanted) -> {
			WorkItem item = asSoonAsPossible(wanted, directory).excludingAlso(excluded);
			return propose(item, days.computeIfAbsent(dayOf(item), (day) -> new Questions(directory,
					this.loads.ofAll(day, LocalDate.now(this.clock)), null, new Holds((id) -> false))));
		}).toList();
	}

	private static Proposal propose(WorkItem item, Questions questions) {
		AssignmentQuestion question = questions.about(item);
		Verdict verdict = AssignmentRules.decide(question);
		verdict.agentId().ifPresent((agentId) -> questions.loads().merge(agentId, item.weight(), Integer::sum));
		return new Proposal(item.id(), verdict.agentId(),
				DecisionSentence.of(question, verdict, (id) -> Decided.nameOf(id, questions.staff())));
	}

	private WorkItem asSoonAsPossible(WorkItem item, StaffDirectory directory) {
		Instant now = this.clock.instant();
		return item.at().isAfter(now) ? item : item.at(directory.calendarOf(item.teamId()).nextOpen(now));
	}

	/**
	 * The rules' answer, with who takes it held until the end of the transaction.
	 */
	private Decision decision(WorkItem item, @Nullable Holder holder) {
		Holds holds = new Holds(this.staff::tryHold);
		while (true) {
			Questions questions = new Questions(this.staff.directory(),
					this.loads.ofAll(dayOf(item), LocalDate.now(this.clock)), holder, holds);
			AssignmentQuestion question = questions.about(item);
			Verdict verdict = AssignmentRules.decide(question);
			if (verdict.chosen().map((chosen) -> isSecured(chosen, questions, item)).orElse(true)) {
				return new Decision(question, verdict, questions.staff());
			}
		}
	}

	/**
	 * Holds the person, unless somebody else does, and makes sure that nothing has
	 * happened to them between the question and the hold.
	 */
	private boolean isSecured(Candidate chosen, Questions questions, WorkItem item) {
		Holds holds = questions.holds();
		if (holds.areOurs(chosen.agentId())) {
			return true;
		}
		return holds.tryFor(chosen.agentId(), chosen.load()) && this.staff.directory() == questions.staff()
				&& this.loads.of(chosen.agentId(), dayOf(item), LocalDate.now(this.clock)) == chosen.load();
	}

	private AssignmentDecision keep(Decision decision, Move move) {
		WorkItem item = decision.question().item();
		StaffDirectory directory = decision.directory();
		Optional<String> agentId = decision.verdict().agentId();
		Decided decided = new Decided(UUID.randomUUID(), agentId.orElse(null), dayOf(item), this.clock.instant(), null,
				decision.sentence(move), DecisionRecord.of(decision.question(), decision.verdict()), null, move);
		if (agentId.isPresent() && !this.tables.insertOpen(decided, agentId.get())) {
			logger.debug("Work item {} was assigned by another transaction", item.id());
			return this.tables.open(item.id())
				.map((open) -> open.explained(directory))
				.orElseGet(() -> decide(item, null, move));
		}
		this.tables.insert(decided);
		tell(decided, move);
		return decided.explained(directory, decision.question(), decision.verdict().judged());
	}

	private void tell(Decided decided, Move move) {
		String to = decided.agentId();
		WorkItem item = decided.workItem();
		if (move.from() != null && !move.from().equals(to)) {
			this.events.publishEvent(new WorkReleased(item.id(), move.from()));
		}
		if (to == null) {
			logger.debug("Nobody can take work item {} of team {}", item.id(), item.teamId());
			this.events.publishEvent(new WorkUnassigned(item, decided.id()));
		}
		else if (!to.equals(move.from())) {
			this.events.publishEvent(new WorkAssigned(item.id(), Optional.ofNullable(move.from()), to));
		}
	}

	private LocalDate dayOf(WorkItem item) {
		return item.at().atZone(this.clock.getZone()).toLocalDate();
	}

	/**
	 * What the rules said, with who was asked about.
	 */
	private record Decision(AssignmentQuestion question, Verdict verdict, StaffDirectory directory) {

		String sentence(Move move) {
			String outcome = DecisionSentence.of(this.question, this.verdict, this::nameOf);
			if (move.by() == null || move.from() == null || move.why() == null) {
				return outcome;
			}
			return isKept(move)
					? "Xét lại theo yêu cầu của %s: %s. %s".formatted(nameOf(move.by()), move.why(), outcome)
					: "%s thôi giữ việc này theo yêu cầu của %s: %s. %s".formatted(nameOf(move.from()),
							nameOf(move.by()), move.why(), outcome);
		}

		private boolean isKept(Move move) {
			return this.verdict.agentId().filter((agentId) -> agentId.equals(move.from())).isPresent();
		}

		private String nameOf(String agentId) {
			return Decided.nameOf(agentId, this.directory);
		}

	}

}
