package vn.careflow.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LunarAnniversaryTests {

	@ParameterizedTest
	@CsvSource({ "3, 10, 2026, 2026-04-26", "3, 10, 2030, 2030-04-12", "8, 15, 2026, 2026-09-25",
			"12, 23, 2026, 2027-01-30", "1, 1, 2007, 2007-02-17", "1, 1, 2030, 2030-02-02" })
	void fallsOnOneSolarDateOfEachLunarYear(int month, int day, int year, LocalDate expected) {
		assertThat(LunarAnniversary.of(month, day).in(year)).isEqualTo(expected);
	}

	@Test
	void isKeptOnTheLastDayWhenTheMonthHasNoThirtieth() {
		LunarAnniversary eve = LunarAnniversary.of(12, 30);

		assertThat(eve.in(2023)).isEqualTo("2024-02-09");
		assertThat(VietnameseLunarCalendar.toLunar(eve.in(2023)).day()).isEqualTo(30);
		assertThat(eve.in(2024)).isEqualTo("2025-01-28");
		assertThat(VietnameseLunarCalendar.toLunar(eve.in(2024)).day()).isEqualTo(29);
	}

	@Test
	void isKeptInTheOrdinaryMonthWhenTheYearHasNoSuchLeapMonth() {
		LunarAnniversary bornInLeapJune = LunarAnniversary.of(LocalDate.of(2017, 8, 6));

		assertThat(bornInLeapJune).isEqualTo(new LunarAnniversary(6, true, 15));
		assertThat(bornInLeapJune.in(2025)).isEqualTo("2025-08-08");
		assertThat(bornInLeapJune.in(2026)).isEqualTo("2026-07-28").isEqualTo(LunarAnniversary.of(6, 15).in(2026));
	}

	@Test
	void ofAnOrdinaryMonthIsNotKeptAgainInTheLeapMonth() {
		LunarAnniversary june = LunarAnniversary.of(6, 15);

		assertThat(june.in(2025)).isEqualTo("2025-07-09");
		assertThat(june.onOrAfter(LocalDate.of(2025, 7, 10))).isEqualTo("2026-07-28");
	}

	@Test
	void canFallTwiceOrNeverInASolarYear() {
		LunarAnniversary day = LunarAnniversary.of(11, 20);

		assertThat(day.onOrAfter(LocalDate.of(2024, 1, 1))).isEqualTo("2024-01-01");
		assertThat(day.onOrAfter(LocalDate.of(2024, 1, 2))).isEqualTo("2024-12-20");
		assertThat(day.onOrAfter(LocalDate.of(2024, 12, 21))).isEqualTo("2026-01-08");
	}

	@Test
	void comesBackWithinThirteenMonthsOfAnyDay() {
		LunarAnniversary[] days = { LunarAnniversary.of(1, 1), LunarAnniversary.of(12, 30),
				new LunarAnniversary(2, true, 30), new LunarAnniversary(11, true, 1) };
		for (LocalDate date = LocalDate.of(1900, 1, 1); date.getYear() < 2198; date = date.plusDays(1)) {
			for (LunarAnniversary day : days) {
				LocalDate next = day.onOrAfter(date);

				assertThat(next).as("%s from %s", day, date).isBetween(date, date.plusDays(413));
				assertThat(VietnameseLunarCalendar.toLunar(next).month()).isEqualTo(day.month());
			}
		}
	}

	@Test
	void refusesDaysThatNoLunarYearHas() {
		assertThatIllegalArgumentException().isThrownBy(() -> LunarAnniversary.of(13, 1));
		assertThatIllegalArgumentException().isThrownBy(() -> LunarAnniversary.of(2, 31));
		assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> LunarAnniversary.of(1, 1).in(2200));
	}

}
