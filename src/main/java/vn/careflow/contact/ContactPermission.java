package vn.careflow.contact;

import java.time.Instant;
import java.util.List;

/**
 * Whether a customer may be contacted at a moment.
 *
 * @param at the moment
 * @param refused what forbids it; empty when it is permitted
 * @param compromises the wishes that it would not fulfil
 * @param planned when a contact would be planned instead, and why not earlier
 */
public record ContactPermission(Instant at, List<RefusedSlot> refused, List<RefusedSlot> compromises,
		SlotDecision planned) {

	public boolean isPermitted() {
		return this.refused.isEmpty();
	}

}
