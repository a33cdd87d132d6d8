package vn.careflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;

/**
 * What every Camunda Form of the product keeps to, so that it opens in Tasklist, reads
 * well to a Vietnamese agent and can be checked by the server.
 * <p>
 * The engine deploys any JSON and the browser complains only when a person opens it.
 */
final class FormConventions {

	/** The rows of a list that a task is about. */
	private static final List<String> LISTS = List.of("planRows", "coverRows");

	/**
	 * Inputs whose values the server knows how to check. A dynamic list is none of them:
	 * Tasklist 7.24 never lets a form with one be completed, because form-js 1.8 reports
	 * the empty errors of its rows.
	 */
	private static final Set<String> INPUTS = Set.of("textfield", "textarea", "number", "checkbox", "radio", "select",
			"datetime");

	private static final Set<String> DISPLAYS = Set.of("text", "separator", "spacer");

	private static final Set<String> FREE_TEXT = Set.of("textfield", "textarea");

	private static final Set<String> CHOICES = Set.of("select", "radio");

	/** Where options come from when they are data. */
	private static final Set<String> OPTION_SOURCES = Set.of("products", "agents", "teams", "appointmentKinds",
			"appointmentSlots");

	/**
	 * What the server adds to a task's form for display, in the order in which a form
	 * shows it: who, what, deadline, history, script.
	 */
	private static final List<String> PRESENTED = List.of("customerName", "customerNumber", "customerPhone",
			"customerSummary", "caseTitle", "caseDetail", "deadlineText", "whyYou", "whyNow", "historyText", "script",
			LISTS.get(0), LISTS.get(1));

	/** What no task can be done without seeing. */
	private static final List<String> SHOWN_BY_TASKS = List.of("customerName", "caseTitle", "deadlineText", "whyYou",
			"historyText");

	/** What no task can be done without seeing that is about many customers. */
	private static final List<String> SHOWN_BY_LISTS = List.of("caseTitle", "caseDetail", "deadlineText", "whyYou");

