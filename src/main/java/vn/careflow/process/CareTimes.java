package vn.careflow.process;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Date;

import org.springframework.stereotype.Component;

import vn.careflow.calendar.BusinessCalendar;
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

	/** The moment that lies the given duration before another. */
	Instant before(Instant end, CareDuration duration) {
		return this.calendars.named(this.properties.calendar()).subtract(end, duration);
	}

	/** The first opening of a later day. */
	Instant nextMorning() {
		ZonedDateTime tomorrow = local(now()).toLocalDate().plusDays(1).atStartOfDay(this.clock.getZone());
		return this.calendars.named(this.properties.calendar()).nextOpen(tomorrow.toInstant());
	}

	/** How many days with open time lie between now and then, both days included. */
	int workingDaysUntil(Instant end) {
		BusinessCalendar calendar = this.calendars.named(this.properties.calendar());
		return (int) local(now()).toLocalDate()
			.datesUntil(local(end.minusNanos(1)).toLocalDate().plusDays(1))
			.filter((day) -> !calendar.hoursOn(day).isEmpty())
			.count();
	}

	Date dateAfter(CareDuration duration) {
		return Date.from(after(duration));
	}

}
