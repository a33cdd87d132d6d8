package vn.careflow.assignment;

import java.util.Map;

/**
 * How many things of a kind are in which state.
 *
 * @param kind what
 * @param states how many in each state; none where a state is missing
 */
public record HandOverProgress(HandOverKind kind, Map<HandOverItem.State, Long> states) {

	public HandOverProgress {
		states = Map.copyOf(states);
	}

}
