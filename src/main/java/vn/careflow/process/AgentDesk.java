package vn.careflow.process;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What agents do with their tasks, for callers that do not know the engine.
 */
@Service
public class AgentDesk {

	private final TaskService tasks;

	AgentDesk(TaskService tasks) {
		this.tasks = tasks;
	}

	/** The open tasks of a customer's cases, by the id of the user task in the model. */
	public List<String> openTasksOf(UUID customerId) {
		return ofCustomer(customerId).stream().map(Task::getTaskDefinitionKey).toList();
	}

	/**
	 * Completes a task of a customer's case as the person who has it.
	 * @param element the id of the user task in the model, such as
	 * {@code Task_AnswerRequest}
	 * @param values what is entered into the form
	 * @return whether there was such a task
	 * @throws FormRejected when the form's contract is not kept
	 */
	@Transactional
	public boolean complete(UUID customerId, String element, Map<String, Object> values) {
		return ofCustomer(customerId).stream()
			.filter((task) -> element.equals(task.getTaskDefinitionKey()))
			.findFirst()
			.map((task) -> complete(task, values))
			.orElse(false);
	}

	private boolean complete(Task task, Map<String, Object> values) {
		this.tasks.complete(task.getId(), values);
		return true;
	}

	private List<Task> ofCustomer(UUID customerId) {
		return this.tasks.createTaskQuery()
			.processVariableValueEquals(CaseVariables.CUSTOMER_ID.name(), customerId.toString())
			.list();
	}

}
