package vn.careflow.assignment;

import org.jspecify.annotations.Nullable;

/**
 * How a work item left the desk on which it was before a decision.
 *
 * @param from the user id of who had it, or null when nobody had
 * @param by the user id of who asked for the change, or null when nobody did
 * @param why the reason that this person gave, at most 1000 characters
 */
record Move(@Nullable String from, @Nullable String by, @Nullable String why) {

	/** Nobody had it. */
	static final Move NONE = new Move(null, null, null);

	private static final int LONGEST_REASON = 1000;

	Move {
		why = (why == null || why.length() <= LONGEST_REASON) ? why : why.substring(0, LONGEST_REASON);
	}

}
