package vn.careflow.process;

import java.util.Map;

import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/**
 * Asks the decision tables that no business rule task names directly.
 */
@Component
class Decisions {

	private final DecisionService decisionService;

	Decisions(DecisionService decisionService) {
		this.decisionService = decisionService;
	}

	/**
	 * The one row that holds for the given facts.
	 * @param decision the table's id, which is its file name
	 * @param facts input values by the names of the table's input columns
	 * @return output values by column name
	 * @throws IllegalStateException when no row holds: the table has a gap
	 */
	Map<String, Object> decide(String decision, Map<String, Object> facts) {
		DmnDecisionResult result = this.decisionService.evaluateDecisionByKey(decision).variables(facts).evaluate();
		DmnDecisionResultEntries row = result.getSingleResult();
		if (row == null) {
			throw new IllegalStateException("Decision table '%s' has no row for %s".formatted(decision, facts));
		}
		return row.getEntryMap();
	}

	String text(String decision, Map<String, Object> facts, String column) {
		return String.valueOf(decide(decision, facts).get(column));
	}

}
