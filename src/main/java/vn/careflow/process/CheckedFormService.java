package vn.careflow.process;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The engine's form service, with the form's contract in front of every submission and
 * the facts that a person needs beside every form that is opened.
 */
class CheckedFormService extends FormServiceImpl {

	private final FormContracts contracts;

	private final ObjectProvider<FormFacts> facts;

	CheckedFormService(FormContracts contracts, ObjectProvider<FormFacts> facts) {
		this.contracts = contracts;
		this.facts = facts;
	}

	@Override
	public ProcessInstance submitStartForm(String processDefinitionId, Map<String, Object> properties) {
		return super.submitStartForm(processDefinitionId, checkedForStart(processDefinitionId, properties));
	}

	@Override
	public ProcessInstance submitStartForm(String processDefinitionId, @Nullable String businessKey,
			Map<String, Object> properties) {
		if (businessKey != null && !businessKey.isBlank()) {
			throw new FormRejected("businessKey", "Mã hồ sơ do hệ thống cấp; hãy để trống «businessKey».");
		}
		return submitStartForm(processDefinitionId, properties);
	}

	@Override
	public ProcessInstance submitStartFormData(String processDefinitionId, Map<String, String> properties) {
		return submitStartForm(processDefinitionId, new HashMap<>(properties));
	}

	@Override
	public ProcessInstance submitStartFormData(String processDefinitionId, @Nullable String businessKey,
			Map<String, String> properties) {
		return submitStartForm(processDefinitionId, businessKey, new HashMap<>(properties));
	}

	@Override
	public void submitTaskFormData(String taskId, Map<String, String> properties) {
		submitTaskForm(taskId, new HashMap<>(properties));
	}

	@Override
	public void submitTaskForm(String taskId, @Nullable Map<String, Object> properties) {
		super.submitTaskForm(taskId, checkedForTask(taskId, properties));
	}

	@Override
	public VariableMap submitTaskFormWithVariablesInReturn(String taskId, @Nullable Map<String, Object> properties,
			boolean deserializeValues) {
		return super.submitTaskFormWithVariablesInReturn(taskId, checkedForTask(taskId, properties), deserializeValues);
	}

	@Override
	public InputStream getDeployedTaskForm(String taskId) {
		super.getDeployedTaskForm(taskId);
		return stream(inCommand((command) -> {
			TaskEntity task = task(command, taskId);
			return this.contracts.taskSchema(task, caseTask(task, task.getVariablesTyped()));
		}));
	}

	@Override
	public InputStream getDeployedStartForm(String processDefinitionId) {
		super.getDeployedStartForm(processDefinitionId);
		return stream(inCommand((command) -> this.contracts.startSchema(processDefinitionId)));
	}

	@Override
	public VariableMap getTaskFormVariables(String taskId) {
		return withFacts(taskId, super.getTaskFormVariables(taskId));
	}

	@Override
	public VariableMap getTaskFormVariables(String taskId, @Nullable Collection<String> formVariables,
			boolean deserializeObjectValues) {
		return withFacts(taskId, super.getTaskFormVariables(taskId, formVariables, deserializeObjectValues));
	}

	/**
	 * The person may open the task: that was checked above. The facts beside it come from
	 * decision tables and cases that the person need not be allowed to query.
	 */
	private VariableMap withFacts(String taskId, VariableMap variables) {
		return inCommand((command) -> command.runWithoutAuthorization(() -> {
			CaseTask task = caseTask(task(command, taskId), variables);
			this.facts.orderedStream().forEach((source) -> variables.putAll(source.about(task)));
			return variables;
		}));
	}

	private CaseTask caseTask(TaskEntity task, VariableMap variables) {
		ExecutionEntity instance = (task.getExecution() != null) ? task.getExecution().getProcessInstance() : null;
		return new CaseTask(task.getId(), String.valueOf(task.getTaskDefinitionKey()),
				(instance != null) ? instance.getProcessDefinition().getKey() : "",
				(instance != null) ? instance.getBusinessKey() : null, task.getAssignee(),
				(task.getDueDate() != null) ? task.getDueDate().toInstant() : null, new HashMap<>(variables));
	}

	private Map<String, Object> checkedForTask(String taskId, @Nullable Map<String, Object> properties) {
		Map<String, Object> submitted = (properties != null) ? properties : Map.of();
		return inCommand((command) -> this.contracts.checkedForTask(task(command, taskId), submitted));
	}

	private Map<String, Object> checkedForStart(String processDefinitionId, @Nullable Map<String, Object> properties) {
		Map<String, Object> submitted = (properties != null) ? properties : Map.of();
		return inCommand((command) -> this.contracts.checkedForStart(processDefinitionId, submitted));
	}

	private <T> T inCommand(org.camunda.bpm.engine.impl.interceptor.Command<T> work) {
		return this.commandExecutor.execute(work);
	}

	private static TaskEntity task(CommandContext command, String taskId) {
		TaskEntity task = command.getTaskManager().findTaskById(taskId);
		if (task == null) {
			throw new org.camunda.bpm.engine.exception.NullValueException(
					"Không còn công việc «%s»: có thể đã hoàn thành hoặc đã huỷ.".formatted(taskId));
		}
		return task;
	}

	private static InputStream stream(JsonNode schema) {
		return new ByteArrayInputStream(schema.toString().getBytes(StandardCharsets.UTF_8));
	}

}
