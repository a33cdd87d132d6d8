package vn.careflow.assignment;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whom this transaction holds while it decides, so that nobody else gives them work at
 * the same time. It never waits inside the database, so transactions that hold several
 * people cannot block each other in a circle: it tries again for a while and then does
 * without.
 */
final class Holds {

	private static final long PATIENCE_NANOS = Duration.ofSeconds(2).toNanos();

	private static final long PAUSE_MILLIS = 4;

	private final Predicate<String> tryHold;

	private final long begin = System.nanoTime();

	private final Set<String> ours = new HashSet<>();

	/** How much each of those had whom another transaction held, when it did. */
	private final Map<String, Integer> others = new HashMap<>();

	private final Set<String> withheld = new HashSet<>();

	Holds(Predicate<String> tryHold) {
		this.tryHold = tryHold;
	}

	/**
	 * Tries to hold the person. After a second failure in a row it waits a little.
	 * @param load how much the person has, as far as this transaction knows
	 * @return whether the person is held now
	 */
	boolean tryFor(String agentId, int load) {
		if (this.ours.contains(agentId)) {
			return true;
		}
		if (this.tryHold.test(agentId)) {
			return this.ours.add(agentId);
		}
		if (this.others.put(agentId, load) != null) {
			waitFor(agentId);
		}
		return false;
	}

	/**
	 * Tries to hold one person, whom nobody else can replace.
	 * @return whether the person is held now
	 */
	boolean insistOn(String agentId) {
		boolean held = tryFor(agentId, 0);
		while (!held && !areWithheld(agentId)) {
			held = tryFor(agentId, 0);
		}
		return held;
	}

	boolean areOurs(String agentId) {
		return this.ours.contains(agentId);
	}

	/**
	 * Whether another transaction is giving the person something that is not in their
	 * load yet.
	 * @param load how much the person has now
	 */
	boolean areOthers(String agentId, int load) {
		Integer then = this.others.get(agentId);
		return then != null && load <= then;
	}

	boolean areWithheld(String agentId) {
		return this.withheld.contains(agentId);
	}

	private void waitFor(String agentId) {
		if (System.nanoTime() - this.begin > PATIENCE_NANOS) {
			this.withheld.add(agentId);
			return;
		}
		this.others.clear();
		try {
			Thread.sleep(PAUSE_MILLIS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			this.withheld.add(agentId);
		}
	}

}
