package vn.careflow.process;

import java.util.Optional;
import java.util.UUID;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ExecutionQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Brings news to the cases that wait for it. News that nobody waits for is no error: it
 * is kept by its room.
 */
@Component
class CareMessages {

	private final RuntimeService runtime;

	CareMessages(RuntimeService runtime) {
		this.runtime = runtime;
	}

	/** Tells the one case with this id. */
	boolean tellCase(String message, UUID caseId) {
		Optional<Execution> waiting = waiting(message).processInstanceBusinessKey(caseId.toString())
			.list()
			.stream()
			.findFirst();
		waiting.ifPresent((execution) -> this.runtime.messageEventReceived(message, execution.getId()));
		return waiting.isPresent();
	}

	/**
	 * Tells every case of a customer, one after the other: what one of them ends (a
	 * called case, say) is not told again. The case that the news comes from knows it
	 * already.
	 */
	void tellCasesOf(UUID customerId, String message) {
		Optional<Execution> next = next(customerId, message);
		while (next.isPresent()) {
			this.runtime.messageEventReceived(message, next.get().getId());
			next = next(customerId, message);
		}
	}

	private Optional<Execution> next(UUID customerId, String message) {
		String teller = telling();
		return waiting(message).processVariableValueEquals(CaseVariables.CUSTOMER_ID.name(), customerId.toString())
			.list()
			.stream()
			.filter((execution) -> !((ExecutionEntity) execution).getRootProcessInstanceId().equals(teller))
			.findFirst();
	}

	/** The tree of cases that runs in this very moment, if the news comes from one. */
	private static @Nullable String telling() {
		BpmnExecutionContext running = Context.getBpmnExecutionContext();
		return (running != null) ? running.getExecution().getRootProcessInstanceId() : null;
	}

	private ExecutionQuery waiting(String message) {
		return this.runtime.createExecutionQuery().messageEventSubscriptionName(message);
	}

}
