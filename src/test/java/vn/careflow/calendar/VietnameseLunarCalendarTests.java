package vn.careflow.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

	/**
	 * The years since 1968 in which Tết in Vietnam and New Year in China part. Hồ Ngọc
	 * Đức, "Computing the Vietnamese lunar calendar"
	 * (https://www.informatik.uni-leipzig.de/~duc/amlich/calrules_en.html) and its list
	 * of questions; for 1968 also Helmer Aslaksen, "The mathematics of the Chinese
	 * calendar".
	 */
	@ParameterizedTest
	@CsvSource({ "1968-01-29, 1968-01-30", "1969-02-16, 1969-02-17", "1985-01-21, 1985-02-20", "2007-02-17, 2007-02-18",
			"2030-02-02, 2030-02-03", "2053-02-18, 2053-02-19" })
	void keepsTetOfVietnamAndNotOfChina(LocalDate vietnam, LocalDate china) {
		LunarDate tet = LunarDate.of(vietnam.getYear(), 1, 1);

		assertThat(VietnameseLunarCalendar.toLunar(vietnam)).isEqualTo(tet);
		assertThat(VietnameseLunarCalendar.toSolar(tet)).isEqualTo(vietnam).isNotEqualTo(china);
	}

	/**
	 * In the winter of 1984 the solstice fell on 21 December in Hanoi and on the 22nd in
	 * Beijing: there a tenth leap month followed, here a second one, and for three months
	 * the calendars were a month apart. In 1987 it was the seventh month here and the
	 * sixth there.
	 */
	@Test
	void repeatsAnotherMonthThanChina() {
		assertThat(VietnameseLunarCalendar.toLunar(LocalDate.of(1984, 12, 21))).isEqualTo(LunarDate.of(1984, 11, 29));
		assertThat(VietnameseLunarCalendar.toLunar(LocalDate.of(1984, 12, 22))).isEqualTo(LunarDate.of(1984, 12, 1));
		assertThat(VietnameseLunarCalendar.toLunar(LocalDate.of(1985, 3, 21)))
			.isEqualTo(new LunarDate(1985, 2, true, 1));
		assertThat(VietnameseLunarCalendar.toLunar(LocalDate.of(1985, 4, 20))).isEqualTo(LunarDate.of(1985, 3, 1));
		assertThat(VietnameseLunarCalendar.toLunar(LocalDate.of(1987, 8, 24)))
			.isEqualTo(new LunarDate(1987, 7, true, 1));
	}

	/**
	 * New moons within three minutes of midnight in Hanoi, as the tables of Hồ Ngọc Đức's
	 * calendar (amlich, edition of 2004) give them.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "1998-09-21", "2031-04-21", "2054-05-07", "2072-12-09", "2077-11-15", "2079-08-27",
			"2085-10-18", "2090-09-24", "2125-01-04", "2130-05-07", "2150-05-26", "2153-10-18", "2159-05-17",
			"2175-01-22", "2188-04-27", "2199-01-26" })
	void beginsAMonthOnThePublishedDayWhenTheNewMoonIsNearMidnight(LocalDate day) {
		assertThat(VietnameseLunarCalendar.toLunar(day).day()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "1985, 2", "1987, 7", "1995, 8", "1998, 5", "2001, 4", "2004, 2", "2006, 7", "2009, 5", "2012, 4",
			"2014, 9", "2017, 6", "2020, 4", "2023, 2", "2025, 6", "2028, 5", "2031, 3", "2033, 11", "2036, 6" })
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
