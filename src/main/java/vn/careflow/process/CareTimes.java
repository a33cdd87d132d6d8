package vn.careflow.process;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Date;

import org.springframework.stereotype.Component;

import vn.careflow.calendar.CareDuration;
import vn.careflow.staff.WorkCalendars;

/**
 * Turns the durations of decision tables and settings into moments, in the business
 * calendar of care.
 */
@Component
class CareTimes {

	private final Clock clock;

	private final WorkCalendars calendars;

	private final CareProperties properties;

	CareTimes(Clock clock, WorkCalendars calendars, CareProperties properties) {
		this.clock = clock;
		this.calendars = calendars;
		this.properties = properties;
	}

	Instant now() {
		return this.clock.instant();
	}

	/** A moment as the house's clocks show it. */
	ZonedDateTime local(Instant moment) {
		return moment.atZone(this.clock.getZone());
	}

	/** The moment that lies the given duration, such as {@code 2wd}, after now. */
	Instant after(String duration) {
		return after(CareDuration.parse(duration));
	}

	Instant after(CareDuration duration) {
		return after(now(), duration);
	}

	Instant after(Instant from, CareDuration duration) {
		return this.calendars.named(this.properties.calendar()).add(from, duration);
	}

	Date dateAfter(CareDuration duration) {
		return Date.from(after(duration));
	}

}
