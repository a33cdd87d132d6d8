package vn.careflow.customer;

/** Cuts text to what a column keeps; an ellipsis tells the reader that there was more. */
final class LimitedText {

	static final int REASON = 500;

	private LimitedText() {
	}

	static String cut(String text, int max) {
		return (text.length() <= max) ? text : text.substring(0, max - 1) + "…";
	}

	static String reason(String text) {
		return cut(text, REASON);
	}

}
