package vn.careflow.process;

import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/**
 * The engine's task service, with the form's contract in front of every way to complete a
 * task.
 */
class CheckedTaskService extends TaskServiceImpl {

	private final FormContracts contracts;

	CheckedTaskService(FormContracts contracts) {
		this.contracts = contracts;
	}

	@Override
	public void complete(String taskId) {
		complete(taskId, Map.of());
	}

	@Override
	public void complete(String taskId, @Nullable Map<String, Object> variables) {
		super.complete(taskId, checked(taskId, variables));
	}

	@Override
	public VariableMap completeWithVariablesInReturn(String taskId, @Nullable Map<String, Object> variables,
			boolean deserializeValues) {
		return super.completeWithVariablesInReturn(taskId, checked(taskId, variables), deserializeValues);
	}

	@Override
	public void resolveTask(String taskId, @Nullable Map<String, Object> variables) {
		refuse(variables);
		super.resolveTask(taskId, variables);
	}

	@Override
	public void handleBpmnError(String taskId, String errorCode, @Nullable String errorMessage,
			@Nullable Map<String, Object> variables) {
		refuse(variables);
		super.handleBpmnError(taskId, errorCode, errorMessage, variables);
	}

	@Override
	public void handleEscalation(String taskId, String escalationCode, @Nullable Map<String, Object> variables) {
		refuse(variables);
		super.handleEscalation(taskId, escalationCode, variables);
	}

	private Map<String, Object> checked(String taskId, @Nullable Map<String, Object> variables) {
		Map<String, Object> submitted = (variables != null) ? variables : Map.of();
		return this.commandExecutor.execute((command) -> {
			Optional<TaskEntity> task = Optional.ofNullable(taskId).map(command.getTaskManager()::findTaskById);
			return task.map((found) -> this.contracts.checkedForTask(found, submitted)).orElse(submitted);
		});
	}

	private static void refuse(@Nullable Map<String, Object> variables) {
		if (variables != null && !variables.isEmpty()) {
			throw new FormRejected(variables.keySet().iterator().next(),
					"Dữ liệu của hồ sơ chỉ được nhập bằng cách hoàn thành biểu mẫu của công việc.");
		}
	}

}
