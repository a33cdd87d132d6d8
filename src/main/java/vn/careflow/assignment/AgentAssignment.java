package vn.careflow.assignment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

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

	private final Staff staff;

	private final AssignmentTables tables;

	private final RuledAssignment rules;

	private final HandAssignment hand;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	AgentAssignment(Staff staff, AssignmentTables tables, RuledAssignment rules, HandAssignment hand,
			ApplicationEventPublisher events, Clock clock) {
		this.staff = staff;
		this.tables = tables;
		this.rules = rules;
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
		Optional<Decided> known = this.tables.current(item.id());
		WorkItem wanted = known.map((decided) -> item.excludingAlso(decided.workItem().excluded())).orElse(item);
		Optional<Decided> open = known.filter(Decided::isOpen);
		if (open.isEmpty()) {
			return this.rules.decide(wanted, null, Move.NONE);
		}
		if (open.get().workItem().at().equals(item.at())) {
			return open.get().explained(this.staff.directory());
		}
		String holder = endFor(open.get(), "MOVED");
		return this.rules.decide(wanted, Holder.ofMoved(holder), new Move(holder, null, null));
	}

	/**
	 * Tries again for a work item that nobody could take. Nothing is kept when still
	 * nobody can.
	 * @param item the work item as it is now
	 * @return who has it now and why, or empty while nobody can take it
	 */
	@Transactional
	public Optional<AssignmentDecision> tryAgain(WorkItem item) {
		Optional<Decided> known = this.tables.current(item.id());
		Optional<Decided> open = known.filter(Decided::isOpen);
		if (open.isPresent()) {
			return open.map((decided) -> decided.explained(this.staff.directory()));
		}
		return this.rules
			.tryToDecide(known.map((decided) -> item.excludingAlso(decided.workItem().excluded())).orElse(item));
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
		return this.rules.decide(atOnce(open.workItem()).excludingAlso(Set.of(giver)), null, new Move(giver, by, why));
	}

	/**
	 * Decides anew because something about the work item has changed: who has it keeps it
	 * while nothing speaks against them that lasts, such as a missing skill or language.
	 * Being off shift, absent or beyond capacity takes nothing off anybody's desk.
	 * @param changed the work item as it is now
	 * @param why what has changed, for the history, at most 1000 characters
	 * @param by the user id of who changed it
	 * @return who has it now, or why nobody can take it
	 */
	@Transactional
	public AssignmentDecision reconsider(WorkItem changed, String why, String by) {
		Optional<Decided> known = this.tables.current(changed.id());
		WorkItem item = known.map((decided) -> changed.excludingAlso(decided.workItem().excluded())).orElse(changed);
		String holder = known.filter(Decided::isOpen).map((decided) -> endFor(decided, "RECONSIDERED")).orElse(null);
		return this.rules.decide(item, (holder != null) ? Holder.ofReconsidered(holder) : null,
				new Move(holder, by, why));
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
		return this.rules.propose(items, excluded);
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

	/**
	 * Takes a work item off the desk of whoever has it, because it is done or no longer
	 * needed. One that nobody has stays as it is.
	 * @param workItemId the work item
	 * @param at when it was done
	 * @return whether somebody had it
	 */
	@Transactional
	public boolean release(UUID workItemId, Instant at) {
		Optional<DeskWork> done = this.tables.end(workItemId, at, "RELEASED");
		done.ifPresent((work) -> this.events.publishEvent(new WorkReleased(workItemId, work.agentId())));
		return done.isPresent();
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

}
