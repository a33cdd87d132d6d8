package vn.careflow.assignment;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.careflow.assignment.Verdict.Judged;

/**
 * Decides who takes a work item: a pure function of the question, whatever the order of
 * its candidates. Eligible people only ({@link EligibilityPolicy}), the preferred one of
 * them (the work item's {@link Ranking}).
 */
final class AssignmentRules {

	/**
	 * Kept with each decision; raised when a policy or a preference is added, left out or
	 * changed. Version 1 knew one skill, weighed everything the same and ranked as
	 * {@link Ranking#USUAL}: what it decided comes out the same now.
	 */
	static final String VERSION = "2";

	private AssignmentRules() {
	}

	static Verdict decide(AssignmentQuestion question) {
		WorkItem item = question.item();
		List<Judged> judged = question.candidates()
			.stream()
			.map((candidate) -> new Judged(candidate, EligibilityPolicy.refusing(item, candidate)))
			.toList();
		List<Judged> eligible = item.ranking().bestFirst(item, judged.stream().filter(Judged::eligible).toList());
		Stream<Judged> refused = judged.stream()
			.filter((one) -> !one.eligible())
			.sorted(Comparator.comparing((one) -> one.candidate().agentId()));
		return new Verdict(Stream.concat(eligible.stream(), refused).toList(), decidedBy(item, eligible));
	}

	private static Ranking.@Nullable Step decidedBy(WorkItem item, List<Judged> eligible) {
		return (eligible.size() < 2) ? null
				: item.ranking().deciding(item, eligible.get(0).candidate(), eligible.get(1).candidate());
	}

}
