package vn.careflow.process;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Finds open tasks and tells which of them follow the person who is responsible for their
 * case.
 */
@Component
class HeldTasks {

	private static final String RESPONSIBLE_AGENT = "${" + CaseVariables.AGENT_ID.name() + "}";

	private final TaskService tasks;

	private final RuntimeService runtime;

	private final RepositoryService repository;

	HeldTasks(TaskService tasks, RuntimeService runtime, RepositoryService repository) {
		this.tasks = tasks;
		this.runtime = runtime;
		this.repository = repository;
	}

	/** Whether the model gives a task to the person who is responsible for the case. */
	static boolean isOfAgent(@Nullable TaskDefinition definition) {
		Expression assignee = (definition != null) ? definition.getAssigneeExpression() : null;
		return assignee != null && RESPONSIBLE_AGENT.equals(assignee.getExpressionText());
	}

	/**
	 * An open task.
	 * @throws TaskNotFound when there is none with this id
	 */
	HeldTask get(String taskId) {
		return find(taskId).orElseThrow(() -> new TaskNotFound(taskId));
	}

	Optional<HeldTask> find(String taskId) {
		return Optional.ofNullable(this.tasks.createTaskQuery().taskId(taskId).singleResult()).map(this::held);
	}

	/** The open tasks of whoever is responsible for a case. */
	List<HeldTask> ofAgent(UUID caseId) {
		return this.tasks.createTaskQuery()
			.processInstanceBusinessKey(caseId.toString())
			.list()
			.stream()
			.map(this::held)
			.filter(HeldTask::ofAgent)
			.toList();
	}

	private HeldTask held(Task task) {
		return new HeldTask(task.getId(), String.valueOf(task.getTaskDefinitionKey()), String.valueOf(task.getName()),
				task.getProcessInstanceId(), caseOf(task), task.getAssignee(), isOfAgent(definitionOf(task)),
				RequestHandlingProcess.TASK_ASSIGN_BY_HAND.equals(task.getTaskDefinitionKey()));
	}

	private @Nullable UUID caseOf(Task task) {
		if (task.getProcessInstanceId() == null) {
			return null;
		}
		ProcessInstance instance = this.runtime.createProcessInstanceQuery()
			.processInstanceId(task.getProcessInstanceId())
			.singleResult();
		String key = (instance != null) ? instance.getBusinessKey() : null;
		return (key != null) ? UUID.fromString(key) : null;
	}

	private @Nullable TaskDefinition definitionOf(Task task) {
		if (task.getProcessDefinitionId() == null) {
			return null;
		}
		ProcessDefinitionEntity process = (ProcessDefinitionEntity) ((RepositoryServiceImpl) this.repository)
			.getDeployedProcessDefinition(task.getProcessDefinitionId());
		return process.getTaskDefinitions().get(task.getTaskDefinitionKey());
	}

}
