package vn.careflow.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class VietnameseHolidaysTests {

	/**
	 * First and last day off around Tết, as the yearly announcements gave them, make-up
	 * days included.
	 */
	@ParameterizedTest
	@CsvSource({ "2019-02-04, 2019-02-08", "2020-01-23, 2020-01-29", "2021-02-10, 2021-02-16", "2022-01-31, 2022-02-04",
			"2023-01-20, 2023-01-26", "2024-02-08, 2024-02-14", "2025-01-27, 2025-01-31", "2026-02-16, 2026-02-20" })
	void restsAtTetAsAnnounced(LocalDate first, LocalDate last) {
		List<LocalDate> rest = named(first.getYear(), "Tết Nguyên đán");

		assertThat(rest.get(0)).isEqualTo(first);
		assertThat(rest.get(rest.size() - 1)).isEqualTo(last);
		assertThat(first.datesUntil(last.plusDays(1)).filter((day) -> day.getDayOfWeek().getValue() < 6))
			.allSatisfy((day) -> assertThat(rest).contains(day));
	}

	@ParameterizedTest
	@CsvSource({ "2021-09-02, 2021-09-03", "2022-09-01, 2022-09-02", "2023-09-01, 2023-09-04", "2024-09-02, 2024-09-03",
			"2025-09-01, 2025-09-02", "2026-09-01, 2026-09-02" })
	void restsOnNationalDayAsAnnounced(LocalDate first, LocalDate last) {
		List<LocalDate> rest = named(first.getYear(), "Quốc khánh");

		assertThat(rest.get(0)).isEqualTo(first);
		assertThat(rest.get(rest.size() - 1)).isEqualTo(last);
	}

	@ParameterizedTest
	@CsvSource({ "2022-04-10", "2023-04-29", "2024-04-18", "2025-04-07", "2026-04-26", "2030-04-12" })
	void honoursTheHungKingsOnTheTenthOfTheThirdLunarMonth(LocalDate date) {
		assertThat(named(date.getYear(), "Giỗ Tổ")).first().isEqualTo(date);
	}

	@Test
	void makesUpTwoHolidaysInARowOnTwoDifferentDays() {
		assertThat(dates(2022, EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY))).contains(LocalDate.of(2022, 5, 2),
				LocalDate.of(2022, 5, 3));
	}

	@Test
	void makesUpOnlyWhatFallsOnADayOfRestOfThatCalendar() {
		LocalDate madeUp = LocalDate.of(2027, 5, 3);

		assertThat(dates(2027, EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY))).contains(madeUp);
		assertThat(dates(2027, EnumSet.of(DayOfWeek.SUNDAY))).doesNotContain(madeUp);
		assertThat(VietnameseHolidays.in(2027, EnumSet.allOf(DayOfWeek.class))).hasSize(11);
	}

	@Test
	void givesElevenWorkingDaysOffEachYear() {
		for (int year = 1900; year < 2200; year++) {
			List<LocalDate> days = VietnameseHolidays.in(year)
				.stream()
				.map(Holiday::date)
				.filter((day) -> day.getDayOfWeek().getValue() < 6)
				.toList();

			assertThat(days).as("in %d", year).hasSize(11).isSorted();
		}
	}

	private static List<LocalDate> named(int year, String name) {
		return VietnameseHolidays.in(year)
			.stream()
			.filter((holiday) -> holiday.name().contains(name))
			.map(Holiday::date)
			.toList();
	}

	private static List<LocalDate> dates(int year, EnumSet<DayOfWeek> rest) {
		return VietnameseHolidays.in(year, rest).stream().map(Holiday::date).toList();
	}

}
