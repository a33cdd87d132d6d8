package vn.careflow.calendar;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CareDurationTests {

	@Test
	void tellsBusinessTimeWorkingDaysAndWallClockApart() {
		assertThat(CareDuration.parse("30m")).isEqualTo(new CareDuration.BusinessTime(Duration.ofMinutes(30)));
		assertThat(CareDuration.parse("1h30m")).isEqualTo(new CareDuration.BusinessTime(Duration.ofMinutes(90)));
		assertThat(CareDuration.parse("2wd")).isEqualTo(new CareDuration.WorkingDays(2));
		assertThat(CareDuration.parse("PT24H")).isEqualTo(new CareDuration.WallClock(Duration.ofHours(24)));
		assertThat(CareDuration.parse("PT8H")).isNotEqualTo(CareDuration.parse("8h"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1m", "30m", "90m", "8h", "1h30m", "2wd", "36500wd", "PT24H", "PT90M", "PT0.5S" })
	void readsWhatItWrites(String text) {
		CareDuration duration = CareDuration.parse(text);

		assertThat(CareDuration.parse(duration.toString())).isEqualTo(duration);
	}

	@ParameterizedTest
	@CsvSource({ "1d, bare day", "1 day, bare day", "P1D, bare day", "P1DT2H, bare day", "p1w, bare day",
			"P1M, bare day", "1 ngày, bare day", "2 weeks, bare day", "-8h, negative", "PT-5H, negative",
			"-PT5H, negative", "-1d, bare day", "0m, zero", "0h, zero", "PT0S, zero", "0wd, at least 1",
			"99999999999999999999h, longer", "876601h, longer", "36501wd, at most", "4294967297wd, longer",
			"PT9999999999999H, 100 years", "PT99999999999999999999H, overflow", "8, write it like",
			"8 h, write it like", "soon, write it like", "8H, write it like", "8hPT1H, write it like",
			"PT, does not know it" })
	void refusesWhatDoesNotSayWhatItCountsWithTheReason(String text, String reason) {
		assertThatIllegalArgumentException().isThrownBy(() -> CareDuration.parse(text))
			.withMessageContaining("'" + text + "'")
			.satisfies((ex) -> assertThat(ex.getMessage().toLowerCase()).contains(reason));
	}

	@Test
	void refusesAnEmptyText() {
		assertThatIllegalArgumentException().isThrownBy(() -> CareDuration.parse("")).withMessageContaining("empty");
	}

	@Test
	void refusesBusinessTimeInSeconds() {
		assertThatIllegalArgumentException().isThrownBy(() -> new CareDuration.BusinessTime(Duration.ofSeconds(90)));
	}

}
