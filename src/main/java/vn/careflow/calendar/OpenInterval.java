package vn.careflow.calendar;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time without a gap, half-open.
 *
 * @param from its first moment
 * @param to the first moment after it, later than the first
 */
public record OpenInterval(Instant from, Instant to) {

	public OpenInterval {
		if (!from.isBefore(to)) {
			throw new IllegalArgumentException("An interval from " + from + " to " + to + " is empty");
		}
	}

	/**
	 * How long it is, in wall-clock time.
	 */
	public Duration length() {
		return Duration.between(this.from, this.to);
	}

}
