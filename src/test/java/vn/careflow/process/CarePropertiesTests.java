package vn.careflow.process;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;

import vn.careflow.calendar.CareDuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CarePropertiesTests {

	@Test
	void countsInWorkingDaysWhereNothingIsSet() {
		CareProperties settings = bound(Map.of());

		assertThat(settings.replyWithin()).isEqualTo(CareDuration.parse("3wd"));
		assertThat(settings.adviceWithin()).isEqualTo(CareDuration.parse("2wd"));
	}

	@Test
	void readsEveryKindOfDuration() {
		CareProperties settings = bound(
				Map.of("careflow.care.reply-within", "8h", "careflow.care.plan-within", "PT24H"));

		assertThat(settings.replyWithin()).isEqualTo(CareDuration.parse("8h"));
		assertThat(settings.planWithin()).isEqualTo(CareDuration.parse("PT24H"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1d", "P1D", "-8h", "0h", "3 days", "999999999wd" })
	void refusesAtTheStartWhatDoesNotSayWhatItCounts(String text) {
		assertThatExceptionOfType(BindException.class)
			.isThrownBy(() -> bound(Map.of("careflow.care.reply-within", text)))
			.havingRootCause()
			.isInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void isReadFromJsonByTheSameWords() throws JsonProcessingException {
		assertThat(new ObjectMapper().readValue("\"2wd\"", CareDuration.class)).isEqualTo(CareDuration.parse("2wd"));
		assertThatExceptionOfType(JsonProcessingException.class)
			.isThrownBy(() -> new ObjectMapper().readValue("\"1d\"", CareDuration.class))
			.withMessageContaining("a bare day does not say what it counts");
		assertThat(ApplicationConversionService.getSharedInstance().convert("90m", CareDuration.class))
			.isEqualTo(CareDuration.parse("90m"));
	}

	private static CareProperties bound(Map<String, String> settings) {
		return new Binder(List.of(new MapConfigurationPropertySource(settings)), null,
				ApplicationConversionService.getSharedInstance())
			.bindOrCreate("careflow.care", CareProperties.class);
	}

}
