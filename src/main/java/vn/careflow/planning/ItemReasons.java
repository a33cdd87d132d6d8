package vn.careflow.planning;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Why a contact is where the plan puts it.
 *
 * @param rules the rules that bind, and what they left to choose from
 * @param costs what the place costs by constraint, before the plan and with it, in
 * minutes of waiting; only what differs from nothing
 * @param others why nobody else has it at that time
 */
public record ItemReasons(List<RuleCheck> rules, List<Cost> costs, List<RuleCheck> others) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	static ItemReasons fromJson(String json) {
		try {
			return JSON.readValue(json, ItemReasons.class);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("Reasons of a plan could not be read", ex);
		}
	}

	String toJson() {
		try {
			return JSON.writeValueAsString(this);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("Reasons of a plan could not be written", ex);
		}
	}

	/**
	 * What a rule said.
	 *
	 * @param rule what it is about, in Vietnamese; or the user id of a person
	 * @param said its answer, in Vietnamese
	 */
	public record RuleCheck(String rule, String said) {
	}

	/**
	 * What a place costs.
	 *
	 * @param constraint for what, in Vietnamese
	 * @param before what it cost before the plan
	 * @param after what it costs with it
	 */
	public record Cost(String constraint, long before, long after) {
	}

}
