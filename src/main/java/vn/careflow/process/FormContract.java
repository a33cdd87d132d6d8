package vn.careflow.process;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

	private static final String LIST = "dynamiclist";

	private static final int MOST_ROWS = 2_000;

	private static final ObjectMapper JSON = new ObjectMapper();

	private final String formId;

	private final List<FormField> fields;

	/** The lists of the form by their path, with what each row may hold. */
	private final Map<String, FormContract> lists;

	private FormContract(String formId, List<FormField> fields, Map<String, FormContract> lists) {
		this.formId = formId;
		this.fields = List.copyOf(fields);
		this.lists = Map.copyOf(lists);
	}

	/**
	 * Reads the contract out of a form's schema.
	 * @param schema the form as JSON, its options from data filled in
	 */
	static FormContract read(JsonNode schema) {
		List<FormField> fields = new ArrayList<>();
		Map<String, FormContract> lists = new LinkedHashMap<>();
		collect(schema.path("components"), fields, lists);
		return new FormContract(schema.path("id").asText(), fields, lists);
	}

	private static void collect(JsonNode components, List<FormField> fields, Map<String, FormContract> lists) {
		for (JsonNode component : components) {
			String type = component.path("type").asText();
			if (CONTAINERS.contains(type)) {
				collect(component.path("components"), fields, lists);
			}
			else if (type.equals(LIST)) {
				lists.put(component.path("path").asText(), read(component));
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
	 * @return one typed variable for each visible field; free text is transient, and so
	 * is a list, which comes as JSON
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
		this.lists.forEach((path, rows) -> variables.putValueTyped(path,
				rows.checkedRows(path, raw.get(path), conditions, zone, violations)));
		if (!violations.isEmpty()) {
			throw new FormRejected(violations);
		}
		return variables;
	}

	/**
	 * The rows of a list that keep this contract, as JSON that lives for the transaction
	 * only. In a row's conditions the row is called {@code this}, as in the browser.
	 */
	private TypedValue checkedRows(String path, @Nullable Object value, FormConditions conditions, ZoneId zone,
			List<FormRejected.Violation> violations) {
		List<Map<String, @Nullable Object>> rows = rows(path, value, violations);
		for (int i = 0; i < rows.size(); i++) {
			Map<String, @Nullable Object> row = rows.get(i);
			Map<String, @Nullable Object> known = new LinkedHashMap<>(row);
			known.put("this", row);
			String where = "Dòng %d: ".formatted(i + 1);
			checkRow(row, known, conditions)
				.forEach((violation) -> violations.add(new FormRejected.Violation(path, where + violation.message())));
		}
		return Variables.stringValue(JSON.valueToTree(rows).toString(), true);
	}

	private List<FormRejected.Violation> checkRow(Map<String, @Nullable Object> row,
			Map<String, @Nullable Object> known, FormConditions conditions) {
		List<FormRejected.Violation> violations = new ArrayList<>(unknown(row));
		for (FormField field : this.fields) {
			Object value = row.get(field.key());
			if (conditions.hides(field, known)) {
				refuseHidden(field, value, violations);
			}
			else {
				field.complaintAbout(value)
					.ifPresent((message) -> violations.add(new FormRejected.Violation(field.key(), message)));
			}
		}
		return violations;
	}

	private static List<Map<String, @Nullable Object>> rows(String path, @Nullable Object value,
			List<FormRejected.Violation> violations) {
		if (FormField.isBlank(value)) {
			return List.of();
		}
		try {
			List<Map<String, @Nullable Object>> rows = JSON.readValue(
					(value instanceof Collection<?>) ? JSON.writeValueAsString(value) : value.toString(),
					new TypeReference<>() {
					});
			if (rows.size() <= MOST_ROWS) {
				return rows;
			}
		}
		catch (JsonProcessingException ex) {
			// Told below, like a list that is too long.
		}
		violations.add(new FormRejected.Violation(path, "«%s» không phải là danh sách hợp lệ.".formatted(path)));
		return List.of();
	}

	Set<String> names() {
		Set<String> names = new LinkedHashSet<>();
		this.fields.forEach((field) -> names.add(field.key()));
		names.addAll(this.lists.keySet());
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
