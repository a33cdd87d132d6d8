package vn.careflow.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reckons with a quota: no stretch of its length may hold more contacts to a number than
 * it allows, wherever in their slots those take place that are still to come.
 */
record Quota(int atMost, Duration within, List<NumberUse> uses) {

	static Quota of(QuotaRule rule, List<NumberUse> uses) {
		return new Quota(rule.atMost(), rule.within(), uses);
	}

	/**
	 * Whether one more contact between two moments keeps the quota.
	 * @param from its earliest moment
	 * @param to its latest moment
	 * @return nothing when it does, else the next moment from which it may
	 */
	Optional<Instant> freeFrom(Instant from, Instant to) {
		return isFull(from, to) ? this.uses.stream()
			.map((use) -> use.to().plus(this.within))
			.filter((free) -> free.isAfter(from))
			.min(Instant::compareTo) : Optional.empty();
	}

	/**
	 * Looks at each stretch that begins so that one more use just falls into it, or the
	 * new contact does: between those the count only falls.
	 */
	private boolean isFull(Instant from, Instant to) {
		Instant first = justAfterLeaving(from);
		return Stream.concat(Stream.of(first), this.uses.stream().map((use) -> justAfterLeaving(use.from())))
			.filter((start) -> !start.isBefore(first) && !start.isAfter(to))
			.anyMatch((start) -> usesWithin(start) >= this.atMost);
	}

	/** The earliest start of a stretch that holds a moment. */
	private Instant justAfterLeaving(Instant moment) {
		return moment.minus(this.within).plusNanos(1);
	}

	private long usesWithin(Instant start) {
		Instant end = start.plus(this.within);
		return this.uses.stream().filter((use) -> use.from().isBefore(end) && !use.to().isBefore(start)).count();
	}

}
