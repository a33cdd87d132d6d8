package vn.careflow.calendar;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The hours of a date and why they are these.
 *
 * @param date the date
 * @param hours its hours, in order; none when it is closed
 * @param reasons all that the calendar knows about this date: the first decides, the
 * others are outranked by it
 */
public record ExplainedDay(LocalDate date, List<TimeRange> hours, List<Reason> reasons) {

	public ExplainedDay {
		hours = List.copyOf(hours);
		reasons = List.copyOf(reasons);
	}

	/**
	 * What gives a date its hours.
	 *
	 * @param rule the kind of rule
	 * @param calendar the calendar that has the rule: the one asked, or one that it
	 * inherits from
	 * @param name what people call the exception, the holiday or the season; null for the
	 * usual hours
	 * @param hours the hours that it gives
	 */
	public record Reason(Rule rule, String calendar, @Nullable String name, List<TimeRange> hours) {
	}

	/**
	 * The kinds of rules, the one that outranks the others first.
	 */
	public enum Rule {

		/** The date itself is closed, opened or has other hours. */
		EXCEPTION,

		/** A public holiday or a day made up for one. */
		PUBLIC_HOLIDAY,

		/** Weekly hours that hold for a time. */
		SEASON,

		/** The usual hours of the day of the week. */
		WEEKLY_HOURS,

		/** Neither the calendar nor one that it inherits from has any weekly hours. */
		NO_HOURS

	}

}
