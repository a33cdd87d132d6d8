package vn.careflow.process;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * What one form allows to be submitted: which names, of which type, under which rules.
 * <p>
 * The browser checks the same rules for the person's comfort; the engine's REST API would
 * accept anything. This is the check that holds, whoever completes the task.
 */
final class FormContract {

	private static final Set<String> DISPLAY_ONLY = Set.of("text", "html", "image", "button", "separator", "spacer",
			"table", "expression", "iframe");

	private static final Set<String> CONTAINERS = Set.of("group", "default");

	private final String formId;

	private final List<FormField> fields;

	private FormContract(String formId, List<FormField> fields) {
		this.formId = formId;
		this.fields = List.copyOf(fields);
	}

	/**
	 * Reads the contract out of a form's schema.
	 * @param schema the form as JSON, its options from data filled in
	 */
	static FormContract read(JsonNode schema) {
		List<FormField> fields = new ArrayList<>();
		collect(schema.path("components"), fields);
		return new FormContract(schema.path("id").asText(), fields);
	}

	private static void collect(JsonNode components, List<FormField> fields) {
		for (JsonNode component : components) {
			String type = component.path("type").asText();
			if (CONTAINERS.contains(type)) {
				collect(component.path("components"), fields);
			}
			else if (!DISPLAY_ONLY.contains(type)) {
				fields.add(field(component, type));
			}
		}
	}

	private static FormField field(JsonNode component, String type) {
		Set<String> values = new LinkedHashSet<>();
		component.path("values").forEach((option) -> values.add(option.path("value").asText()));
		String hide = component.path("conditional").path("hide").asText("");
		String key = component.path("key").asText();
		String label = component.path("label").asText(component.path("dateLabel").asText(key));
		return new FormField(key, label, type, rules(component), values,
				hide.isBlank() ? null : hide.replaceFirst("^=", ""));
	}

	/** How many decimals a number may have stands beside the other rules in a form. */
	private static JsonNode rules(JsonNode component) {
		ObjectNode rules = component.path("validate").isObject() ? component.path("validate").deepCopy()
				: JsonNodeFactory.instance.objectNode();
		if (component.hasNonNull(FormField.DECIMAL_DIGITS)) {
			rules.set(FormField.DECIMAL_DIGITS, component.get(FormField.DECIMAL_DIGITS));
		}
		return rules;
	}

	/**
	 * Checks what was submitted and turns it into typed variables.
	 * @param submitted names and raw values, as REST or a browser sent them
	 * @param conditions decides which fields the form hides for these values
	 * @param zone the zone in which days and local times are meant
	 * @return one typed variable for each visible field; free text is transient
	 * @throws FormRejected with every violation at once
	 */
	VariableMap check(Map<String, ?> submitted, FormConditions conditions, ZoneId zone) {
		Map<String, Object> raw = raw(submitted);
		List<FormRejected.Violation> violations = new ArrayList<>(unknown(raw));
		VariableMap variables = Variables.createVariables();
		for (FormField field : this.fields) {
			Object value = raw.get(field.key());
			if (conditions.hides(field, raw)) {
				refuseHidden(field, value, violations);
				continue;
			}
			field.complaintAbout(value)
				.ifPresentOrElse((message) -> violations.add(new FormRejected.Violation(field.key(), message)),
						() -> variables.putValueTyped(field.key(), field.typed(value, zone)));
		}
		if (!violations.isEmpty()) {
			throw new FormRejected(violations);
		}
		return variables;
	}

	Set<String> names() {
		Set<String> names = new LinkedHashSet<>();
		this.fields.forEach((field) -> names.add(field.key()));
		return names;
	}

	private static Map<String, @Nullable Object> raw(Map<String, ?> submitted) {
		Map<String, @Nullable Object> raw = new LinkedHashMap<>();
		submitted
			.forEach((name, value) -> raw.put(name, (value instanceof TypedValue typed) ? typed.getValue() : value));
		return raw;
	}

	private List<FormRejected.Violation> unknown(Map<String, @Nullable Object> raw) {
		Set<String> known = names();
		return raw.keySet()
			.stream()
			.filter((name) -> !known.contains(name))
			.map((name) -> new FormRejected.Violation(name,
					"Biểu mẫu «%s» không có trường «%s».".formatted(this.formId, name)))
			.toList();
	}

	private static void refuseHidden(FormField field, @Nullable Object value, List<FormRejected.Violation> violations) {
		boolean ticked = !FormField.isBlank(value) && !Objects.equals(String.valueOf(value), "false");
		if (ticked) {
			violations.add(new FormRejected.Violation(field.key(),
					"«%s» không áp dụng cho lựa chọn này; hãy để trống.".formatted(field.label())));
		}
	}

}