	private static final Pattern VIETNAMESE = Pattern.compile("[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]");

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^}]*)}}");

	private static final Pattern FEEL_TEXT = Pattern.compile("\"[^\"]*\"");

	private static final Pattern FEEL_NAME = Pattern.compile("\\b[A-Za-z_]\\w*\\b");

	private static final Set<String> FEEL_WORDS = Set.of("and", "or", "not", "null", "true", "false", "if", "then",
			"else", "in", "between");

	private static final int LONGEST_TEXT = 4000;

	private static final int GRID_COLUMNS = 16;

	private final FeelEngineApi feel = FeelEngineBuilder.forJava().build();

	/**
	 * Everything that is wrong with a form.
	 * @param name the file's name without its ending
	 * @param form the file's content
	 * @return complaints naming the component; empty for a sound form
	 */
	List<String> complaintsAbout(String name, JsonNode form) {
		List<String> complaints = new ArrayList<>();
		List<JsonNode> components = StreamSupport.stream(form.path("components").spliterator(), false).toList();
		checkHead(name, form, complaints::add);
		checkUnique("id", components, complaints::add);
		checkUnique("key", components.stream().filter((component) -> component.has("key")).toList(), complaints::add);
		checkRows(components, complaints::add);
		checkFacts(name, components, complaints::add);
		Set<String> names = new HashSet<>(PRESENTED);
		components.forEach((component) -> names.add(component.path("key").asText()));
		components.forEach((component) -> {
			Consumer<String> complain = (reason) -> complaints.add(component.path("id").asText() + ": " + reason);
			checkComponent(component, complain);
			checkCondition(component.path("conditional"), names, complain);
		});
		return complaints;
	}

	private void checkHead(String name, JsonNode form, Consumer<String> complain) {
		Map<String, String> expected = Map.of("id", name, "type", "default", "schemaVersion", "16", "executionPlatform",
				"Camunda Platform", "executionPlatformVersion", "7.24.0");
		expected.forEach((field, value) -> {
			if (!form.path(field).asText().equals(value)) {
				complain.accept("form: %s must be «%s»".formatted(field, value));
			}
		});
	}

	private void checkUnique(String field, List<JsonNode> components, Consumer<String> complain) {
		Set<String> seen = new HashSet<>();
		for (JsonNode component : components) {
			String value = component.path(field).asText();
			if (value.isBlank() || !seen.add(value)) {
				complain.accept("form: %s «%s» is missing or used twice".formatted(field, value));
			}
		}
	}

	private void checkRows(List<JsonNode> components, Consumer<String> complain) {
		Map<String, Integer> widths = new HashMap<>();
		for (JsonNode component : components) {
			JsonNode layout = component.path("layout");
			widths.merge(layout.path("row").asText(), layout.path("columns").asInt(GRID_COLUMNS), Integer::sum);
		}
		widths.forEach((row, width) -> {
			if (row.isEmpty() || width > GRID_COLUMNS) {
				complain.accept("form: row «%s» is %d columns wide, of %d".formatted(row, width, GRID_COLUMNS));
			}
		});
	}

	private void checkFacts(String name, List<JsonNode> components, Consumer<String> complain) {
		List<String> shown = components.stream()
			.flatMap((component) -> placeholders(component.path("text").asText()))
			.distinct()
			.toList();
		if (name.startsWith("start-")) {
			shown.forEach((fact) -> complain.accept("form: «%s» is not known before the case is".formatted(fact)));
			return;
		}
		boolean aboutMany = components.stream()
			.anyMatch((component) -> placeholders(component.path("text").asText()).anyMatch(LISTS::contains));
		(aboutMany ? SHOWN_BY_LISTS : SHOWN_BY_TASKS).stream()
			.filter((fact) -> !shown.contains(fact))
			.forEach((fact) -> complain.accept("form: a task must show «%s»".formatted(fact)));
		List<Integer> order = shown.stream().map(PRESENTED::indexOf).map(FormConventions::group).toList();
		if (!order.equals(order.stream().sorted().toList())) {
			complain.accept("form: show who, what, deadline, history, script in this order, not " + shown);
		}
		long displays = components.stream().takeWhile((component) -> !component.has("key")).count();
		if (components.stream()
			.skip(displays)
			.anyMatch((component) -> component.path("type").asText().equals("text"))) {
			complain.accept("form: show facts before inputs");
		}
	}

	/** Who, what, deadline, history, script: facts of one group come in any order. */
	private static int group(int presented) {
		return Stream.of(0, 4, 6, 8, 9)
			.filter((first) -> first <= presented)
			.mapToInt(Integer::intValue)
			.max()
			.orElse(-1);
	}

	private static Stream<String> placeholders(String text) {
		return PLACEHOLDER.matcher(text)
			.results()
			.map((found) -> found.group(1).strip())
			.filter((tag) -> !tag.startsWith("/"))
			.map((tag) -> tag.replaceFirst("^#if ", "").strip());
	}

	private void checkComponent(JsonNode component, Consumer<String> complain) {
		String type = component.path("type").asText();
		if (INPUTS.contains(type)) {
			checkInput(component, type, complain);
		}
		else if (!DISPLAYS.contains(type)) {
			complain.accept("type «%s» is none that the server can check".formatted(type));
		}
		placeholders(component.path("text").asText()).filter((fact) -> !PRESENTED.contains(fact))
			.forEach((fact) -> complain.accept("nobody provides «%s»".formatted(fact)));
	}

	private void checkInput(JsonNode input, String type, Consumer<String> complain) {
		if (!input.path("key").asText().matches("[a-z][A-Za-z0-9]*")) {
			complain.accept("the key must be a camelCase variable name");
		}
		if (!input.path("validate").isObject()) {
			complain.accept("validate is missing");
		}
		labels(input, type).forEach((field) -> requireVietnamese(field, input.path(field).asText(), complain));
		if (FREE_TEXT.contains(type)) {
			checkText(input.path("validate").path("maxLength").asInt(), complain);
		}
		if (CHOICES.contains(type)) {
			checkOptions(input, complain);
		}
		if (type.equals("number")) {
			checkNumber(input.path("validate"), complain);
		}
	}

	private static List<String> labels(JsonNode input, String type) {
		if (!type.equals("datetime")) {
			return List.of("label", "description");
		}
		return input.path("subtype").asText().equals("date") ? List.of("dateLabel", "description")
				: List.of("dateLabel", "timeLabel", "description");
	}

	private static void requireVietnamese(String field, String text, Consumer<String> complain) {
		if (!VIETNAMESE.matcher(text).find()) {
			complain.accept("%s «%s» is not Vietnamese".formatted(field, text));
		}
	}

	private static void checkText(int maxLength, Consumer<String> complain) {
		if (maxLength < 1 || maxLength > LONGEST_TEXT) {
			complain.accept("maxLength must be between 1 and " + LONGEST_TEXT);
		}
	}

	private static void checkNumber(JsonNode rules, Consumer<String> complain) {
		if (!rules.path("min").isNumber() || !rules.path("max").isNumber()) {
			complain.accept("a number needs min and max");
		}
	}

	private static void checkOptions(JsonNode input, Consumer<String> complain) {
		String source = input.path("properties").path("options").asText();
		List<String> values = input.path("values").findValuesAsText("value");
		if (input.has("valuesKey") || !input.path("values").isArray()) {
			complain.accept("options are listed in values or named in properties.options");
		}
		else if (!source.isEmpty()) {
			checkSource(source, values, complain);
		}
		else {
			checkListed(input, values, complain);
		}
	}

	private static void checkSource(String source, Collection<String> values, Consumer<String> complain) {
		if (!OPTION_SOURCES.contains(source)) {
			complain.accept("nobody provides the options «%s»".formatted(source));
		}
		if (!values.isEmpty()) {
			complain.accept("options that are data are not listed as well");
		}
	}

	private static void checkListed(JsonNode input, List<String> values, Consumer<String> complain) {
		boolean codes = values.stream().allMatch((value) -> value.matches("[A-Z][A-Z_]*"));
		if (values.size() < 2 || !codes || new HashSet<>(values).size() < values.size()) {
			complain.accept("there must be two or more options with different CODES, not " + values);
		}
		List<String> labels = input.path("values").findValuesAsText("label");
		if (labels.size() < values.size() || labels.stream().anyMatch(String::isBlank)) {
			complain.accept("each option needs a label");
		}
		if (input.has("defaultValue") && !values.contains(input.get("defaultValue").asText())) {
			complain.accept("the default is none of the options");
		}
	}

	private void checkCondition(JsonNode conditional, Set<String> names, Consumer<String> complain) {
		if (conditional.isMissingNode()) {
			return;
		}
		String hide = conditional.path("hide").asText();
		if (!hide.startsWith("=")) {
			complain.accept("the condition must be a FEEL expression that begins with =");
			return;
		}
		ParseResult parsed = this.feel.parseExpression(hide.substring(1));
		if (parsed.isFailure()) {
			complain.accept("the condition cannot be read: " + hide);
			return;
		}
		namesIn(hide).stream()
			.filter((name) -> !names.contains(name))
			.forEach((name) -> complain
				.accept("the condition asks for «%s», which the form does not have".formatted(name)));
	}

	private static Set<String> namesIn(String expression) {
		return FEEL_NAME.matcher(FEEL_TEXT.matcher(expression).replaceAll(""))
			.results()
			.map(MatchResult::group)
			.filter((name) -> !FEEL_WORDS.contains(name))
			.collect(Collectors.toSet());
	}

}
