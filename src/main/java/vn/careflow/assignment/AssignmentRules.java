package vn.careflow.assignment;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.careflow.assignment.Verdict.Judged;

/**
 * Decides who takes a work item: a pure function of the question, whatever the order of
 * its candidates. Eligible people only ({@link EligibilityPolicy}), the preferred one of
 * them ({@link Preference}).
 */
final class AssignmentRules {

	/**
	 * Kept with each decision; raised when a policy or a preference is added, left out,
	 * changed or moved.
	 */
	static final String VERSION = "1";

	private static final Comparator<Judged> BEST_FIRST = Comparator.comparing(Judged::candidate, Preference.ORDER);

	private AssignmentRules() {
	}

	static Verdict decide(AssignmentQuestion question) {
		List<Judged> judged = question.candidates()
			.stream()
			.map((candidate) -> new Judged(candidate, EligibilityPolicy.refusing(question.item(), candidate)))
			.toList();
		List<Judged> eligible = judged.stream().filter(Judged::eligible).sorted(BEST_FIRST).toList();
		Stream<Judged> refused = judged.stream()
			.filter((one) -> !one.eligible())
			.sorted(Comparator.comparing((one) -> one.candidate().agentId()));
		return new Verdict(Stream.concat(eligible.stream(), refused).toList(), decidedBy(eligible));
	}

	private static @Nullable Preference decidedBy(List<Judged> eligible) {
		return (eligible.size() < 2) ? null
				: Preference.deciding(eligible.get(0).candidate(), eligible.get(1).candidate());
	}

}
