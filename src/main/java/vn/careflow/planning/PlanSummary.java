package vn.careflow.planning;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * How good a plan is, and how it was found.
 *
 * @param contacts how many it looked at
 * @param unchanged how many stay as they are
 * @param moved how many it would change
 * @param withoutPlace for how many no permitted place was free
 * @param before without the plan
 * @param trivial by the first free time for each, one after the other
 * @param plan with the plan
 * @param costs the plan's costs by constraint, beside those from before it
 * @param seed with which it was searched for: the same contacts give the same plan
 * @param tookMillis how long the search took
 * @param outOfTime whether the time limit ended the search, so that another run may find
 * another plan
 */
public record PlanSummary(int contacts, int unchanged, int moved, int withoutPlace, Figures before, Figures trivial,
		Figures plan, List<ItemReasons.Cost> costs, long seed, long tookMillis, boolean outOfTime) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	static PlanSummary fromJson(String json) {
		try {
			return JSON.readValue(json, PlanSummary.class);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("The summary of a plan could not be read", ex);
		}
	}

	String toJson() {
		try {
			return JSON.writeValueAsString(this);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("The summary of a plan could not be written", ex);
		}
	}

	/**
	 * How good a plan is; 0 is best everywhere.
	 *
	 * @param brokenRules how often it breaks a rule that binds
	 * @param withoutPlace how many contacts have no place
	 * @param cost what its delays, broken wishes and uneven days cost, in minutes of
	 * waiting
	 */
	public record Figures(long brokenRules, long withoutPlace, long cost) {
	}

}
