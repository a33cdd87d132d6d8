package vn.careflow.customer;

import java.time.LocalDate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BirthdayTests {

	@ParameterizedTest
	@CsvSource({ "1990-11-23, 2026-11-23, 2026-11-23", "1990-11-23, 2026-11-24, 2027-11-23",
			"--01-02, 2026-11-24, 2027-01-02", "2000-02-29, 2026-01-01, 2026-02-28",
			"2000-02-29, 2026-03-01, 2027-02-28", "2000-02-29, 2027-12-01, 2028-02-29" })
	void comesBackEachSolarYear(String birthday, LocalDate from, LocalDate expected) {
		assertThat(Birthday.parse(birthday, CalendarSystem.SOLAR).onOrAfter(from)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "1990-03-10, 2026-01-01, 2026-04-26", "--03-10, 2026-04-27, 2027-04-16",
			"1990-12-30, 2025-01-01, 2025-01-28", "1990-12-30, 2026-01-01, 2026-02-16" })
	void comesBackEachLunarYear(String birthday, LocalDate from, LocalDate expected) {
		assertThat(Birthday.parse(birthday, CalendarSystem.LUNAR).onOrAfter(from)).isEqualTo(expected);
	}

}
