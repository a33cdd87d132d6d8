package vn.careflow.process;

import java.util.UUID;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/**
 * Knows which cases run.
 */
@Component
class RunningCases {

	private final RuntimeService runtime;

	RunningCases(RuntimeService runtime) {
		this.runtime = runtime;
	}

	boolean isRunning(String processKey, UUID caseId) {
		return this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(processKey)
			.processInstanceBusinessKey(caseId.toString())
			.count() > 0;
	}

}
