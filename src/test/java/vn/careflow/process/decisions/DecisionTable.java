package vn.careflow.process.decisions;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.hitpolicy.DmnHitPolicyException;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Rule;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One decision table under test, evaluated by the engine that runs it in production.
 * <p>
 * It answers with the row that matched, so that tests can hold each row to a case and
 * each combination of facts to exactly one row.
 */
final class DecisionTable {

	private static final Pattern MOMENT = Pattern.compile("date and time\\(\"([^\"]+)\"\\)");

	private final DmnEngine engine;

	private final DmnDecision decision;

	private final org.camunda.bpm.model.dmn.instance.DecisionTable model;

	private final Map<String, Input> inputs = new LinkedHashMap<>();

	private List<DmnEvaluatedDecisionRule> matched = List.of();

	private DecisionTable(String id, byte[] dmn) {
		DmnEngineConfiguration configuration = DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
		configuration.getCustomPostDecisionTableEvaluationListeners().add(this::remember);
		this.engine = configuration.buildEngine();
		this.decision = this.engine.parseDecision(id, new ByteArrayInputStream(dmn));
		this.model = Dmn.readModelFromStream(new ByteArrayInputStream(dmn))
			.getModelElementsByType(org.camunda.bpm.model.dmn.instance.DecisionTable.class)
			.iterator()
			.next();
		this.model.getInputs()
			.forEach((input) -> this.inputs.put(input.getInputExpression().getText().getTextContent(), input));
	}

