package vn.careflow.contact;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.jspecify.annotations.Nullable;

/**
 * The reasons of a slot as they are stored, in JSON: read by people, never searched.
 *
 * @param refused the times before the slot
 * @param compromises the wishes that the slot does not fulfil
 */
record SlotReasons(List<RefusedSlot> refused, List<RefusedSlot> compromises) {

	private static final JsonMapper JSON = JsonMapper.builder()
		.addModule(new JavaTimeModule())
		.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
		.build();

	/** As many of the refused times as there is room for, the first ones first. */
	static String fitting(SlotDecision decision, int longest) {
		List<RefusedSlot> refused = decision.refused();
		String json = new SlotReasons(refused, decision.compromises()).toJson();
		while (json.length() > longest && !refused.isEmpty()) {
			refused = refused.subList(0, refused.size() - 1);
			json = new SlotReasons(refused, decision.compromises()).toJson();
		}
		return json;
	}

	static SlotReasons fromJson(@Nullable String json) {
		if (json == null) {
			return new SlotReasons(List.of(), List.of());
		}
		try {
			return JSON.readValue(json, SlotReasons.class);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("Reasons of a slot could not be read", ex);
		}
	}

	String toJson() {
		try {
			return JSON.writeValueAsString(this);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("Reasons of a slot could not be written", ex);
		}
	}

}
