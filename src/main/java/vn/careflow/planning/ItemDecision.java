package vn.careflow.planning;

import java.util.List;

/**
 * What became of a decision about a proposed change.
 *
 * @param item the item as it is now
 * @param refused why the decision was not taken over, in Vietnamese; empty when it was
 */
public record ItemDecision(DayPlanItem item, List<String> refused) {

	/** Whether it was taken over. */
	public boolean isTaken() {
		return this.refused.isEmpty();
	}

}
