package vn.careflow.planning;

import java.time.Instant;

/**
 * Where a contact can be put in a plan: a person and a moment. There is one object for
 * each of them in a plan.
 */
final class Place {

	private final AgentDay agentDay;

	private final Instant start;

	Place(AgentDay agentDay, Instant start) {
		this.agentDay = agentDay;
		this.start = start;
	}

	AgentDay agentDay() {
		return this.agentDay;
	}

	String agentId() {
		return this.agentDay.agentId();
	}

	Instant start() {
		return this.start;
	}

	@Override
	public String toString() {
		return this.agentDay.agentId() + "@" + this.start;
	}

}
