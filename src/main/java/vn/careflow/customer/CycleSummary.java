package vn.careflow.customer;

/**
 * What came of a care cycle.
 *
 * @param text in Vietnamese, at most 2,000 characters; longer text is cut
 */
public record CycleSummary(String text) {

	private static final int MAX_TEXT = 2000;

	public CycleSummary {
		text = LimitedText.cut(text, MAX_TEXT);
	}

}
