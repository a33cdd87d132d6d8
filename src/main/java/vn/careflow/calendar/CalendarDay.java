package vn.careflow.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * A date on which a calendar does not keep its weekly hours: closed, opened or with other
 * hours.
 *
 * @param date the date
 * @param name why, as people call it
 * @param hours the hours of this date; none when it is closed
 */
public record CalendarDay(LocalDate date, String name, List<TimeRange> hours) {

	public CalendarDay {
		hours = WeeklyHours.inOrder(hours);
	}

	/**
	 * A date without open time.
	 */
	public static CalendarDay closed(LocalDate date, String name) {
		return new CalendarDay(date, name, List.of());
	}

}
