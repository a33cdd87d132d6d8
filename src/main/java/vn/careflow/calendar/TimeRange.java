package vn.careflow.calendar;

import java.time.LocalTime;

/**
 * A part of a day, half-open: the start belongs to it, the end does not.
 *
 * @param from first moment
 * @param to first moment after it; midnight means the end of the day
 */
public record TimeRange(LocalTime from, LocalTime to) {

	private static final long NANOS_PER_DAY = 24L * 3600 * 1_000_000_000;

	/** From midnight to midnight. */
	public static final TimeRange WHOLE_DAY = new TimeRange(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

	public TimeRange {
		if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
			throw new IllegalArgumentException("The range " + from + " to " + to
					+ " is empty or runs over midnight: cut it into one range before and one after midnight");
		}
	}

	/**
	 * Reads a range.
	 * @param from like {@code 08:00}
	 * @param to like {@code 17:30}; {@code 24:00} and {@code 00:00} are the end of the
	 * day
	 */
	public static TimeRange of(String from, String to) {
		return new TimeRange(LocalTime.parse(from), "24:00".equals(to) ? LocalTime.MIDNIGHT : LocalTime.parse(to));
	}

	/**
	 * Whether the time of day lies in this range.
	 */
	public boolean contains(LocalTime time) {
		return !time.isBefore(this.from) && time.toNanoOfDay() < endNanos();
	}

	boolean overlaps(TimeRange other) {
		return this.from.toNanoOfDay() < other.endNanos() && other.from.toNanoOfDay() < endNanos();
	}

	long startNanos() {
		return this.from.toNanoOfDay();
	}

	long endNanos() {
		return this.to.equals(LocalTime.MIDNIGHT) ? NANOS_PER_DAY : this.to.toNanoOfDay();
	}

	@Override
	public String toString() {
		return this.from + "–" + (this.to.equals(LocalTime.MIDNIGHT) ? "24:00" : this.to);
	}

}
