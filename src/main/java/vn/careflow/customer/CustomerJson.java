package vn.careflow.customer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/** Reads customers from JSON so that each field that cannot be read is named. */
@Component
class CustomerJson {

	/** Given once, at registration; the owner changes by a verb of its own. */
	private static final Set<String> FIXED = Set.of("source", "externalId", "ownerId");

	private final ObjectMapper json;

	CustomerJson(ObjectMapper json) {
		this.json = json;
	}

	/** A customer to register. */
	NewCustomer newCustomer(ObjectNode body) {
		List<FieldProblem> problems = new ArrayList<>();
		CustomerFields fields = new CustomerFields(values(body, problems));
		NewCustomer customer = fields.newCustomer();
		problems.addAll(fields.problems());
		if (customer == null || !problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
		return customer;
	}

	/** The customer's profile after a merge patch (RFC 7396): null empties a field. */
	CustomerProfile changed(Customer customer, ObjectNode patch) {
		List<FieldProblem> problems = new ArrayList<>();
		ObjectNode merged = this.json.valueToTree(CustomerInput.of(customer));
		patch.properties().forEach((field) -> {
			if (FIXED.contains(field.getKey())) {
				problems.add(new FieldProblem(field.getKey(), "Trường này không sửa được ở đây."));
			}
			merged.set(field.getKey(), field.getValue());
		});
		CustomerFields fields = new CustomerFields(values(merged, problems));
		CustomerProfile profile = fields.profile();
		problems.addAll(fields.problems());
		if (profile == null || !problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
		return profile;
	}

	private static Map<String, List<String>> values(ObjectNode body, List<FieldProblem> problems) {
		Map<String, List<String>> values = new LinkedHashMap<>();
		body.properties().forEach((field) -> {
			if (!CustomerFields.NAMES.contains(field.getKey())) {
				problems.add(new FieldProblem(field.getKey(), "Không có trường này."));
			}
			else {
				values.put(field.getKey(), texts(field.getKey(), field.getValue(), problems));
			}
		});
		return values;
	}

	private static List<String> texts(String field, JsonNode value, List<FieldProblem> problems) {
		List<String> texts = new ArrayList<>();
		Iterable<JsonNode> nodes = value.isArray() ? value : List.of(value);
		for (JsonNode node : nodes) {
			if (node.isContainerNode()) {
				problems.add(new FieldProblem(field, "Phải là một giá trị, không phải một đối tượng."));
			}
			else if (!node.isNull()) {
				texts.add(node.isNumber() ? node.decimalValue().toPlainString() : node.asText());
			}
		}
		return texts;
	}

}
