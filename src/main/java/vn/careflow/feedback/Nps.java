package vn.careflow.feedback;

import java.util.Collection;
import java.util.OptionalDouble;

/**
 * Net promoter score: per cent of promoters (9 and 10) − per cent of detractors (0 to 6),
 * from −100 to 100.
 * <p>
 * Defined by F. F. Reichheld, "The One Number You Need to Grow", <em>Harvard Business
 * Review</em>, December 2003.
 *
 * @param promoters scores of 9 and 10
 * @param passives scores of 7 and 8
 * @param detractors scores of 0 to 6
 */
public record Nps(long promoters, long passives, long detractors) {

	private static final int LOWEST_PROMOTER = 9;

	private static final int HIGHEST_DETRACTOR = 6;

	public Nps {
		if (promoters < 0 || passives < 0 || detractors < 0) {
			throw new IllegalArgumentException("Nobody can be counted less than nought times");
		}
	}

	/**
	 * Counts scores of 0 to 10.
	 */
	public static Nps of(Collection<Integer> scores) {
		scores.forEach((score) -> new Rating(score, Scale.ZERO_TO_TEN));
		long promoters = scores.stream().filter((score) -> score >= LOWEST_PROMOTER).count();
		long detractors = scores.stream().filter((score) -> score <= HIGHEST_DETRACTOR).count();
		return new Nps(promoters, scores.size() - promoters - detractors, detractors);
	}

	/**
	 * How many answered.
	 */
	public long answered() {
		return this.promoters + this.passives + this.detractors;
	}

	/**
	 * The score, −100 to 100; none without an answer.
	 */
	public OptionalDouble score() {
		if (answered() == 0) {
			return OptionalDouble.empty();
		}
		return OptionalDouble.of(100.0 * (this.promoters - this.detractors) / answered());
	}

}
