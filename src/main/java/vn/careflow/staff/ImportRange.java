package vn.careflow.staff;

import java.time.LocalDate;

/**
 * The dates within which a file of events is looked at, half-open: events that repeat
 * have no end of their own.
 *
 * @param from the first date
 * @param to the first date after it, at most ten years later
 */
record ImportRange(LocalDate from, LocalDate to) {

	private static final int MOST_YEARS = 10;

	ImportRange {
		if (!to.isAfter(from) || from.plusYears(MOST_YEARS).isBefore(to)) {
			throw new CalendarRefused("to",
					"Khoảng nhập từ " + from + " phải dài ít nhất một ngày, tối đa " + MOST_YEARS + " năm");
		}
	}

	boolean contains(LocalDate date) {
		return !date.isBefore(this.from) && date.isBefore(this.to);
	}

}
