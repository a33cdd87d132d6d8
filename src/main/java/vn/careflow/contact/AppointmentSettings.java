package vn.careflow.contact;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import vn.careflow.calendar.CareDuration;

/**
 * How the house gives appointments; their kinds are data in a table.
 *
 * @param holdFor how long a time is kept for who has not confirmed it
 * @param expireEvery how often the node looks for times that were kept long enough
 * @param horizon how far ahead free times are looked for
 * @param startEvery on which minutes free times begin: a multiple of five
 * @param feedPast how far back an agent's calendar reaches
 * @param feedAhead how far ahead it reaches
 */
@ConfigurationProperties("careflow.appointment")
@Validated
record AppointmentSettings(@NotNull @DefaultValue("PT15M") CareDuration.WallClock holdFor,
		@NotNull @DefaultValue("1m") Duration expireEvery,
		@NotNull @DefaultValue("PT720H") CareDuration.WallClock horizon,
		@Min(5) @Max(60) @DefaultValue("15") int startEvery,
		@NotNull @DefaultValue("PT720H") CareDuration.WallClock feedPast,
		@NotNull @DefaultValue("PT4320H") CareDuration.WallClock feedAhead) {

	AppointmentSettings {
		if (startEvery % AppointmentKind.STEP.toMinutes() != 0) {
			throw new IllegalArgumentException("Appointments begin on a multiple of five minutes, not " + startEvery);
		}
	}

}
