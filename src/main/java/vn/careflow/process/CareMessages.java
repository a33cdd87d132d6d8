package vn.careflow.process;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.ServiceImpl;
import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.ProcessEventJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.ProcessEventJobHandler.EventSubscriptionJobConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ExecutionQuery;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.springframework.stereotype.Component;

/**
 * Brings news to the cases that wait for it. News that nobody waits for is no error: it
 * is kept by its room.
 * <p>
 * A case that is in the middle of a step cannot be interrupted by it: news that comes
 * from a case reaches its own callers by a job behind that step.
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
	 * Tells the one case with this id; one that is in the middle of a step hears it once
	 * the step is done, if it still waits for it then.
	 */
	void tellCaseInTime(String message, UUID caseId) {
		waitingIn(message, caseId).forEach((execution) -> tell(message, execution));
	}

	/**
	 * Tells the one case with this id what happened outside of it: a step of the case
	 * itself knows what it did.
	 */
	void tellFromOutside(String message, UUID caseId) {
		waitingIn(message, caseId).filter((execution) -> !isTelling(execution))
			.forEach((execution) -> this.runtime.messageEventReceived(message, execution.getId()));
	}

	/**
	 * Tells every case of a customer, callers before those they called: what one of them
	 * ends is not told again. The case that the news comes from, and those that called
	 * it, hear it once the step is done, if they still wait for it then.
	 */
	void tellCasesOf(UUID customerId, String message) {
		this.runtime.createVariableInstanceQuery()
			.variableValueEquals(CaseVariables.CUSTOMER_ID.name(), customerId.toString())
			.list()
			.stream()
			.map(VariableInstance::getProcessInstanceId)
			.distinct()
			.flatMap((instance) -> waiting(message).processInstanceId(instance).list().stream())
			.map(ExecutionEntity.class::cast)
			.sorted(Comparator.comparing(CareMessages::isCalled))
			.forEach((execution) -> tell(message, execution));
	}

	private void tell(String message, ExecutionEntity execution) {
		if (isTelling(execution)) {
			tellLater(message, execution);
		}
		else if (isStillWaiting(message, execution)) {
			this.runtime.messageEventReceived(message, execution.getId());
		}
	}

	private static boolean isCalled(ExecutionEntity execution) {
		return !execution.getProcessInstanceId().equals(execution.getRootProcessInstanceId());
	}

	/**
	 * Asks the running command and not the database, which hears of what a step changed
	 * only behind it.
	 */
	private boolean isStillWaiting(String message, Execution execution) {
		return ((ServiceImpl) this.runtime).getCommandExecutor()
			.execute((command) -> !subscriptions(command, message, execution).isEmpty());
	}

	/** Whether it belongs to the tree of cases that runs in this very moment. */
	private static boolean isTelling(ExecutionEntity execution) {
		BpmnExecutionContext running = Context.getBpmnExecutionContext();
		return running != null
				&& execution.getRootProcessInstanceId().equals(running.getExecution().getRootProcessInstanceId());
	}

	/** As the engine does it for asynchronous signals; it knows none for messages. */
	private static void tellLater(String message, Execution waiting) {
		CommandContext command = Context.getCommandContext();
		subscriptions(command, message, waiting)
			.forEach((subscription) -> command.getJobManager().send(jobFor(subscription)));
	}

	private static MessageEntity jobFor(EventSubscriptionEntity subscription) {
		MessageEntity job = new MessageEntity();
		job.setActivityId(subscription.getActivityId());
		job.setExecution(subscription.getExecution());
		job.setDeploymentId(subscription.getProcessDefinition().getDeploymentId());
		job.setJobHandlerType(ProcessEventJobHandler.TYPE);
		job.setJobHandlerConfiguration(new EventSubscriptionJobConfiguration(subscription.getId()));
		return job;
	}

	private static List<EventSubscriptionEntity> subscriptions(CommandContext command, String message,
			Execution waiting) {
		return command.getEventSubscriptionManager()
			.findEventSubscriptionsByNameAndExecution(EventType.MESSAGE.name(), message, waiting.getId(), false);
	}

	private Stream<ExecutionEntity> waitingIn(String message, UUID caseId) {
		return waiting(message).processInstanceBusinessKey(caseId.toString())
			.list()
			.stream()
			.map(ExecutionEntity.class::cast);
	}

	private ExecutionQuery waiting(String message) {
		return this.runtime.createExecutionQuery().messageEventSubscriptionName(message);
	}

}
