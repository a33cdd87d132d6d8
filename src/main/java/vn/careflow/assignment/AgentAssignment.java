package vn.careflow.assignment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.careflow.staff.Staff;
import vn.careflow.staff.StaffDirectory;

/**
 * Gives work items to people by the rules, and keeps each decision with its reasons.
 *
 * <p>
 * A work item is with one person at most, and the rules take nobody above their capacity,
 * however many threads and nodes assign at once: a person is held until the end of the
 * transaction before something is given to them, and their work is counted again while
 * they are held. Nothing here waits for a lock of the database, except for a second
 * transaction that assigns the very same work item.
 */
@Service
public class AgentAssignment {

	private static final Logger logger = LoggerFactory.getLogger(AgentAssignment.class);

	private final Staff staff;

	private final AssignmentTables tables;

	private final HandAssignment hand;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	AgentAssignment(Staff staff, AssignmentTables tables, HandAssignment hand, ApplicationEventPublisher events,
			Clock clock) {
		this.staff = staff;
		this.tables = tables;
		this.hand = hand;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Gives a work item to who may take it and suits it best. Asking again changes
	 * nothing; asking for another moment decides anew, and who has the work item keeps it
	 * if they can take it at that moment.
	 * @param item the work item
	 * @return who has it and why, or why nobody can take it
	 */
	@Transactional
	public AssignmentDecision assign(WorkItem item) {
		Optional<Decided> open = this.tables.open(item.id());
		if (open.isEmpty()) {
			return decide(item, null, Move.NONE);
		}
		if (open.get().workItem().at().equals(item.at())) {
			return open.get().explained(this.staff.directory());
		}
		String holder = endFor(open.get(), "MOVED");
		return decide(item, holder, new Move(holder, null, null));
	}

	/**
	 * Tries again for a work item that nobody could take. Nothing is kept when still
	 * nobody can.
	 * @param item the work item as it is now
	 * @return who has it now and why, or empty while nobody can take it
	 */
	@Transactional
	public Optional<AssignmentDecision> tryAgain(WorkItem item) {
		Optional<Decided> open = this.tables.open(item.id());
		if (open.isPresent()) {
			return open.map((decided) -> decided.explained(this.staff.directory()));
		}
		Holds holds = new Holds(this.staff::tryHold);
		Decision decision = decision(item, null, holds);
		return decision.verdict().agentId().map((agentId) -> keep(decision, Move.NONE));
	}

	/**
	 * Takes a work item off the desk of who cannot or shall not do it, and decides anew
	 * without this person.
	 * @param workItemId a work item that somebody has
	 * @param why the reason, for the history, at most 1000 characters
	 * @param by the user id of who asks for it
	 * @return who has it now, or why nobody can take it
	 * @throws NoSuchElementException when nobody has the work item
	 */
	@Transactional
	public AssignmentDecision giveBack(UUID workItemId, String why, String by) {
		Decided open = this.tables.open(workItemId)
			.orElseThrow(() -> new NoSuchElementException("Nobody has work item " + workItemId));
		String giver = endFor(open, "GIVEN_BACK");
		Set<String> excluded = new TreeSet<>(open.workItem().excluded());
		excluded.add(giver);
		return decide(atOnce(open.workItem()).excluding(excluded), null, new Move(giver, by, why));
	}

	/**
	 * Decides anew because something about the work item has changed: who has it keeps it
	 * when they still may.
	 * @param changed the work item as it is now
	 * @param why what has changed, for the history, at most 1000 characters
	 * @param by the user id of who changed it
	 * @return who has it now, or why nobody can take it
	 */
	@Transactional
	public AssignmentDecision reconsider(WorkItem changed, String why, String by) {
		Optional<Decided> open = this.tables.open(changed.id());
		String holder = open.map((decided) -> endFor(decided, "RECONSIDERED")).orElse(null);
		Set<String> excluded = new TreeSet<>(changed.excluded());
		this.tables.latest(changed.id()).ifPresent((latest) -> excluded.addAll(latest.workItem().excluded()));
		return decide(changed.excluding(excluded), holder, new Move(holder, by, why));
	}

	/**
	 * Says who would take each of some work items if they were decided now, one after the
	 * other: each proposal counts as load for the next. Writes nothing.
	 * @param items the work items
	 * @param excluded user ids of people who shall not get any
	 * @return a proposal for each, in the same order
	 */
	@Transactional(readOnly = true)
	public List<Proposal> propose(List<WorkItem> items, Set<String> excluded) {
		StaffDirectory directory = this.staff.directory();
		Map<LocalDate, Map<String, Integer>> loads = new HashMap<>();
		Holds nobody = new Holds((id) -> false);
		List<Proposal> proposals = new ArrayList<>();
		for (WorkItem wanted : items) {
			Set<String> without = new TreeSet<>(wanted.excluded());
			without.addAll(excluded);
			WorkItem item = wanted.excluding(without);
			Map<String, Integer> ofDay = loads.computeIfAbsent(dayOf(item),
					(day) -> this.tables.loads(day, LocalDate.now(this.clock)));
			AssignmentQuestion question = new Questions(directory, ofDay, null, nobody).about(item);
			Verdict verdict = AssignmentRules.decide(question);
			verdict.agentId().ifPresent((agentId) -> ofDay.merge(agentId, item.weight(), Integer::sum));
			proposals.add(new Proposal(item.id(), verdict.agentId(),
					DecisionSentence.of(question, verdict, (id) -> Decided.nameOf(id, directory))));
		}
		return proposals;
	}

	/**
	 * The work items on a person's desk, the oldest first.
	 * @param agentId a user id
	 * @return the ids of the work items
	 */
	@Transactional(readOnly = true)
	public List<UUID> openOf(String agentId) {
		return this.tables.openOf(agentId);
	}

	/**
	 * A work item as the rules saw it last.
	 * @param workItemId the work item
	 * @return the work item, or empty when it was never asked about
	 */
	@Transactional(readOnly = true)
	public Optional<WorkItem> find(UUID workItemId) {
		return this.tables.latest(workItemId).map(Decided::workItem);
	}

	private String endFor(Decided open, String because) {
		this.tables.end(open.workItem().id(), this.clock.instant(), because);
		return Objects.requireNonNull(open.agentId());
	}

	/** What was to be done before now is to be done now. */
	private WorkItem atOnce(WorkItem item) {
		Instant now = this.clock.instant();
		return item.at().isBefore(now) ? item.at(now) : item;
	}

	private AssignmentDecision decide(WorkItem item, @Nullable String holder, Move move) {
		Holds holds = new Holds(this.staff::tryHold);
		return keep(decision(item, holder, holds), move);
	}

	/** The rules' answer, with who takes it held until the end of the transaction. */
	private Decision decision(WorkItem item, @Nullable String holder, Holds holds) {
		while (true) {
			Questions questions = questions(item, holder, holds);
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
				&& this.tables.load(chosen.agentId(), dayOf(item), LocalDate.now(this.clock)) == chosen.load();
	}

	private Questions questions(WorkItem item, @Nullable String holder, Holds holds) {
		StaffDirectory directory = this.staff.directory();
		return new Questions(directory, this.tables.loads(dayOf(item), LocalDate.now(this.clock)), holder, holds);
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
		return decided.explained(directory);
	}

	private void tell(Decided decided, Move move) {
		String to = decided.agentId();
		if (move.from() != null && !move.from().equals(to)) {
			this.events.publishEvent(new WorkReleased(decided.workItem().id(), move.from()));
		}
		if (to == null) {
			logger.debug("Nobody can take work item {} of team {}", decided.workItem().id(),
					decided.workItem().teamId());
			this.events.publishEvent(new WorkUnassigned(decided.workItem(), decided.id()));
		}
		else if (!to.equals(move.from())) {
			this.events.publishEvent(new WorkAssigned(decided.workItem().id(), Optional.ofNullable(move.from()), to));
		}
	}

	/**
	 * Takes a work item off the desk of whoever has it, because it is done or no longer
	 * needed. One that nobody has stays as it is.
	 * @param workItemId the work item
	 * @param at when it was done
	 * @return whether somebody had it
	 */
	@Transactional
	public boolean release(UUID workItemId, Instant at) {
		Optional<String> holder = this.tables.holderOf(workItemId);
		boolean had = holder.isPresent() && this.tables.end(workItemId, at, "RELEASED");
		if (had) {
			this.events.publishEvent(new WorkReleased(workItemId, holder.get()));
		}
		return had;
	}

	/**
	 * Gives a work item to a person by hand, whoever had it before. The person may be
	 * beyond their capacity, off shift or without the skill, which the summary then says;
	 * but nobody gets work who has left or is absent.
	 * @param workItemId a work item that the rules have decided about before
	 * @param agentId who shall have it
	 * @param why the reason, for the history, at most 1000 characters
	 * @param by the user id of who decides it
	 * @return the decision, or why the person cannot have it
	 * @throws NoSuchElementException when the work item was never asked about
	 */
	@Transactional
	public Reassignment reassign(UUID workItemId, String agentId, String why, String by) {
		return this.hand.reassign(workItemId, agentId, why, by);
	}

	/**
	 * Tells beforehand what {@link #reassign} would say against a person.
	 * @param workItemId a work item that the rules have decided about before
	 * @param agentId who might have it
	 * @return why the person cannot have it, in Vietnamese; empty when they can
	 * @throws NoSuchElementException when the work item was never asked about
	 */
	@Transactional(readOnly = true)
	public Optional<String> objectionTo(UUID workItemId, String agentId) {
		return this.hand.objectionTo(workItemId, agentId);
	}

	/**
	 * Everything that the rules say against a person who would take a work item, more
	 * than binds a decision by hand.
	 * @param item the work item as it is now
	 * @param agentId who might have it
	 * @return the reasons in Vietnamese, none when the rules find the person eligible
	 */
	@Transactional(readOnly = true)
	public List<String> objectionsTo(WorkItem item, String agentId) {
		return this.hand.objectionsTo(item, agentId);
	}

	/**
	 * Who has a work item, or why nobody has it: the latest decision.
	 * @param workItemId the work item
	 * @return the latest decision, or empty when there is none
	 */
	@Transactional(readOnly = true)
	public Optional<AssignmentDecision> decisionFor(UUID workItemId) {
		return this.tables.latest(workItemId).map((decided) -> decided.explained(this.staff.directory()));
	}

	/**
	 * All decisions about a work item, the latest first.
	 * @param workItemId the work item
	 * @return the decisions, none when it was never asked about
	 */
	@Transactional(readOnly = true)
	public List<AssignmentDecision> historyOf(UUID workItemId) {
		StaffDirectory directory = this.staff.directory();
		return this.tables.decisions(workItemId).stream().map((decided) -> decided.explained(directory)).toList();
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
			return (move.by() == null || move.from() == null || move.why() == null) ? outcome
					: "%s thôi giữ việc này theo yêu cầu của %s: %s. %s".formatted(nameOf(move.from()),
							nameOf(move.by()), move.why(), outcome);
		}

		private String nameOf(String agentId) {
			return Decided.nameOf(agentId, this.directory);
		}

	}

}
