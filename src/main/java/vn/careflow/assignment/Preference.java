package vn.careflow.assignment;

import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Whom to prefer among those who may take a work item: the first preference that tells
 * two people apart decides. The last tells any two apart.
 */
enum Preference {

	/**
	 * Who is nearer to the customer.
	 */
	AFFINITY(Comparator.comparing(Candidate::affinity)),

	/**
	 * Who masters the needed skill better.
	 */
	SKILL_LEVEL(Comparator.comparing(Candidate::skillLevel).reversed()),

	/**
	 * Whose load is the smaller part of their capacity.
	 */
	RELATIVE_LOAD(Preference::compareRelativeLoad),

	/**
	 * The order of user ids: arbitrary, but always the same.
	 */
	AGENT_ID(Comparator.comparing(Candidate::agentId));

	/**
	 * The best candidate comes first.
	 */
	static final Comparator<Candidate> ORDER = Stream.of(values())
		.map((preference) -> preference.comparator)
		.reduce(Comparator::thenComparing)
		.orElseThrow();

	private final Comparator<Candidate> comparator;

	Preference(Comparator<Candidate> comparator) {
		this.comparator = comparator;
	}

	/**
	 * The preference that puts one candidate before another.
	 */
	static Preference deciding(Candidate best, Candidate next) {
		return Stream.of(values())
			.filter((preference) -> preference.comparator.compare(best, next) != 0)
			.findFirst()
			.orElse(AGENT_ID);
	}

	private static int compareRelativeLoad(Candidate one, Candidate other) {
		return Long.compare((long) one.expectedLoad() * other.capacity(), (long) other.expectedLoad() * one.capacity());
	}

}
