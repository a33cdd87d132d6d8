package vn.careflow.console;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import vn.careflow.assignment.AgentAssignment;
import vn.careflow.assignment.AssignmentDecision;
import vn.careflow.console.Colleagues.Colleague;
import vn.careflow.console.TaskAssignmentView.Hand;
import vn.careflow.process.OpenTask;

/**
 * Puts together what a person reads about the assignment of a task.
 */
@Component
class TaskAssignments {

	private final AgentAssignment assignment;

	private final WhyYou whyYou;

	private final Colleagues colleagues;

	private final Clock clock;

	TaskAssignments(AgentAssignment assignment, WhyYou whyYou, Colleagues colleagues, Clock clock) {
		this.assignment = assignment;
		this.whyYou = whyYou;
		this.colleagues = colleagues;
		this.clock = clock;
	}

	TaskAssignmentView of(OpenTask open, String me, Rights rights) {
		List<AssignmentDecision> decisions = open.task().caseUuid().map(this.assignment::historyOf).orElse(List.of());
		List<Hand> history = decisions.stream().map(this::hand).toList();
		Optional<Hand> latest = history.stream().findFirst();
		Optional<AssignmentDecision> considered = rights.seesCandidates() ? considered(decisions) : Optional.empty();
		String decidedBy = decisions.stream().findFirst().flatMap(AssignmentDecision::decidedBy).orElse(null);
		boolean mine = open.ofAgent() && open.isWith(me);
		boolean reassignable = open.movable() && rights.mayReassign();
		return new TaskAssignmentView(open.task().caseUuid().orElse(null), open.task().assignee(),
				name(open.task().assignee()), this.whyYou.about(open.task()), latest.map(Hand::at).orElse(null),
				decidedBy, name(decidedBy),
				decisions.stream().findFirst().map(AssignmentDecision::rulesVersion).orElse(null),
				!open.movable() && !history.isEmpty(), history, mine, mine, reassignable,
				(mine || reassignable) ? others(open) : List.of(),
				considered.map((decision) -> moment(decision.decidedAt())).orElse(null),
				considered.map(AssignmentDecision::candidates).orElse(null));
	}

	/**
	 * Who names somebody by hand looks at this person only: what the rules saw counts.
	 */
	private static Optional<AssignmentDecision> considered(List<AssignmentDecision> decisions) {
		return decisions.stream()
			.filter((decision) -> decision.decidedBy().isEmpty())
			.findFirst()
			.or(() -> decisions.stream().findFirst());
	}

	private List<Colleague> others(OpenTask open) {
		return this.colleagues.of(open.teamId().orElse(null))
			.stream()
			.filter((colleague) -> !open.isWith(colleague.id()))
			.toList();
	}

	private Hand hand(AssignmentDecision decision) {
		String from = decision.from().orElse(null);
		String to = decision.agentId().orElse(null);
		String by = decision.decidedBy().or(decision::movedBy).orElse(null);
		return new Hand(from, name(from), to, name(to), decision.summary(), by, name(by), moment(decision.decidedAt()));
	}

	private @Nullable String name(@Nullable String userId) {
		return (userId != null) ? this.whyYou.nameOf(userId) : null;
	}

	private OffsetDateTime moment(Instant at) {
		return at.atZone(this.clock.getZone()).toOffsetDateTime();
	}

}
