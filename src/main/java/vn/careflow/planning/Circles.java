package vn.careflow.planning;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import vn.careflow.contact.PlannableContact;

/**
 * Numbers contacts so that those have the same number that concern each other, directly
 * or by way of others: because a limit counts them together.
 */
final class Circles {

	private final Map<String, String> leaders = new HashMap<>();

	private Circles() {
	}

	static Map<UUID, Integer> of(List<PlannableContact> contacts) {
		Circles circles = new Circles();
		contacts.forEach((contact) -> contact.keys().forEach((key) -> circles.join(own(contact), key)));
		Map<String, Integer> numbers = new HashMap<>();
		Map<UUID, Integer> result = new LinkedHashMap<>();
		contacts.forEach((contact) -> result.put(contact.contact().id(),
				numbers.computeIfAbsent(circles.leaderOf(own(contact)), (leader) -> numbers.size() + 1)));
		return result;
	}

	private static String own(PlannableContact contact) {
		return "contact/" + contact.contact().id();
	}

	private void join(String one, String other) {
		String leader = leaderOf(one);
		String follower = leaderOf(other);
		if (!leader.equals(follower)) {
			this.leaders.put(follower, leader);
		}
	}

	private String leaderOf(String key) {
		String leader = this.leaders.getOrDefault(key, key);
		while (!leader.equals(this.leaders.getOrDefault(leader, leader))) {
			leader = this.leaders.getOrDefault(leader, leader);
		}
		return leader;
	}

}
