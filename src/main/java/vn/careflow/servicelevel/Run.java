package vn.careflow.servicelevel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The stretches during which a clock ran, in order; the last may still run.
 *
 * @param stretches none overlaps another
 * @param onward the stretch in which it would run on, where none still runs
 */
record Run(List<Stretch> stretches, Stretch onward) {

	/**
	 * A stretch of running time.
	 *
	 * @param from its start
	 * @param to its end, exclusive; null while it runs
	 * @param counting how it is counted
	 */
	record Stretch(Instant from, @Nullable Instant to, Counting counting) {

		Duration until(Instant now) {
			Instant end = (this.to != null && this.to.isBefore(now)) ? this.to : now;
			return end.isAfter(this.from) ? this.counting.between(this.from, end) : Duration.ZERO;
		}

		boolean isOver(Instant moment) {
			return this.to != null && !this.to.isAfter(moment);
		}

		Stretch inBusinessTimeFrom(Instant earliest) {
			return new Stretch(this.from.isBefore(earliest) ? earliest : this.from, this.to,
					this.counting.inBusinessTime());
		}

	}

	Duration usedUntil(Instant now) {
		return this.stretches.stream().map((stretch) -> stretch.until(now)).reduce(Duration.ZERO, Duration::plus);
	}

	/**
	 * The earliest moment at which so much time has been counted; later than the last
	 * stretch when that is what it takes.
	 * @param amount more than none
	 */
	Instant momentOf(Duration amount) {
		Duration missing = amount;
		for (Stretch stretch : this.stretches) {
			Duration length = (stretch.to() != null) ? stretch.until(stretch.to()) : missing;
			if (missing.compareTo(length) <= 0) {
				return stretch.counting().plus(stretch.from(), missing);
			}
			missing = missing.minus(length);
		}
		return this.onward.counting().plus(this.onward.from(), missing);
	}

	/** What of this run lies after a moment, counted in business time. */
	Run businessTimeFrom(Instant moment) {
		return new Run(this.stretches.stream()
			.filter((stretch) -> !stretch.isOver(moment))
			.map((stretch) -> stretch.inBusinessTimeFrom(moment))
			.toList(), this.onward.inBusinessTimeFrom(moment));
	}

}
