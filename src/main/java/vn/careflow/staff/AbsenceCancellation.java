package vn.careflow.staff;

import java.time.Instant;

/**
 * What became of an absence that somebody cancelled.
 */
public enum AbsenceCancellation {

	/**
	 * It had not begun and is out of the book.
	 */
	CANCELLED,

	/**
	 * It had begun and ends now.
	 */
	ENDED,

	/**
	 * It was over already and stays as it was.
	 */
	OVER,

	/**
	 * There is none of that id.
	 */
	UNKNOWN;

	static AbsenceCancellation of(Absence absence, Instant now) {
		if (absence.from().isAfter(now)) {
			return CANCELLED;
		}
		return absence.to().isAfter(now) ? ENDED : OVER;
	}

}
