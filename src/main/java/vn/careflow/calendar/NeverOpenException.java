package vn.careflow.calendar;

import java.time.Instant;

/**
 * Says that a calendar has no open time left in the direction asked for, so that the
 * question has no answer. It is a mistake in the calendar's data.
 */
public class NeverOpenException extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	NeverOpenException(String calendar, String direction, Instant at) {
		super("The calendar '" + calendar + "' has no open time " + direction + " " + at
				+ ": give it weekly hours or opened days");
	}

}
