package vn.careflow.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The open intervals of a calendar within one block of 2⁵⁵ nanoseconds (417 days), with
 * the open time that lies before each, so that a question about any length of time is a
 * binary search. All moments are nanoseconds since 1970, which a {@code long} holds from
 * 1678 to 2261.
 */
final class OpenTimes {

	private static final int SHIFT = 55;

	private static final long NANOS = 1_000_000_000L;

	private static final long DAY = 86_400 * NANOS;

	final long begin;

	final long end;

	/** Where each interval starts, in order; none touches the next. */
	private final long[] starts;

	private final long[] ends;

	/** Open time in this block before each interval. */
	private final long[] before;

	final long total;

	private OpenTimes(long begin, Intervals intervals) {
		this.begin = begin;
		this.end = begin + (1L << SHIFT);
		this.starts = Arrays.copyOf(intervals.starts, intervals.count);
		this.ends = Arrays.copyOf(intervals.ends, intervals.count);
		this.before = new long[intervals.count];
		long sum = 0;
		for (int i = 0; i < this.before.length; i++) {
			this.before[i] = sum;
			sum += this.ends[i] - this.starts[i];
		}
		this.total = sum;
	}

	static int blockOf(long moment) {
		return (int) (moment >> SHIFT);
	}

	/**
	 * Works out a block.
	 * @param block its number, as {@link #blockOf(long)} gives it
	 * @param zone turns the hours of a date into moments
	 * @param hours the open hours of each date. A moment is open when its local date and
	 * time lie in them: time that a clock change leaves out is not there, time that it
	 * repeats is there twice
	 */
	static OpenTimes of(int block, ZoneRules zone, Function<LocalDate, List<TimeRange>> hours) {
		long begin = (long) block << SHIFT;
		Intervals found = new Intervals();
		for (long[] stretch : stretchesOfOneOffset(begin, begin + (1L << SHIFT), zone)) {
			addOpen(stretch, hours, found);
		}
		return new OpenTimes(begin, found);
	}

	/** Cuts a block where the zone's offset changes: from, to, offset. */
	private static List<long[]> stretchesOfOneOffset(long begin, long end, ZoneRules zone) {
		List<long[]> stretches = new ArrayList<>();
		long from = begin;
		while (from < end) {
			Instant instant = instant(from);
			ZoneOffset offset = zone.getOffset(instant);
			ZoneOffsetTransition next = zone.nextTransition(instant);
			long to = (next != null) ? Math.min(end, nanos(next.getInstant())) : end;
			stretches.add(new long[] { from, to, offset.getTotalSeconds() * NANOS });
			from = to;
		}
		return stretches;
	}

	private static void addOpen(long[] stretch, Function<LocalDate, List<TimeRange>> hours, Intervals found) {
		long offset = stretch[2];
		long lastDay = Math.floorDiv(stretch[1] + offset - 1, DAY);
		for (long day = Math.floorDiv(stretch[0] + offset, DAY); day <= lastDay; day++) {
			long midnight = day * DAY - offset;
			for (TimeRange range : hours.apply(LocalDate.ofEpochDay(day))) {
				found.add(Math.max(stretch[0], midnight + range.startNanos()),
						Math.min(stretch[1], midnight + range.endNanos()));
			}
		}
	}

	/** How many intervals start at or before a moment. */
	private int startedBy(long moment) {
		int found = Arrays.binarySearch(this.starts, moment);
		return (found >= 0) ? found + 1 : -found - 1;
	}

	boolean isOpen(long moment) {
		int started = startedBy(moment);
		return started > 0 && moment < this.ends[started - 1];
	}

	/** Open time from the beginning of the block until a moment in it. */
	long openBefore(long moment) {
		int started = startedBy(moment);
		if (started == 0) {
			return 0;
		}
		return this.before[started - 1] + Math.min(moment, this.ends[started - 1]) - this.starts[started - 1];
	}

	/**
	 * The earliest moment before which there is so much open time: more than none, at
	 * most the total.
	 */
	long earliestWith(long open) {
		int found = Arrays.binarySearch(this.before, open);
		int interval = (found >= 0) ? found - 1 : -found - 2;
		return this.starts[interval] + open - this.before[interval];
	}

	/**
	 * The latest moment before which there is so much open time: none or more, less than
	 * the total.
	 */
	long latestWith(long open) {
		int found = Arrays.binarySearch(this.before, open);
		int interval = (found >= 0) ? found : -found - 2;
		return this.starts[interval] + open - this.before[interval];
	}

	/**
	 * The end of the open interval that a moment of this block lies in, or the block's
	 * end.
	 */
	long closeAfter(long open) {
		return this.ends[startedBy(open) - 1];
	}

	static long nanos(Instant instant) {
		return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NANOS), instant.getNano());
	}

	static Instant instant(long nanos) {
		return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
	}

	/**
	 * Intervals that come in order, joined where one touches the next.
	 */
	private static final class Intervals {

		private long[] starts = new long[1_024];

		private long[] ends = new long[1_024];

		private int count;

		void add(long from, long to) {
			if (from >= to) {
				return;
			}
			if (this.count > 0 && this.ends[this.count - 1] == from) {
				this.ends[this.count - 1] = to;
				return;
			}
			if (this.count == this.starts.length) {
				this.starts = Arrays.copyOf(this.starts, 2 * this.count);
				this.ends = Arrays.copyOf(this.ends, 2 * this.count);
			}
			this.starts[this.count] = from;
			this.ends[this.count++] = to;
		}

	}

}
