package vn.careflow.process;

import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * Writes what a decision table answered into the case: each output column becomes the
 * variable of its name.
 * <p>
 * Used at the end of business rule tasks: {@code ${decisionOutcome}}. A designer who adds
 * an output column needs nothing else.
 */
@Component
class DecisionOutcome implements ExecutionListener {

	private static final String DECISION_RESULT = "decisionResult";

	@Override
	public void notify(DelegateExecution execution) {
		DmnDecisionResult result = (DmnDecisionResult) execution.getVariable(DECISION_RESULT);
		DmnDecisionResultEntries row = (result != null) ? result.getSingleResult() : null;
		if (row == null) {
			throw new IllegalStateException("The decision table of '%s' has no row for the case '%s'"
				.formatted(execution.getCurrentActivityId(), execution.getProcessBusinessKey()));
		}
		row.getEntryMap().forEach(execution::setVariable);
	}

}
