package vn.careflow.assignment;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What the rules say to a question.
 *
 * @param judged every candidate: the eligible ones first, the best of them at the front,
 * then the others by user id
 * @param decidedBy what put the best before the next, or null when there were not two
 */
record Verdict(List<Judged> judged, Ranking.@Nullable Step decidedBy) {

	Verdict {
		judged = List.copyOf(judged);
	}

	/**
	 * Who takes the work item, or empty when nobody may.
	 */
	Optional<Candidate> chosen() {
		return eligible().stream().findFirst();
	}

	Optional<String> agentId() {
		return chosen().map(Candidate::agentId);
	}

	List<Candidate> eligible() {
		return this.judged.stream().filter(Judged::eligible).map(Judged::candidate).toList();
	}

	/**
	 * A candidate with the policies that refuse them.
	 */
	record Judged(Candidate candidate, List<EligibilityPolicy> refusedBy) {

		Judged {
			refusedBy = List.copyOf(refusedBy);
		}

		boolean eligible() {
			return this.refusedBy.isEmpty();
		}
	}

}
