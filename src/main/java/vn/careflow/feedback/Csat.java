package vn.careflow.feedback;

import java.util.Collection;
import java.util.OptionalDouble;

/**
 * Customer satisfaction: satisfied ÷ answered × 100, never shown without the response
 * rate, because few answers say little.
 * <p>
 * The share of customers whose rating reaches a set goal is the definition of P. W.
 * Farris, N. T. Bendle, P. E. Pfeifer and D. J. Reibstein, <em>Marketing Metrics</em>,
 * 2nd edition, 2010, "Customer Satisfaction"; the goal set here is a normalised score of
 * 0.75 ({@link Rating#isSatisfied()}).
 *
 * @param invited how many were asked
 * @param answered how many of them gave a score
 * @param satisfied how many of those were satisfied
 */
public record Csat(long invited, long answered, long satisfied) {

	public Csat {
		if (satisfied < 0 || satisfied > answered || answered > invited) {
			throw new IllegalArgumentException(
					"%d satisfied of %d answers to %d invitations cannot be".formatted(satisfied, answered, invited));
		}
	}

	/**
	 * Counts the ratings given by so many invited customers.
	 */
	public static Csat of(Collection<Rating> ratings, long invited) {
		return new Csat(invited, ratings.size(), ratings.stream().filter(Rating::isSatisfied).count());
	}

	/**
	 * Per cent of the answers that are satisfied, 0 to 100; none without an answer.
	 */
	public OptionalDouble percent() {
		return share(this.satisfied, this.answered);
	}

	/**
	 * Per cent of the invited who answered, 0 to 100; none where nobody was invited.
	 */
	public OptionalDouble responseRate() {
		return share(this.answered, this.invited);
	}

	private static OptionalDouble share(long part, long whole) {
		return (whole != 0) ? OptionalDouble.of(100.0 * part / whole) : OptionalDouble.empty();
	}

}
