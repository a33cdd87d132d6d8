package vn.careflow.contact;

import java.util.Set;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import vn.careflow.calendar.CareDuration;

/**
 * How the house plans contacts; hours and quotas are data in tables. Durations say what
 * they count, see {@link CareDuration}.
 *
 * @param calendar the calendar by which those who contact customers work
 * @param calendarChannels the channels that need a person at work; one that something
 * else serves may be left out
 * @param remindAfter how long after the start of the slot the agent is reminded, as a
 * {@link CareDuration} of that calendar
 * @param preferenceWorth how long a contact waits for the customer's preferred hours
 * @param shortest how much time must be left when a slot begins
 * @param horizon how far ahead a slot is looked for
 * @param talk how long after it was made a contact may still be written down, and how
 * long one that no case planned is held for who takes it on
 */
@ConfigurationProperties("careflow.contact")
@Validated
record ContactSettings(@NotBlank @DefaultValue("service") String calendar, @NotNull @DefaultValue( {
		"CALL", "SMS", "EMAIL", "ZALO", "MEETING" }) Set<ContactChannel> calendarChannels,
		@NotNull @DefaultValue("30m") CareDuration remindAfter,
		@NotNull @DefaultValue("PT72H") CareDuration.WallClock preferenceWorth,
		@NotNull @DefaultValue("PT10M") CareDuration.WallClock shortest,
		@NotNull @DefaultValue("PT1440H") CareDuration.WallClock horizon,
		@NotNull @DefaultValue("PT15M") CareDuration.WallClock talk){

	CareDuration reminder() {
		return this.remindAfter;
	}

}
