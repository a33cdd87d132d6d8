package vn.careflow.assignment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

	private final Clock clock;

	AgentAssignment(Staff staff, AssignmentTables tables, HandAssignment hand, Clock clock) {
		this.staff = staff;
		this.tables = tables;
		this.hand = hand;
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
			return decide(item, null);
		}
		if (open.get().workItem().at().equals(item.at())) {
			return open.get().explained(this.staff.directory());
		}
		this.tables.end(item.id(), this.clock.instant(), "MOVED");
		return decide(item, open.get().agentId());
	}

	private AssignmentDecision decide(WorkItem item, @Nullable String holder) {
		Holds holds = new Holds(this.staff::tryHold);
		while (true) {
			Questions questions = questions(item, holder, holds);
			AssignmentQuestion question = questions.about(item);
			Verdict verdict = AssignmentRules.decide(question);
			if (verdict.chosen().map((chosen) -> isSecured(chosen, questions, item)).orElse(true)) {
				return keep(question, verdict, questions.staff());
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
		return holds.tryFor(chosen.agentId()) && this.staff.directory() == questions.staff()
				&& this.tables.load(chosen.agentId(), dayOf(item), LocalDate.now(this.clock)) == chosen.load();
	}

	private Questions questions(WorkItem item, @Nullable String holder, Holds holds) {
		StaffDirectory directory = this.staff.directory();
		return new Questions(directory, this.tables.loads(dayOf(item), LocalDate.now(this.clock)), holder, holds);
	}

	private AssignmentDecision keep(AssignmentQuestion question, Verdict verdict, StaffDirectory directory) {
		WorkItem item = question.item();
		Optional<String> agentId = verdict.agentId();
		Decided decided = new Decided(UUID.randomUUID(), agentId.orElse(null), dayOf(item), this.clock.instant(), null,
				DecisionSentence.of(question, verdict, (id) -> Decided.nameOf(id, directory)),
				DecisionRecord.of(question, verdict), null);
		if (agentId.isPresent() && !this.tables.insertOpen(decided, agentId.get())) {
			logger.debug("Work item {} was assigned by another transaction", item.id());
			return this.tables.open(item.id())
				.map((open) -> open.explained(directory))
				.orElseGet(() -> decide(item, null));
		}
		if (agentId.isEmpty()) {
			logger.debug("Nobody can take work item {} of team {}", item.id(), item.teamId());
		}
		this.tables.insert(decided);
		return decided.explained(directory);
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
		return this.tables.end(workItemId, at, "RELEASED");
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

}
