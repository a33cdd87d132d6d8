package vn.careflow.process;

import java.util.Date;
import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;

/**
 * The identity of the case that an execution works on: its business key, and nothing
 * else.
 */
final class CaseKeys {

	/** Stands for the engine itself where a person would be named. */
	static final String SYSTEM = "system";

	private CaseKeys() {
	}

	/**
	 * The case of the execution.
	 * @throws IllegalStateException when the process was started without one
	 */
	static UUID caseId(DelegateExecution execution) {
		String key = execution.getProcessBusinessKey();
		if (key == null) {
			throw new IllegalStateException("Process instance '%s' of '%s' has no business key"
				.formatted(execution.getProcessInstanceId(), execution.getProcessDefinitionId()));
		}
		return UUID.fromString(key);
	}

	static boolean hasCase(DelegateExecution execution) {
		return execution.getProcessBusinessKey() != null;
	}

	/** Gives the process instance its case, for one that a person started by a form. */
	static UUID begin(DelegateExecution execution, UUID caseId) {
		execution.setProcessBusinessKey(caseId.toString());
		return caseId;
	}

	static UUID customerId(DelegateExecution execution) {
		return UUID.fromString(CaseVariables.CUSTOMER_ID.get(execution));
	}

	static String processKey(DelegateExecution execution) {
		return ((ExecutionEntity) execution).getProcessDefinition().getKey();
	}

	/** Who acts in this moment: the person who signed in, or the engine itself. */
	static String actor() {
		CommandContext command = Context.getCommandContext();
		String user = (command != null) ? command.getAuthenticatedUserId() : null;
		return (user != null) ? user : SYSTEM;
	}

	/** Whether the step that runs in this moment belongs to the case. */
	static boolean isWorkingOn(UUID caseId) {
		BpmnExecutionContext running = Context.getBpmnExecutionContext();
		return running != null && caseId.toString().equals(running.getExecution().getProcessBusinessKey());
	}

	static @Nullable Date date(java.time.@Nullable Instant moment) {
		return (moment != null) ? Date.from(moment) : null;
	}

}
