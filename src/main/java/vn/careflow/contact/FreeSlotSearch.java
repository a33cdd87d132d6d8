package vn.careflow.contact;

/**
 * Finds the next time at which one of several agents and the customer are free. Pure
 * arithmetic on minutes since 1970.
 *
 * @param agents the free time of each agent
 * @param customer the customer's free time
 * @param length how many minutes the appointment takes
 * @param before how many minutes the agent is on the way there
 * @param after how many minutes the agent is on the way back
 * @param step on which minutes it may begin
 */
record FreeSlotSearch(FreeTime[] agents, FreeTime customer, long length, long before, long after, long step) {

	/** No such time. */
	static final long NEVER = Long.MAX_VALUE;

	/**
	 * The earliest start at or after a moment at which any agent is free.
	 * @param at not before this minute
	 * @param until the appointment is over by this minute
	 * @return the minute, or {@link #NEVER}
	 */
	long next(long at, long until) {
		long best = NEVER;
		for (FreeTime agent : this.agents) {
			long last = Math.min(until, (best == NEVER) ? until : best + this.length - 1);
			best = Math.min(best, next(agent, at, last));
		}
		return best;
	}

	/** The same for one agent. */
	long next(FreeTime agent, long at, long until) {
		long start = roundUp(at);
		while (start <= until - this.length) {
			long free = agent.first(start - this.before, this.before + this.length + this.after);
			if (free == NEVER) {
				return NEVER;
			}
			long candidate = roundUp(free + this.before);
			if (candidate == start && this.customer.isFree(start, start + this.length)) {
				return start;
			}
			start = (candidate == start) ? later(start) : candidate;
		}
		return NEVER;
	}

	boolean isFree(FreeTime agent, long start) {
		return agent.isFree(start - this.before, start + this.length + this.after);
	}

	/** The next start at which the customer is free again. */
	private long later(long start) {
		long free = this.customer.first(start + 1, this.length);
		return (free == NEVER) ? NEVER : roundUp(free);
	}

	private long roundUp(long minute) {
		long over = Math.floorMod(minute, this.step);
		return (over == 0) ? minute : minute + this.step - over;
	}

}
