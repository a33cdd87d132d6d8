package vn.careflow.feedback;

/**
 * The scores that a question offers, both ends included: without it a score says nothing.
 */
public record Scale(int lowest, int highest) {

	/** One to five stars. */
	public static final Scale ONE_TO_FIVE = new Scale(1, 5);

	/** One to ten, also in use for satisfaction. */
	public static final Scale ONE_TO_TEN = new Scale(1, 10);

	/** The scale of the question "would you recommend us?". */
	public static final Scale ZERO_TO_TEN = new Scale(0, 10);

	public Scale {
		if (lowest >= highest) {
			throw new IllegalArgumentException("A scale needs two scores at least, not " + lowest + " to " + highest);
		}
	}

	public boolean contains(int score) {
		return this.lowest <= score && score <= this.highest;
	}

	/**
	 * Whether the score reaches the given share of the scale, counted from its lowest
	 * score; exact, without rounding.
	 */
	boolean reaches(int score, int numerator, int denominator) {
		return denominator * (score - this.lowest) >= numerator * (this.highest - this.lowest);
	}

}
