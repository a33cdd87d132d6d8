package vn.careflow.customer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.careflow.calendar.LunarAnniversary;

/**
 * A day to congratulate on, by the calendar in which the customer keeps it. It is not a
 * {@link java.time.LocalDate}: the year may be unknown, and a lunar month has a 30th day
 * where a solar February has none. Age is derived, never stored.
 *
 * @param year year of birth, null when the customer did not tell
 * @param month 1 to 12
 * @param day 1 to 31 (29 February included), 1 to 30 when lunar
 * @param calendar the calendar that month and day are counted in
 */
public record Birthday(@Nullable Integer year, int month, int day, CalendarSystem calendar) {

	private static final Pattern TEXT = Pattern.compile("(?:(\\d{4})|-)-(\\d{1,2})-(\\d{1,2})");

	private static final Pattern VIETNAMESE_TEXT = Pattern.compile("(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}))?");

	private static final int LAST_LUNAR_DAY = 30;

	public Birthday {
		if (calendar == CalendarSystem.LUNAR) {
			if (month < 1 || month > 12 || day < 1 || day > LAST_LUNAR_DAY) {
				throw new DateTimeException("No such lunar day: month " + month + ", day " + day);
			}
		}
		else if (year != null) {
			Year.of(year).atMonthDay(requireDay(year, month, day));
		}
		else {
			MonthDay.of(month, day);
		}
	}

	/**
	 * Reads {@code 1990-02-28}, {@code --02-28}, {@code 28/02/1990} or {@code 28/02}.
	 * @throws DateTimeException when the text is none of these or the day does not exist
	 */
	public static Birthday parse(String text, CalendarSystem calendar) {
		Matcher iso = TEXT.matcher(text.strip());
		if (iso.matches()) {
			return of(iso.group(1), iso.group(2), iso.group(3), calendar);
		}
		Matcher vietnamese = VIETNAMESE_TEXT.matcher(text.strip());
		if (vietnamese.matches()) {
			return of(vietnamese.group(3), vietnamese.group(2), vietnamese.group(1), calendar);
		}
		throw new DateTimeException("Not a birthday: expected yyyy-MM-dd, --MM-dd, dd/MM/yyyy or dd/MM");
	}

	/**
	 * The first date on or after another to congratulate on: 28 February for those born
	 * on the 29th when the year has none, and by the customs of {@link LunarAnniversary}
	 * for a lunar birthday.
	 */
	public LocalDate onOrAfter(LocalDate date) {
		if (this.calendar == CalendarSystem.LUNAR) {
			return LunarAnniversary.of(this.month, this.day).onOrAfter(date);
		}
		MonthDay monthDay = MonthDay.of(this.month, this.day);
		LocalDate sameYear = monthDay.atYear(date.getYear());
		return sameYear.isBefore(date) ? monthDay.atYear(date.getYear() + 1) : sameYear;
	}

	/** Month and day with the year where known, as {@link #parse} reads them. */
	public String text() {
		return ((this.year != null) ? "%04d".formatted(this.year) : "-") + "-%02d-%02d".formatted(this.month, this.day);
	}

	private static Birthday of(@Nullable String year, String month, String day, CalendarSystem calendar) {
		return new Birthday((year != null) ? Integer.valueOf(year) : null, Integer.parseInt(month),
				Integer.parseInt(day), calendar);
	}

	private static MonthDay requireDay(int year, int month, int day) {
		MonthDay monthDay = MonthDay.of(month, day);
		if (!monthDay.isValidYear(year)) {
			throw new DateTimeException("No 29 February in " + year);
		}
		return monthDay;
	}

}
