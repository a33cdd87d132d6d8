package vn.careflow.planning;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of a person's time that is taken.
 *
 * @param from its first moment
 * @param to the first moment after it
 * @param travel how much time lies before and after it
 */
record Block(Instant from, Instant to, Duration travel) {

	/**
	 * Whether one person could not do both: they overlap, or there is no time to travel
	 * between them.
	 */
	boolean clashesWith(Block other) {
		Duration gap = (this.travel.compareTo(other.travel) > 0) ? this.travel : other.travel;
		return this.from.isBefore(other.to.plus(gap)) && other.from.isBefore(this.to.plus(gap));
	}

	boolean overlaps(Block other) {
		return this.from.isBefore(other.to) && other.from.isBefore(this.to);
	}

}
