package vn.careflow.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

/**
 * Turns solar dates into Vietnamese lunar dates and back, for UTC+7, from 1900 to 2199.
 * In some years (1985, 2007, 2030, 2053 …) that differs from the Chinese calendar, by a
 * day or by a month. The published series is exact to minutes: where a new moon falls
 * that close to midnight (18 October 2085, 4 January 2125), the month may begin a day
 * later than it says.
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
		int index = year.indexOf(lunar.month(), lunar.leap())
			.orElseThrow(() -> new DateTimeException("The lunar year has no such leap month: " + lunar));
		long day = year.months().get(index).begin() + lunar.day() - 1;
		if (day >= year.endOf(index)) {
			throw new DateTimeException("The lunar month has no such day: " + lunar);
		}
		return LocalDate.ofEpochDay(day);
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