	/** The table in the file of that name. */
	static DecisionTable named(String id) {
		try {
			return new DecisionTable(id, Files.readAllBytes(Path.of("processes/decisions", id + ".dmn")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static DecisionTable of(String id, String dmn) {
		return new DecisionTable(id, dmn.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * What the table says about the facts.
	 * @throws AssertionError when not exactly one row matches
	 */
	Answer answer(Map<String, Object> facts) {
		Map<String, Object> outcome;
		try {
			outcome = this.engine.evaluateDecisionTable(this.decision, facts).getSingleResult();
		}
		catch (DmnHitPolicyException ex) {
			throw new AssertionError("More than one row of %s for %s".formatted(this.decision.getKey(), facts), ex);
		}
		assertThat(this.matched).as("the rows of %s for %s", this.decision.getKey(), facts).hasSize(1);
		return new Answer(this.matched.get(0).getId(), outcome);
	}

	/**
	 * The rows of a collecting table for the facts, each with what it says.
	 */
	List<Answer> answers(Map<String, Object> facts) {
		List<Map<String, Object>> rows = this.engine.evaluateDecisionTable(this.decision, facts).getResultList();
		assertThat(this.matched).as("the rows of %s for %s", this.decision.getKey(), facts).hasSameSizeAs(rows);
		return IntStream.range(0, rows.size())
			.mapToObj((i) -> new Answer(this.matched.get(i).getId(), rows.get(i)))
			.toList();
	}

	HitPolicy hitPolicy() {
		return this.model.getHitPolicy();
	}

	Set<String> ruleIds() {
		return this.model.getRules().stream().map(Rule::getId).collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/** The rows that do not say why they are there. */
	List<String> rulesWithoutReason() {
		return this.model.getRules()
			.stream()
			.filter((rule) -> rule.getDescription() == null || rule.getDescription().getTextContent().isBlank())
			.map(Rule::getId)
			.toList();
	}

	/** The moments at which some row of the table begins or ceases to hold, in order. */
	SortedSet<LocalDateTime> momentsIn(String input) {
		int column = List.copyOf(this.inputs.keySet()).indexOf(input);
		return this.model.getRules()
			.stream()
			.map((rule) -> List.copyOf(rule.getInputEntries()).get(column).getText().getTextContent())
			.flatMap((entry) -> MOMENT.matcher(entry).results())
			.map((found) -> LocalDateTime.parse(found.group(1)))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * Reads cases, one a line: the row that must match (without its prefix
	 * {@code Rule_}), facts, and what must be answered. The first line names the columns.
	 * A fact may be {@code null}; an answer beginning with {@code ~} need only be
	 * contained.
	 */
	List<AgreedCase> cases(String lines) {
		List<List<String>> cells = lines.lines().filter((line) -> !line.isBlank()).map(DecisionTable::cells).toList();
		List<String> names = cells.get(0);
		return cells.stream().skip(1).map((line) -> agreed(names, line)).toList();
	}

	/**
	 * Asserts that each row of the table is the answer to at least one case and that no
	 * case names a row that is not there.
	 */
	void assertEachRowHasACase(List<AgreedCase> cases) {
		assertThat(cases.stream().map(AgreedCase::rule).collect(Collectors.toSet())).as("rows with a case")
			.containsExactlyInAnyOrderElementsOf(ruleIds());
	}

	/**
	 * Asserts that exactly one row matches, whatever the facts, and that the values that
	 * the table lists for an input are those of the domain.
	 */
	void assertOneRowForEach(Domain domain) {
		assertThat(this.hitPolicy()).isEqualTo(HitPolicy.UNIQUE);
		assertThat(domain.names()).as("inputs swept").containsExactlyInAnyOrderElementsOf(this.inputs.keySet());
		this.inputs.forEach((name, input) -> assertListed(domain, name, input));
		domain.combinations().forEach(this::answer);
	}

	private static void assertListed(Domain domain, String name, Input input) {
		if (input.getInputValues() != null) {
			assertThat(input.getInputValues().getText().getTextContent().split(",")).as("values listed for %s", name)
				.containsExactlyInAnyOrder(domain.values(name)
					.stream()
					.map((value) -> '"' + value.toString() + '"')
					.toArray(String[]::new));
		}
	}

	private AgreedCase agreed(List<String> names, List<String> cells) {
		assertThat(cells).as("cells of the case %s", cells).hasSameSizeAs(names);
		Map<String, Object> facts = new LinkedHashMap<>();
		Map<String, String> answers = new LinkedHashMap<>();
		for (int column = 1; column < names.size(); column++) {
			String name = names.get(column);
			if (this.inputs.containsKey(name)) {
				facts.put(name, fact(this.inputs.get(name), cells.get(column)));
			}
			else {
				answers.put(name, cells.get(column));
			}
		}
		return new AgreedCase("Rule_" + cells.get(0), facts, answers);
	}

	private static Object fact(Input input, String cell) {
		if (cell.equals("null")) {
			return null;
		}
		return switch (input.getInputExpression().getTypeRef()) {
			case "string" -> cell;
			case "boolean" -> Boolean.valueOf(cell);
			case "integer" -> Integer.valueOf(cell);
			case "long" -> Long.valueOf(cell);
			case "date" -> date(LocalDateTime.parse(cell));
			default -> throw new IllegalArgumentException("No cases for inputs of type " + input);
		};
	}

	/** A moment as process variables carry it. */
	static Date date(LocalDateTime moment) {
		return Date.from(moment.atZone(ZoneId.systemDefault()).toInstant());
	}

	private static List<String> cells(String line) {
		return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
	}

	private void remember(DmnDecisionTableEvaluationEvent event) {
		this.matched = List.copyOf(event.getMatchingRules());
	}

	/**
	 * What a table answered.
	 *
	 * @param rule the id of the row that matched
	 * @param outcome values by output column
	 */
	record Answer(String rule, Map<String, Object> outcome) {

		String text(String output) {
			return (String) this.outcome.get(output);
		}

	}

	/**
	 * What was agreed for some facts.
	 *
	 * @param rule the id of the row that must match
	 * @param facts values by input column
	 * @param answers the expected text of some or all output columns
	 */
	record AgreedCase(String rule, Map<String, Object> facts, Map<String, String> answers) {

		void assertHolds(DecisionTable table) {
			Answer answer = table.answer(this.facts);
			assertThat(answer.rule()).as("the row for %s", this.facts).isEqualTo(this.rule);
			this.answers.forEach((output, expected) -> {
				assertThat(answer.outcome()).containsKey(output);
				String actual = String.valueOf(answer.outcome().get(output));
				if (expected.startsWith("~")) {
					assertThat(actual).contains(expected.substring(1));
				}
				else {
					assertThat(actual).as("%s for %s", output, this.facts).isEqualTo(expected);
				}
			});
		}

		@Override
		public String toString() {
			return this.rule + " " + this.facts.values();
		}

	}

	/**
	 * All values that facts can have, or for numbers and dates the values around each
	 * limit.
	 */
	static final class Domain {

		private final Map<String, List<Object>> values = new LinkedHashMap<>();

		/** Adds an input with its values; of enum constants the names count. */
		Domain with(String input, Object... values) {
			this.values.put(input,
					Arrays.stream(values)
						.map((value) -> (value instanceof Enum<?> code) ? code.name() : value)
						.toList());
			return this;
		}

		Set<String> names() {
			return this.values.keySet();
		}

		List<Object> values(String input) {
			return this.values.get(input);
		}

		List<Map<String, Object>> combinations() {
			List<Map<String, Object>> combinations = List.of(Map.of());
			for (String input : this.values.keySet()) {
				combinations = extended(combinations, input);
			}
			return combinations;
		}

		private List<Map<String, Object>> extended(List<Map<String, Object>> combinations, String input) {
			List<Map<String, Object>> extended = new ArrayList<>();
			for (Map<String, Object> combination : combinations) {
				for (Object value : this.values.get(input)) {
					Map<String, Object> facts = new LinkedHashMap<>(combination);
					facts.put(input, value);
					extended.add(facts);
				}
			}
			return extended;
		}

	}

}
