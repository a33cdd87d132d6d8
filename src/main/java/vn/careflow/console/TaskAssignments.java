package vn.careflow.console;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import vn.careflow.assignment.AgentAssignment;
import vn.careflow.assignment.AssignmentDecision;
import vn.careflow.assignment.CandidateReason;
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
		Optional<AssignmentDecision> latest = decisions.stream().findFirst();
		boolean mine = open.ofAgent() && open.isWith(me);
		boolean reassignable = open.movable() && rights.mayReassign();
		String agentId = open.task().assignee();
		return new TaskAssignmentView(open.task().caseUuid().orElse(null), agentId, name(agentId),
				this.whyYou.about(open.task()), latest.map((decision) -> moment(decision.decidedAt())).orElse(null),
				latest.flatMap(AssignmentDecision::decidedBy).orElse(null),
				latest.flatMap(AssignmentDecision::decidedBy).map(this.whyYou::nameOf).orElse(null),
				latest.map(AssignmentDecision::rulesVersion).orElse(null), hands(decisions), mine, mine, reassignable,
				(mine || reassignable) ? others(open) : List.of(), rights.seesCandidates() ? candidates(latest) : null);
	}

	private List<Colleague> others(OpenTask open) {
		return this.colleagues.of(open.teamId().orElse(null))
			.stream()
			.filter((colleague) -> !open.isWith(colleague.id()))
			.toList();
	}

	private static List<CandidateReason> candidates(Optional<AssignmentDecision> latest) {
		return latest.map(AssignmentDecision::candidates).orElse(List.of());
	}

	/** The latest first, as the decisions are. */
	private List<Hand> hands(List<AssignmentDecision> decisions) {
		List<Hand> hands = new ArrayList<>();
		for (int i = 0; i < decisions.size(); i++) {
			AssignmentDecision decision = decisions.get(i);
			Optional<AssignmentDecision> before = (i + 1 < decisions.size()) ? Optional.of(decisions.get(i + 1))
					: Optional.empty();
			hands.add(hand(decision, before.flatMap(AssignmentDecision::agentId).orElse(null)));
		}
		return hands;
	}

	private Hand hand(AssignmentDecision decision, @Nullable String from) {
		String to = decision.agentId().orElse(null);
		String by = decision.decidedBy().orElse(null);
		return new Hand(from, name(from), to, name(to), decision.summary(), by, name(by), moment(decision.decidedAt()));
	}

	private @Nullable String name(@Nullable String userId) {
		return (userId != null) ? this.whyYou.nameOf(userId) : null;
	}

	private OffsetDateTime moment(Instant at) {
		return at.atZone(this.clock.getZone()).toOffsetDateTime();
	}

}
