package vn.careflow.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * A lunar day that people keep each year: a birthday, a day of remembrance. It says on
 * which solar date it falls, also in years in which that very day does not exist:
 * <ul>
 * <li>the 30th of a month that has 29 days this year is kept on the 29th, the last day of
 * the month, as New Year's Eve is;</li>
 * <li>a day of a leap month is kept in that leap month when the year has it, else in the
 * ordinary month of the same number;</li>
 * <li>a day of an ordinary month is never kept in the leap month that repeats it.</li>
 * </ul>
 * These are customs and no law; some families differ.
 *
 * @param month 1 to 12
 * @param leap whether the day lies in the second month of that number
 * @param day 1 to 30
 */
public record LunarAnniversary(int month, boolean leap, int day) {

	public LunarAnniversary {
		new LunarDate(VietnameseLunarCalendar.FIRST_YEAR, month, leap, day);
	}

	/**
	 * A day of an ordinary month.
	 */
	public static LunarAnniversary of(int month, int day) {
		return new LunarAnniversary(month, false, day);
	}

	/**
	 * The day on which a solar date comes back each lunar year.
	 * @throws DateTimeException when the solar date is not in 1900 to 2199
	 */
	public static LunarAnniversary of(LocalDate solar) {
		LunarDate lunar = VietnameseLunarCalendar.toLunar(solar);
		return new LunarAnniversary(lunar.month(), lunar.leap(), lunar.day());
	}

	/**
	 * The solar date of this day in a lunar year. It may lie in the next solar year.
	 * @throws DateTimeException when the year is not in 1899 to 2199
	 */
	public LocalDate in(int lunarYear) {
		boolean inLeapMonth = this.leap && VietnameseLunarCalendar.daysIn(lunarYear, this.month, true) > 0;
		int days = VietnameseLunarCalendar.daysIn(lunarYear, this.month, inLeapMonth);
		return VietnameseLunarCalendar
			.toSolar(new LunarDate(lunarYear, this.month, inLeapMonth, Math.min(this.day, days)));
	}

	/**
	 * The first solar date on or after another on which this day is kept. A solar year
	 * can have none or two of them.
	 * @throws DateTimeException when it is not in 1900 to 2199
	 */
	public LocalDate onOrAfter(LocalDate solar) {
		int year = VietnameseLunarCalendar.toLunar(solar).year();
		LocalDate date = in(year);
		return date.isBefore(solar) ? in(year + 1) : date;
	}

}
