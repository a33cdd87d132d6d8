package vn.careflow.assignment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.careflow.assignment.AssignmentTables.Decided;
import vn.careflow.staff.Agent;
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

	private final Clock clock;

	AgentAssignment(Staff staff, AssignmentTables tables, Clock clock) {
		this.staff = staff;
		this.tables = tables;
		this.clock = clock;
	}

	/**
	 * Gives a work item to who may take it and suits it best. A work item that somebody
	 * has already stays with them.
	 * @param item the work item
	 * @return who has it and why, or why nobody can take it
	 */
	@Transactional
	public AssignmentDecision assign(WorkItem item) {
		return this.tables.open(item.id()).map(this::explained).orElseGet(() -> decide(item));
	}

	private AssignmentDecision decide(WorkItem item) {
		Holds holds = new Holds(this.staff::tryHold);
		while (true) {
			Questions questions = questions(item, holds);
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
				&& this.tables.load(chosen.agentId(), dayOf(item.at()), LocalDate.now(this.clock)) == chosen.load();
	}

	private Questions questions(WorkItem item, Holds holds) {
		StaffDirectory directory = this.staff.directory();
		return new Questions(directory, this.tables.loads(dayOf(item.at()), LocalDate.now(this.clock)), holds);
	}

	private AssignmentDecision keep(AssignmentQuestion question, Verdict verdict, StaffDirectory directory) {
		WorkItem item = question.item();
		Optional<String> agentId = verdict.agentId();
		Decided decided = decided(item, agentId.orElse(null), null,
				DecisionSentence.of(question, verdict, (id) -> nameOf(id, directory)),
				DecisionRecord.of(question, verdict));
		if (agentId.isPresent() && !this.tables.insertOpen(decided, agentId.get())) {
			return this.tables.open(item.id()).map(this::explained).orElseGet(() -> decide(item));
		}
		if (agentId.isEmpty()) {
			logger.debug("Nobody can take work item {} of team {}", item.id(), item.teamId());
		}
		this.tables.insert(decided);
		return explained(decided, directory);
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
		Decided latest = this.tables.latest(workItemId)
			.orElseThrow(() -> new NoSuchElementException("No decision about work item " + workItemId));
		Holds holds = new Holds(this.staff::tryHold);
		boolean held = this.staff.find(agentId).isPresent() && holds.insistOn(agentId);
		WorkItem item = notBefore(latest.workItem(), this.clock.instant());
		Questions questions = questions(item, holds);
		Optional<Agent> agent = questions.staff().find(agentId);
		if (agent.isEmpty()) {
			return new Reassignment.Refused("Không có nhân viên với mã " + agentId);
		}
		if (!held) {
			return new Reassignment.Refused(agent.get().name() + " đang được giao việc khác, hãy thử lại");
		}
		return byHand(questions.about(item, agent.get()), new ByHand(agent.get(), why, by), questions.staff());
	}

	private Reassignment byHand(AssignmentQuestion question, ByHand hand, StaffDirectory directory) {
		UUID workItemId = question.item().id();
		Verdict verdict = AssignmentRules.decide(question);
		Optional<String> refusal = hand.refusal(question);
		if (refusal.isPresent()) {
			return new Reassignment.Refused(refusal.get());
		}
		Optional<Decided> before = this.tables.open(workItemId);
		if (before.isPresent() && hand.agent().id().equals(before.get().agentId())) {
			return new Reassignment.Done(explained(before.get(), directory));
		}
		Decided decided = decided(question.item(), hand.agent().id(), hand.by(),
				hand.sentence(before.map(Decided::agentId), verdict, question, directory),
				DecisionRecord.of(question, verdict));
		boolean ended = before.isEmpty() || this.tables.end(workItemId, decided.decidedAt(), "REASSIGNED");
		if (!ended || !this.tables.insertOpen(decided, hand.agent().id())) {
			return new Reassignment.Refused("Việc này vừa được người khác phân công, hãy xem lại");
		}
		this.tables.insert(decided);
		return new Reassignment.Done(explained(decided, directory));
	}

	/**
	 * Who has a work item, or why nobody has it: the latest decision.
	 * @param workItemId the work item
	 * @return the latest decision, or empty when there is none
	 */
	@Transactional(readOnly = true)
	public Optional<AssignmentDecision> decisionFor(UUID workItemId) {
		return this.tables.latest(workItemId).map(this::explained);
	}

	/**
	 * All decisions about a work item, the latest first.
	 * @param workItemId the work item
	 * @return the decisions, none when it was never asked about
	 */
	@Transactional(readOnly = true)
	public List<AssignmentDecision> historyOf(UUID workItemId) {
		StaffDirectory directory = this.staff.directory();
		return this.tables.decisions(workItemId).stream().map((decided) -> explained(decided, directory)).toList();
	}

	private Decided decided(WorkItem item, @Nullable String agentId, @Nullable String by, String summary,
			DecisionRecord record) {
		return new Decided(UUID.randomUUID(), agentId, dayOf(item.at()), this.clock.instant(), by, summary, record,
				null);
	}

	private AssignmentDecision explained(Decided decided) {
		return explained(decided, this.staff.directory());
	}

	private static AssignmentDecision explained(Decided decided, StaffDirectory directory) {
		AssignmentQuestion question = decided.record().question();
		List<CandidateReason> candidates = decided.record()
			.judged()
			.stream()
			.map((judged) -> new CandidateReason(judged.candidate().agentId(),
					nameOf(judged.candidate().agentId(), directory), judged.eligible(),
					judged.candidate().agentId().equals(decided.agentId()), DecisionSentence.reasons(question, judged)))
			.toList();
		return new AssignmentDecision(decided.id(), decided.workItem().id(), Optional.ofNullable(decided.agentId()),
				decided.summary(), candidates, decided.decidedAt(), Optional.ofNullable(decided.decidedBy()),
				decided.record().rules(), Optional.ofNullable(decided.endedAt()));
	}

	private static WorkItem notBefore(WorkItem item, Instant now) {
		return item.at().isBefore(now) ? new WorkItem(item.id(), item.kind(), item.teamId(), item.skill(),
				item.language(), item.ownerId(), item.lastAgentId(), now) : item;
	}

	private LocalDate dayOf(Instant at) {
		return at.atZone(this.clock.getZone()).toLocalDate();
	}

	private static String nameOf(String agentId, StaffDirectory directory) {
		return directory.find(agentId).map(Agent::name).orElse(agentId);
	}

	/**
	 * What a person decided instead of the rules.
	 */
	private record ByHand(Agent agent, String why, String by) {

		private static final Set<EligibilityPolicy> BINDING = EnumSet.of(EligibilityPolicy.EMPLOYED,
				EligibilityPolicy.NOT_ABSENT);

		Optional<String> refusal(AssignmentQuestion question) {
			return BINDING.stream()
				.flatMap((policy) -> policy.refusal(question, question.candidates().get(0)).stream())
				.map((reason) -> this.agent.name() + ": " + reason)
				.findFirst();
		}

		String sentence(Optional<String> from, Verdict verdict, AssignmentQuestion question, StaffDirectory directory) {
			String who = from.map((id) -> "Chuyển từ " + nameOf(id, directory) + " sang ").orElse("Giao cho ")
					+ this.agent.name();
			String against = verdict.judged()
				.stream()
				.filter((judged) -> !judged.eligible())
				.flatMap((judged) -> DecisionSentence.reasons(question, judged).stream())
				.collect(Collectors.joining("; "));
			return who + " theo quyết định của " + nameOf(this.by, directory) + ": " + this.why + "."
					+ (against.isEmpty() ? "" : " Lưu ý: " + against + ".");
		}
	}

}
