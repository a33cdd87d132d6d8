package vn.careflow.process;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Moves the timers and due dates of running cases from outside: nobody calls it within a
 * step of a case, for that see {@link DeadlineTimers}.
 */
@Component
class TimedWork {

	private final RuntimeService runtime;

	private final ManagementService management;

	private final TaskService tasks;

	TimedWork(RuntimeService runtime, ManagementService management, TaskService tasks) {
		this.runtime = runtime;
		this.management = management;
		this.tasks = tasks;
	}

	/**
	 * Tells a case other dates.
	 * @return whether any of them is new to it
	 */
	boolean tell(String processInstanceId, Map<String, Date> dates) {
		Map<String, Object> known = this.runtime.getVariables(processInstanceId, List.copyOf(dates.keySet()));
		Map<String, Object> news = new HashMap<>(dates);
		news.entrySet().removeIf((entry) -> Objects.equals(entry.getValue(), known.get(entry.getKey())));
		if (!news.isEmpty()) {
			this.runtime.setVariables(processInstanceId, news);
		}
		return !news.isEmpty();
	}

	/** Sets the timers of an event to what the case's variables say now. */
	void moveTimers(String processInstanceId, String event) {
		for (Job timer : this.management.createJobQuery()
			.processInstanceId(processInstanceId)
			.activityId(event)
			.timers()
			.list()) {
			this.management.recalculateJobDuedate(timer.getId(), false);
		}
	}

	/** Sets the due date of the open tasks of an element. */
	void moveTasks(String processInstanceId, String element, Date dueAt) {
		for (Task task : this.tasks.createTaskQuery()
			.processInstanceId(processInstanceId)
			.taskDefinitionKey(element)
			.list()) {
			this.tasks.setDueDate(task.getId(), dueAt);
		}
	}

}
