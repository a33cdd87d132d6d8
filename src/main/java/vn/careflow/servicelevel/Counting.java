package vn.careflow.servicelevel;

import java.time.Duration;
import java.time.Instant;

import vn.careflow.calendar.BusinessCalendar;
import vn.careflow.calendar.CareDuration;

/**
 * How a stretch of a clock is counted.
 *
 * @param calendar the calendar of the clock
 * @param wallClock whether closed time counts too
 */
record Counting(BusinessCalendar calendar, boolean wallClock) {

	static Counting of(CareDuration target, BusinessCalendar calendar) {
		return new Counting(calendar, target instanceof CareDuration.WallClock);
	}

	/** The same stretch in business time, whatever its target counts. */
	Counting inBusinessTime() {
		return new Counting(this.calendar, false);
	}

	Duration between(Instant from, Instant to) {
		return this.wallClock ? Duration.between(from, to) : this.calendar.between(from, to);
	}

	Instant plus(Instant from, Duration amount) {
		return this.wallClock ? from.plus(amount) : this.calendar.plusOpenTime(from, amount);
	}

	/**
	 * How much time a target means. Working days mean the business time from the start of
	 * the clock to the close of the last of them.
	 */
	Duration budget(CareDuration target, Instant startedAt) {
		if (target instanceof CareDuration.BusinessTime business) {
			return business.amount();
		}
		if (target instanceof CareDuration.WallClock wall) {
			return wall.amount();
		}
		return this.calendar.between(startedAt, this.calendar.add(startedAt, target));
	}

}
