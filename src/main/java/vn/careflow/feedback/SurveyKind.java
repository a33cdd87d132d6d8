package vn.careflow.feedback;

/**
 * What a survey asks, and on which scale unless told otherwise.
 */
public enum SurveyKind {

	/** How satisfied a customer is with one case. */
	CSAT(Scale.ONE_TO_FIVE),

	/** How likely a customer is to recommend us. */
	NPS(Scale.ZERO_TO_TEN);

	private final Scale usualScale;

	SurveyKind(Scale usualScale) {
		this.usualScale = usualScale;
	}

	public Scale usualScale() {
		return this.usualScale;
	}

}
