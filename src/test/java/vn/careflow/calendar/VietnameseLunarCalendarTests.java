package vn.careflow.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class VietnameseLunarCalendarTests {

	@ParameterizedTest
	@CsvSource({ "1968-01-29", "1985-01-21", "2000-02-05", "2007-02-17", "2015-02-19", "2016-02-08", "2017-01-28",
			"2018-02-16", "2019-02-05", "2020-01-25", "2021-02-12", "2022-02-01", "2023-01-22", "2024-02-10",
			"2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26", "2029-02-13", "2030-02-02", "2033-01-31",
			"2034-02-19", "2053-02-18" })
	void knowsTheFirstDayOfTheYear(LocalDate tet) {
		assertThat(VietnameseLunarCalendar.toSolar(LunarDate.of(tet.getYear(), 1, 1))).isEqualTo(tet);
		assertThat(VietnameseLunarCalendar.toLunar(tet)).isEqualTo(LunarDate.of(tet.getYear(), 1, 1));
	}

	@ParameterizedTest
	@CsvSource({ "2014, 9", "2017, 6", "2020, 4", "2023, 2", "2025, 6", "2028, 5", "2031, 3", "2033, 11", "2036, 6" })
	void knowsTheLeapMonths(int year, int month) {
		LocalDate first = VietnameseLunarCalendar.toSolar(new LunarDate(year, month, true, 1));

		assertThat(VietnameseLunarCalendar.toLunar(first)).isEqualTo(new LunarDate(year, month, true, 1));
		assertThat(VietnameseLunarCalendar.toLunar(first.minusDays(1)).month()).isEqualTo(month);
		assertThat(VietnameseLunarCalendar.toLunar(first.minusDays(1)).leap()).isFalse();
	}

	@Test
	void turnsEachDayOfThreeCenturiesIntoALunarDateAndBack() {
		LunarDate yesterday = VietnameseLunarCalendar.toLunar(LocalDate.of(1900, 1, 1));
		for (LocalDate day = LocalDate.of(1900, 1, 2); day.getYear() < 2200; day = day.plusDays(1)) {
			LunarDate lunar = VietnameseLunarCalendar.toLunar(day);

			assertThat(VietnameseLunarCalendar.toSolar(lunar)).isEqualTo(day);
			assertThat(follows(yesterday, lunar)).as("%s follows %s", lunar, yesterday).isTrue();
			yesterday = lunar;
		}
	}

	@Test
	void refusesDaysThatDoNotExist() {
		assertThatExceptionOfType(DateTimeException.class)
			.isThrownBy(() -> VietnameseLunarCalendar.toSolar(new LunarDate(2026, 4, true, 1)))
			.withMessageContaining("leap month");
		assertThatExceptionOfType(DateTimeException.class)
			.isThrownBy(() -> VietnameseLunarCalendar.toSolar(LunarDate.of(2024, 12, 30)))
			.withMessageContaining("no such day");
		assertThatExceptionOfType(DateTimeException.class)
			.isThrownBy(() -> VietnameseLunarCalendar.toLunar(LocalDate.of(2200, 1, 1)));
	}

	private static boolean follows(LunarDate before, LunarDate after) {
		if (after.day() > 1) {
			return before.equals(new LunarDate(after.year(), after.month(), after.leap(), after.day() - 1));
		}
		return before.day() >= 29 && (after.leap() ? before.month() == after.month() && !before.leap()
				: after.month() == before.month() % 12 + 1);
	}

}
