package vn.careflow.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

/**
 * Turns solar dates into Vietnamese lunar dates and back, for UTC+7, from 1900 to 2199.
 * In some years (1968, 1969, 1985, 2007, 2030, 2053 …) that differs from the Chinese
 * calendar, by a day or by a month.
 * <p>
 * Vietnam keeps UTC+7 since 1968 (decision 121-CP of 8 August 1967; the south since
 * 1976). Almanacs for the years before were reckoned for Beijing: in 24 of those 68 years
 * a month, four times the first, begins there a day later than here, or another month is
 * the leap month. Where a new moon falls within a minute of midnight (7 May 2054, 18
 * October 2085, 22 January 2175), the calendar that will be announced may differ by a
 * day.
 */
public final class VietnameseLunarCalendar {

	static final int FIRST_YEAR = 1900;

	static final int LAST_YEAR = 2199;

	/**
	 * Solar January and February of the first year may lie in the lunar year before it.
	 */
	private static final int FIRST_LUNAR_YEAR = FIRST_YEAR - 1;

	private static final AtomicReferenceArray<@Nullable LunarYear> YEARS = new AtomicReferenceArray<>(
			LAST_YEAR - FIRST_LUNAR_YEAR + 1);

	private VietnameseLunarCalendar() {
	}

	/**
	 * The lunar date of a solar date.
	 * @throws DateTimeException when the solar date is not in 1900 to 2199
	 */
	public static LunarDate toLunar(LocalDate solar) {
		if (solar.getYear() < FIRST_YEAR || solar.getYear() > LAST_YEAR) {
			throw new DateTimeException("Lunar dates are known for 1900 to 2199, not for " + solar);
		}
		long day = solar.toEpochDay();
		int number = (day >= year(solar.getYear()).begin()) ? solar.getYear() : solar.getYear() - 1;
		LunarYear year = year(number);
		LunarYear.Month month = year.months().get(year.indexAt(day));
		return new LunarDate(number, month.number(), month.leap(), (int) (day - month.begin()) + 1);
	}

	/**
	 * The solar date of a lunar date.
	 * @throws DateTimeException when that day does not exist in that year, or the year is
	 * not in 1900 to 2199
	 */
	public static LocalDate toSolar(LunarDate lunar) {
		LunarYear year = year(lunar.year());
		int index = year.indexOf(lunar.month(), lunar.leap());
		if (index < 0) {
			throw new DateTimeException("The lunar year has no such leap month: " + lunar);
		}
		if (lunar.day() > year.daysOf(index)) {
			throw new DateTimeException("The lunar month has no such day: " + lunar);
		}
		return LocalDate.ofEpochDay(year.months().get(index).begin() + lunar.day() - 1);
	}

	/** How many days a month has: 29 or 30, or 0 when the year has no such leap month. */
	static int daysIn(int year, int month, boolean leap) {
		LunarYear months = year(year);
		int index = months.indexOf(month, leap);
		return (index >= 0) ? months.daysOf(index) : 0;
	}

	private static LunarYear year(int number) {
		if (number < FIRST_LUNAR_YEAR || number > LAST_YEAR) {
			throw new DateTimeException("Lunar dates are known for 1900 to 2199, not for the year " + number);
		}
		LunarYear known = YEARS.get(number - FIRST_LUNAR_YEAR);
		if (known != null) {
			return known;
		}
		LunarYear year = LunarYear.of(number);
		YEARS.set(number - FIRST_LUNAR_YEAR, year);
		return year;
	}

}
