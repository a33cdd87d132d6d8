package vn.careflow.assignment;

import java.util.Comparator;

import org.jspecify.annotations.Nullable;

/**
 * What of a kind a person shall get.
 *
 * @param kind what
 * @param agentId who, null when nobody was found or it ends with who leaves
 * @param number how many
 * @param firstNo the number of the first of them
 * @param lastNo the number of the last of them; others may lie between
 * @param notByRules for how many of them the rules found nobody
 */
public record HandOverShare(HandOverKind kind, @Nullable String agentId, long number, int firstNo, int lastNo,
		long notByRules) implements Comparable<HandOverShare> {

	private static final Comparator<HandOverShare> IN_ORDER = Comparator.comparing(HandOverShare::kind)
		.thenComparing(HandOverShare::firstNo);

	@Override
	public int compareTo(HandOverShare other) {
		return IN_ORDER.compare(this, other);
	}

}
