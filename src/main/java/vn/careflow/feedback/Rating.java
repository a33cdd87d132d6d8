package vn.careflow.feedback;

/**
 * A raw score together with the scale it was given on: neither is kept without the other.
 */
public record Rating(int score, Scale scale) {

	public Rating {
		if (!scale.contains(score)) {
			throw new IllegalArgumentException(
					"Score " + score + " is not on the scale " + scale.lowest() + " to " + scale.highest());
		}
	}

	/**
	 * Whether the customer counts as satisfied: the normalised score, (score − lowest) ÷
	 * (highest − lowest), is 0.75 or more. On five stars these are 4 and 5 (the "top two
	 * boxes"), on ten 8, 9 and 10.
	 */
	public boolean isSatisfied() {
		return this.scale.reaches(this.score, 3, 4);
	}

}
