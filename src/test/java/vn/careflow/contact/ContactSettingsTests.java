package vn.careflow.contact;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;

import vn.careflow.calendar.CareDuration;
import vn.careflow.calendar.CareDuration.WallClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ContactSettingsTests {

	@Test
	void countsByTheClockOnTheWallWhereCustomersAreConcerned() {
		ContactSettings contact = bound("careflow.contact", Map.of(), ContactSettings.class);
		AppointmentSettings appointment = bound("careflow.appointment",
				Map.of("careflow.appointment.hold-for", "PT20M"), AppointmentSettings.class);

		assertThat(contact.preferenceWorth()).isEqualTo(WallClock.valueOf("PT72H"));
		assertThat(contact.reminder()).isEqualTo(CareDuration.parse("30m"));
		assertThat(appointment.holdFor()).isEqualTo(WallClock.valueOf("PT20M"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "8h", "60d", "P60D", "2wd", "15" })
	void refusesWhatDoesNotSayThatItCountsByTheClockOnTheWall(String text) {
		assertThatExceptionOfType(BindException.class)
			.isThrownBy(
					() -> bound("careflow.contact", Map.of("careflow.contact.horizon", text), ContactSettings.class))
			.havingRootCause()
			.isInstanceOf(IllegalArgumentException.class);
	}

	private static <T> T bound(String prefix, Map<String, String> settings, Class<T> type) {
		return new Binder(List.of(new MapConfigurationPropertySource(settings)), null,
				ApplicationConversionService.getSharedInstance())
			.bindOrCreate(prefix, type);
	}

}
