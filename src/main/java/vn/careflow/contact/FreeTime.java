package vn.careflow.contact;

/**
 * The time that a person can give away: half-open ranges of whole minutes since 1970, in
 * order, none touching the next. Immutable; plain arrays, because a search looks at
 * thousands of ranges.
 */
final class FreeTime {

	/** Of a person whom nothing keeps from an appointment. */
	static final FreeTime ALWAYS = new FreeTime(new long[] { Long.MIN_VALUE, Long.MAX_VALUE }, 2);

	/** Start and end of each range, one after the other. */
	private final long[] bounds;

	private final int length;

	private FreeTime(long[] bounds, int length) {
		this.bounds = bounds;
		this.length = length;
	}

	/**
	 * What is left of open time.
	 * @param open start and end of each range in minutes, in order, not overlapping
	 * @param busy start and end of each range that is taken, by start; they may overlap
	 */
	static FreeTime of(long[] open, long[] busy) {
		long[] left = new long[open.length + busy.length];
		int length = 0;
		int next = 0;
		for (int i = 0; i < open.length; i += 2) {
			long from = open[i];
			long to = open[i + 1];
			while (next < busy.length && busy[next + 1] <= from) {
				next += 2;
			}
			for (int taken = next; taken < busy.length && busy[taken] < to; taken += 2) {
				if (busy[taken] > from) {
					left[length++] = from;
					left[length++] = busy[taken];
				}
				from = Math.max(from, busy[taken + 1]);
			}
			if (from < to) {
				left[length++] = from;
				left[length++] = to;
			}
		}
		return new FreeTime(left, length);
	}

	/**
	 * The first moment from which a stretch of time is free.
	 * @param at no earlier than this
	 * @param minutes how long it must be free
	 * @return the moment, or {@link Long#MAX_VALUE} when there is none
	 */
	long first(long at, long minutes) {
		for (int i = rangeEndingAfter(at); i < this.length; i += 2) {
			long from = Math.max(at, this.bounds[i]);
			if (this.bounds[i + 1] == Long.MAX_VALUE || this.bounds[i + 1] - from >= minutes) {
				return from;
			}
		}
		return Long.MAX_VALUE;
	}

	boolean isFree(long from, long to) {
		return first(from, to - from) == from;
	}

	/** The index of the first range that ends behind a moment. */
	private int rangeEndingAfter(long at) {
		int low = 0;
		int high = this.length / 2;
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (this.bounds[2 * middle + 1] <= at) {
				low = middle + 1;
			}
			else {
				high = middle;
			}
		}
		return 2 * low;
	}

}
