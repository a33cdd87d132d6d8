package vn.careflow.process;

import java.util.HashMap;
import java.util.Map;

import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides which fields a form hides, by the very FEEL expressions that the browser
 * evaluates.
 */
@Component
class FormConditions {

	private final FeelEngineApi feel = FeelEngineBuilder.forJava().build();

	boolean hides(FormField field, Map<String, @Nullable Object> values) {
		if (field.hideWhen() == null) {
			return false;
		}
		EvaluationResult result = this.feel.evaluateExpression(field.hideWhen(), new HashMap<>(values));
		return result.isSuccess() && Boolean.TRUE.equals(result.result());
	}

}
