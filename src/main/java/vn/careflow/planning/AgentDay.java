package vn.careflow.planning;

import java.time.LocalDate;

/**
 * A person on a day. There is one object for each of them in a plan.
 */
final class AgentDay {

	private final String agentId;

	private final LocalDate day;

	private final int capacity;

	private final int other;

	private final int loadWeight;

	/**
	 * A day of a person.
	 * @param capacity how many contacts they may have on it
	 * @param other how many they have that the plan leaves alone
	 * @param loadWeight what uneven load costs
	 */
	AgentDay(String agentId, LocalDate day, int capacity, int other, int loadWeight) {
		this.agentId = agentId;
		this.day = day;
		this.capacity = capacity;
		this.other = other;
		this.loadWeight = loadWeight;
	}

	String agentId() {
		return this.agentId;
	}

	LocalDate day() {
		return this.day;
	}

	int capacity() {
		return this.capacity;
	}

	/** How many contacts the person has that day with so many planned ones. */
	int contactsWith(int planned) {
		return this.other + planned;
	}

	/** How many of the planned contacts are too many. */
	int beyondCapacity(int planned) {
		return Math.max(0, contactsWith(planned) - this.capacity);
	}

	/** What so many planned contacts cost: the square makes even days the cheapest. */
	long loadCost(int planned) {
		return (long) this.loadWeight * contactsWith(planned) * contactsWith(planned);
	}

	@Override
	public String toString() {
		return this.agentId + "@" + this.day;
	}

}
