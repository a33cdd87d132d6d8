package vn.careflow.assignment;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import vn.careflow.assignment.Verdict.Judged;

/**
 * Whom to prefer among those who may take a work item: the first step that tells two
 * people apart decides; user ids tell any two apart in the end. A step is one preference
 * or several, summed by weight.
 *
 * @param steps the steps, the first one decides first
 * @param version which version of which table they come from, kept with each decision
 */
public record Ranking(List<Step> steps, String version) {

	/** Who is near the customer, then who can do it best, then who has least to do. */
	public static final Ranking USUAL = new Ranking(
			List.of(Step.by(Preference.AFFINITY), Step.by(Preference.SKILL_LEVEL), Step.by(Preference.RELATIVE_LOAD)),
			"usual");

	private static final Pattern WEIGHTED = Pattern.compile("([A-Z_]+)(?:\\s*\\*\\s*([1-9][0-9]{0,2}))?");

	public Ranking {
		steps = List.copyOf(steps);
		Set<Preference> seen = EnumSet.noneOf(Preference.class);
		steps.stream().flatMap((step) -> step.preferences().stream()).forEach((weighted) -> {
			if (!seen.add(weighted.preference())) {
				throw new IllegalArgumentException("Ranking names " + weighted.preference() + " twice");
			}
		});
	}

	/**
	 * Reads a ranking as a designer writes it: steps from the first to the last with
	 * {@code >} between them, preferences of one step with {@code +}, weights with
	 * {@code *}, such as {@code AFFINITY > SKILL_LEVEL*2 + RELATIVE_LOAD}.
	 * @param text the ranking
	 * @param version which version of which table it comes from
	 * @return the ranking
	 * @throws IllegalArgumentException saying what is wrong with the text
	 */
	public static Ranking parse(String text, String version) {
		return new Ranking(Arrays.stream(text.split(">", -1)).map((step) -> step(step, text)).toList(), version);
	}

	private static Step step(String step, String text) {
		return new Step(Arrays.stream(step.split("\\+", -1)).map((part) -> weighted(part.strip(), text)).toList());
	}

	private static Weighted weighted(String part, String text) {
		Matcher matcher = WEIGHTED.matcher(part);
		if (!matcher.matches()
				|| Arrays.stream(Preference.values()).noneMatch((one) -> one.name().equals(matcher.group(1)))) {
			throw new IllegalArgumentException(
					"Not a ranking: «%s» (at «%s»); write for example AFFINITY > SKILL_LEVEL*2 + RELATIVE_LOAD, of %s"
						.formatted(text, part, Arrays.toString(Preference.values())));
		}
		int weight = (matcher.group(2) != null) ? Integer.parseInt(matcher.group(2)) : 1;
		return new Weighted(Preference.valueOf(matcher.group(1)), weight);
	}

	/**
	 * The ranking as {@link #parse} reads it.
	 */
	String text() {
		return this.steps.stream().map(Step::text).collect(Collectors.joining(" > "));
	}

	boolean contains(Preference preference) {
		return this.steps.stream().anyMatch((step) -> step.contains(preference));
	}

	/**
	 * The eligible, the best for the work item first. Who has it keeps it, whatever the
	 * steps say.
	 */
	List<Judged> bestFirst(WorkItem item, List<Judged> eligible) {
		return eligible.stream()
			.map((judged) -> new Scored(judged, scores(item, judged.candidate())))
			.sorted()
			.map(Scored::judged)
			.toList();
	}

	private long[] scores(WorkItem item, Candidate candidate) {
		long[] scores = new long[this.steps.size()];
		for (int i = 0; i < scores.length; i++) {
			scores[i] = this.steps.get(i).score(item, candidate);
		}
		return scores;
	}

	/**
	 * The step that puts one candidate before another; {@link Step#USER_ID} when none
	 * does.
	 */
	Step deciding(WorkItem item, Candidate best, Candidate next) {
		return this.steps.stream()
			.filter((step) -> step.score(item, best) != step.score(item, next))
			.findFirst()
			.orElse(Step.USER_ID);
	}

	/**
	 * One step of a ranking.
	 *
	 * @param preferences what is summed
	 */
	public record Step(List<Weighted> preferences) {

		/** What is left when no step tells two people apart: their user ids do. */
		static final Step USER_ID = new Step(List.of());

		public Step {
			preferences = List.copyOf(preferences);
		}

		static Step by(Preference preference) {
			return new Step(List.of(new Weighted(preference, 1)));
		}

		long score(WorkItem item, Candidate candidate) {
			long score = 0;
			for (Weighted weighted : this.preferences) {
				score += weighted.weight() * weighted.preference().score(item, candidate);
			}
			return score;
		}

		boolean isOnly(Preference preference) {
			return this.preferences.size() == 1 && contains(preference);
		}

		boolean contains(Preference preference) {
			return this.preferences.stream().anyMatch((weighted) -> weighted.preference() == preference);
		}

		private String text() {
			return this.preferences.stream().map(Weighted::text).collect(Collectors.joining(" + "));
		}

	}

	/**
	 * An eligible person with what each step gives them: worked out once, not for each
	 * comparison.
	 */
	private record Scored(Judged judged, long[] scores) implements Comparable<Scored> {

		@Override
		public int compareTo(Scored other) {
			Candidate one = this.judged.candidate();
			Candidate two = other.judged.candidate();
			if (one.affinity().holds() != two.affinity().holds()) {
				return one.affinity().holds() ? -1 : 1;
			}
			int better = Arrays.compare(other.scores, this.scores);
			return (better != 0) ? better : one.agentId().compareTo(two.agentId());
		}

	}

	/**
	 * A preference with its weight among those of its step.
	 *
	 * @param preference the preference
	 * @param weight from 1 to 999
	 */
	public record Weighted(Preference preference, int weight) {

		private String text() {
			return (this.weight == 1) ? this.preference.name()
					: String.format(Locale.ROOT, "%s*%d", this.preference, this.weight);
		}

	}

}
