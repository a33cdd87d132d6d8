package vn.careflow.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The public holidays of Vietnam: article 112 of the Labour Code 2019, with the days made
 * up by article 111 when a holiday falls on a weekly day of rest.
 * <p>
 * The Code leaves two choices to the Prime Minister's yearly announcement: how Tết's five
 * days lie around the first lunar day, and on which side of 2 September its second day
 * lies. The rules here are those that every announcement since the Code has followed. An
 * announcement that swaps a working day for a Saturday is an exception of the calendar
 * that follows it.
 */
public final class VietnameseHolidays {

	private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

	private static final int TET_DAYS = 5;

	private static final int LONGEST_SEARCH = 60;

	private VietnameseHolidays() {
	}

	/**
	 * The holidays of a year for those who rest on Saturday and Sunday, in order.
	 * @param year 1900 to 2199
	 */
	public static List<Holiday> in(int year) {
		return in(year, WEEKEND);
	}

	/**
	 * The holidays of a year, in order.
	 * @param year 1900 to 2199
	 * @param weeklyRest the days of the week that are no working days anyway: a holiday
	 * on such a day is made up on the next working day that is not a holiday itself
	 */
	public static List<Holiday> in(int year, Set<DayOfWeek> weeklyRest) {
		return in(year, (date) -> weeklyRest.contains(date.getDayOfWeek()));
	}

	/**
	 * The holidays of a year, in order.
	 * @param year 1900 to 2199
	 * @param rest whether a date is no working day anyway, by its day of the week: a
	 * holiday on such a date is made up on the next working day that is not a holiday
	 * itself, if there is one within two months
	 */
	static List<Holiday> in(int year, Predicate<LocalDate> rest) {
		List<Holiday> holidays = statutory(year);
		Set<LocalDate> taken = new HashSet<>();
		holidays.forEach((holiday) -> taken.add(holiday.date()));
		List<Holiday> all = new ArrayList<>(holidays);
		holidays.stream()
			.filter((holiday) -> rest.test(holiday.date()))
			.forEach((holiday) -> madeUp(holiday, rest, taken).ifPresent(all::add));
		all.sort(Comparator.comparing(Holiday::date));
		return List.copyOf(all);
	}

	private static List<Holiday> statutory(int year) {
		List<Holiday> holidays = new ArrayList<>();
		holidays.add(new Holiday(LocalDate.of(year, 1, 1), "Tết Dương lịch"));
		LocalDate tet = firstDayOfTet(year);
		for (int i = 0; i < TET_DAYS; i++) {
			holidays.add(new Holiday(tet.plusDays(i), "Tết Nguyên đán"));
		}
		holidays.add(new Holiday(VietnameseLunarCalendar.toSolar(LunarDate.of(year, 3, 10)), "Giỗ Tổ Hùng Vương"));
		holidays.add(new Holiday(LocalDate.of(year, 4, 30), "Ngày Chiến thắng 30/4"));
		holidays.add(new Holiday(LocalDate.of(year, 5, 1), "Ngày Quốc tế Lao động 1/5"));
		holidays.add(new Holiday(LocalDate.of(year, 9, 2), "Quốc khánh 2/9"));
		holidays.add(new Holiday(besideNationalDay(year), "Quốc khánh 2/9"));
		holidays.sort(Comparator.comparing(Holiday::date));
		return holidays;
	}

	/**
	 * One day before the first lunar day when that is a Monday or Tuesday (2016, 2019,
	 * 2022, 2026), else two days before it (2015, 2017, 2018, 2020, 2021, 2023 to 2025).
	 */
	private static LocalDate firstDayOfTet(int year) {
		LocalDate newYear = VietnameseLunarCalendar.toSolar(LunarDate.of(year, 1, 1));
		return switch (newYear.getDayOfWeek()) {
			case MONDAY, TUESDAY -> newYear.minusDays(1);
			default -> newYear.minusDays(2);
		};
	}

	/**
	 * The day that makes the longer rest: after a Monday or Thursday (2021, 2024), before
	 * a Tuesday, Wednesday, Friday or Saturday (2022, 2023, 2025, 2026).
	 */
	private static LocalDate besideNationalDay(int year) {
		LocalDate nationalDay = LocalDate.of(year, 9, 2);
		return switch (nationalDay.getDayOfWeek()) {
			case MONDAY, THURSDAY, SUNDAY -> nationalDay.plusDays(1);
			default -> nationalDay.minusDays(1);
		};
	}

	private static Optional<Holiday> madeUp(Holiday holiday, Predicate<LocalDate> rest, Set<LocalDate> taken) {
		return holiday.date()
			.datesUntil(holiday.date().plusDays(LONGEST_SEARCH))
			.filter((date) -> !rest.test(date) && taken.add(date))
			.findFirst()
			.map((date) -> new Holiday(date, "Nghỉ bù " + holiday.name()));
	}

}
