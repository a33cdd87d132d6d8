package vn.careflow.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.careflow.assignment.Verdict.Judged;
import vn.careflow.staff.Agent;
import vn.careflow.staff.StaffDirectory;

/**
 * A decision as kept.
 *
 * @param agentId who has the work item by it, or null for nobody
 * @param workDay the day whose work it is
 * @param decidedBy who decided by hand, or null for the rules
 * @param endedAt when the work item left the person's desk, or null while it is there
 * @param move how it came from the desk before
 */
record Decided(UUID id, @Nullable String agentId, LocalDate workDay, Instant decidedAt, @Nullable String decidedBy,
		String summary, DecisionRecord record, @Nullable Instant endedAt, Move move) {

	/**
	 * Whether somebody has the work item by it now.
	 */
	boolean isOpen() {
		return this.agentId != null && this.endedAt == null;
	}

	WorkItem workItem() {
		return this.record.item().toWorkItem();
	}

	AssignmentDecision explained(StaffDirectory staff) {
		return explained(staff, this.record.question(), this.record.judged());
	}

	/**
	 * The same where question and judgement are at hand and need not be read again.
	 */
	AssignmentDecision explained(StaffDirectory staff, AssignmentQuestion question, List<Judged> judgement) {
		return new AssignmentDecision(this.id, this.record.item().id(), Optional.ofNullable(this.agentId), this.summary,
				judgement.stream().map((judged) -> reason(question, judged, staff)).toList(), this.decidedAt,
				Optional.ofNullable(this.decidedBy), rulesVersion(), Optional.ofNullable(this.endedAt),
				Optional.ofNullable(this.move.from()), Optional.ofNullable(this.move.by()),
				Optional.ofNullable(this.move.why()));
	}

	/**
	 * The rules as people would say it: the version of what is programmed, and that of
	 * what is in tables.
	 */
	String rulesVersion() {
		return "%s (%s)".formatted(this.record.rules(), workItem().ranking().version());
	}

	private CandidateReason reason(AssignmentQuestion question, Judged judged, StaffDirectory staff) {
		String candidateId = judged.candidate().agentId();
		return new CandidateReason(candidateId, nameOf(candidateId, staff), judged.eligible(),
				candidateId.equals(this.agentId), DecisionSentence.reasons(question, judged));
	}

	static String nameOf(String agentId, StaffDirectory staff) {
		return staff.find(agentId).map(Agent::name).orElse(agentId);
	}

}
