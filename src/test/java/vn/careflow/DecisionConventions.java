package vn.careflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * What every decision table keeps to: one answer, from typed facts, to typed variables of
 * the same name.
 */
final class DecisionConventions {

	private static final Pattern VARIABLE = Pattern.compile("[a-z][A-Za-z0-9]*");

	private static final Set<HitPolicy> POLICIES = Set.of(HitPolicy.UNIQUE, HitPolicy.FIRST, HitPolicy.COLLECT);

	private static final Set<String> TYPES = Set.of("string", "boolean", "integer", "long", "double", "date");

	/**
	 * The tables of a file that may give several answers to one question.
	 * @return the ids of the decisions
	 */
	Set<String> collectingIn(DmnModelInstance model) {
		return model.getModelElementsByType(Decision.class)
			.stream()
			.filter((decision) -> decision.getExpression() instanceof DecisionTable table
					&& table.getHitPolicy() == HitPolicy.COLLECT)
			.map(Decision::getId)
			.collect(Collectors.toSet());
	}

	/**
	 * Everything that is wrong with a file's tables.
	 * @return complaints naming the element; empty for sound tables
	 */
	List<String> complaintsAbout(DmnModelInstance model) {
		List<String> complaints = new ArrayList<>();
		model.getModelElementsByType(Decision.class).forEach((decision) -> checkDecision(decision, complaints::add));
		model.getModelElementsByType(DecisionTable.class).forEach((table) -> checkTable(table, complaints::add));
		return complaints;
	}

	private void checkDecision(Decision decision, Consumer<String> complain) {
		if (decision.getName() == null || !ModelWords.isVietnamese(decision.getName())) {
			complain.accept("%s: give it a Vietnamese name, not «%s»".formatted(decision.getId(), decision.getName()));
		}
		if (decision.getCamundaHistoryTimeToLiveString() == null) {
			complain.accept("%s: set camunda:historyTimeToLive, such as «P365D»".formatted(decision.getId()));
		}
		if (!(decision.getExpression() instanceof DecisionTable)) {
			complain.accept("%s: make it a decision table, which people can read".formatted(decision.getId()));
		}
	}

	private void checkTable(DecisionTable table, Consumer<String> complain) {
		checkHitPolicy(table, complain);
		if (table.getRules().isEmpty()) {
			complain.accept("%s: has no rules; add some".formatted(table.getId()));
		}
		table.getInputs().forEach((input) -> checkInput(input, complain));
		table.getOutputs().forEach((output) -> checkOutput(output, complain));
	}

	private void checkHitPolicy(DecisionTable table, Consumer<String> complain) {
		if (table.getHitPolicy() == HitPolicy.FIRST && !endsWithCatchAll(table)) {
			complain.accept("%s: hit policy FIRST needs a last rule without conditions, for everything else"
				.formatted(table.getId()));
		}
		if (!POLICIES.contains(table.getHitPolicy()) || table.getAggregation() != null) {
			complain.accept(
					"%s: hit policy is %s; use UNIQUE, FIRST with a last rule for everything else, or COLLECT of rows"
						.formatted(table.getId(), table.getHitPolicy()));
		}
	}

	private static boolean endsWithCatchAll(DecisionTable table) {
		List<Rule> rules = List.copyOf(table.getRules());
		return !rules.isEmpty() && rules.get(rules.size() - 1)
			.getInputEntries()
			.stream()
			.map((entry) -> (entry.getText() != null) ? entry.getText().getTextContent().trim() : "")
			.allMatch((condition) -> condition.isEmpty() || condition.equals("-"));
	}

	private void checkInput(Input input, Consumer<String> complain) {
		InputExpression expression = input.getInputExpression();
		String variable = (expression != null && expression.getText() != null)
				? expression.getText().getTextContent().trim() : "";
		if (!VARIABLE.matcher(variable).matches()) {
			complain.accept(
					"%s: ask for one variable, not «%s»; a room computes the rest".formatted(input.getId(), variable));
		}
		checkType(input.getId(), (expression != null) ? expression.getTypeRef() : null, complain);
		checkLabel(input.getId(), input.getLabel(), complain);
	}

	private void checkOutput(Output output, Consumer<String> complain) {
		if (output.getName() == null || !VARIABLE.matcher(output.getName()).matches()) {
			complain.accept("%s: name the variable that it sets in camelCase, not «%s»".formatted(output.getId(),
					output.getName()));
		}
		checkType(output.getId(), output.getTypeRef(), complain);
		checkLabel(output.getId(), output.getLabel(), complain);
	}

	private void checkType(String id, String type, Consumer<String> complain) {
		if (type == null || !TYPES.contains(type)) {
			complain
				.accept("%s: say its type, one of %s, not «%s»".formatted(id, TYPES.stream().sorted().toList(), type));
		}
	}

	private void checkLabel(String id, String label, Consumer<String> complain) {
		if (label == null || label.isBlank() || !ModelWords.isVietnamese(label)) {
			complain.accept("%s: give the column a Vietnamese label, not «%s»".formatted(id, label));
		}
	}

}
