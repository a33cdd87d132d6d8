package vn.careflow.assignment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who takes a work item, and why.
 *
 * @param id the identity of the decision
 * @param workItemId the work item
 * @param agentId the user id of who takes it, or empty when nobody can
 * @param summary why, as one Vietnamese sentence
 * @param candidates everybody who came into question: the eligible ones first, best first
 * @param decidedAt when it was decided
 * @param decidedBy the user id of who decided by hand, or empty when the rules did
 * @param rulesVersion the version of the rules that were in force, with the version of
 * the ranking
 * @param endedAt when the work item was taken off the person's desk, or empty while it is
 * on it
 * @param from the user id of who had it before, or empty when nobody had
 * @param movedBy the user id of who asked for the change, or empty when nobody did
 * @param movedBecause the reason that this person gave
 */
public record AssignmentDecision(UUID id, UUID workItemId, Optional<String> agentId, String summary,
		List<CandidateReason> candidates, Instant decidedAt, Optional<String> decidedBy, String rulesVersion,
		Optional<Instant> endedAt, Optional<String> from, Optional<String> movedBy, Optional<String> movedBecause) {

	public AssignmentDecision {
		candidates = List.copyOf(candidates);
	}

}
