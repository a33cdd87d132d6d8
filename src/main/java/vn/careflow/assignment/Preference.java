package vn.careflow.assignment;

/**
 * What can speak for one person before another who may take the work item too. Each gives
 * a candidate a score from 0 to {@link #BEST}, in whole numbers, so that a kept decision
 * comes out the same for ever. The names are kept with each decision and used in the
 * table of rankings, so they are never given another meaning.
 */
public enum Preference {

	/**
	 * Who is nearer to the customer.
	 */
	AFFINITY("gần khách hàng nhất") {
		@Override
		long score(WorkItem item, Candidate candidate) {
			long farthest = Affinity.NONE.ordinal();
			return (farthest - candidate.affinity().ordinal()) * BEST / farthest;
		}
	},

	/**
	 * Who masters the needed skills better: the sum of the levels.
	 */
	SKILL_LEVEL("kỹ năng cao nhất") {
		@Override
		long score(WorkItem item, Candidate candidate) {
			int most = 5 * candidate.skillLevels().size();
			long levels = 0;
			for (int level : candidate.skillLevels()) {
				levels += level;
			}
			return (most != 0) ? levels * BEST / most : 0;
		}
	},

	/**
	 * Whose load is the smaller part of their capacity.
	 */
	RELATIVE_LOAD("ít việc nhất so với sức làm") {
		@Override
		long score(WorkItem item, Candidate candidate) {
			if (candidate.capacity() <= 0) {
				return 0;
			}
			return Math.max(0, BEST - candidate.expectedLoad(item) * BEST / candidate.capacity());
		}
	};

	/** The highest score. */
	static final long BEST = 1_000_000_000;

	private final String phrase;

	Preference(String phrase) {
		this.phrase = phrase;
	}

	/**
	 * How much this speaks for a candidate, from 0 to {@link #BEST}.
	 */
	abstract long score(WorkItem item, Candidate candidate);

	/**
	 * What it means to be the best by it, in Vietnamese.
	 */
	String phrase() {
		return this.phrase;
	}

}
