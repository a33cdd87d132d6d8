package vn.careflow.process;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

import org.springframework.stereotype.Component;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What process tests do again and again, one verb each: find the task, fill in its form,
 * let time pass until a timer, see where a case stands. Knows the customer's cases only,
 * because tests share a database.
 */
@Component
class CaseRun {

	private final ProcessEngine engine;

	CaseRun(ProcessEngine engine) {
		this.engine = engine;
	}

	/** Fills in the start form of a model, as a person in Tasklist does. */
	ProcessInstance startedByForm(String processKey, Map<String, Object> values) {
		return this.engine.getFormService().submitStartForm(latest(processKey).getId(), new HashMap<>(values));
	}

	ProcessDefinition latest(String processKey) {
		return this.engine.getRepositoryService()
			.createProcessDefinitionQuery()
			.processDefinitionKey(processKey)
			.latestVersion()
			.singleResult();
	}

	/** The customer's only running case of a model. */
	ProcessInstance running(String processKey, UUID customerId) {
		ProcessInstance instance = runtime().createProcessInstanceQuery()
			.processDefinitionKey(processKey)
			.variableValueEquals("customerId", customerId.toString())
			.singleResult();
		assertThat(instance).as("running %s of the customer", processKey).isNotNull();
		return instance;
	}

	/** The running instance that works on a case. */
	ProcessInstance ofCase(String processKey, UUID caseId) {
		return runtime().createProcessInstanceQuery()
			.processDefinitionKey(processKey)
			.processInstanceBusinessKey(caseId.toString())
			.singleResult();
	}

	boolean isRunning(String processKey, UUID customerId) {
		return runtime().createProcessInstanceQuery()
			.processDefinitionKey(processKey)
			.variableValueEquals("customerId", customerId.toString())
			.count() > 0;
	}

	/** The customer's open task of this element, in whichever case. */
	Task task(UUID customerId, String element) {
		Task task = tasks().createTaskQuery()
			.processVariableValueEquals("customerId", customerId.toString())
			.taskDefinitionKey(element)
			.singleResult();
		assertThat(task).as("open task %s of the customer, open are %s", element, openTasks(customerId)).isNotNull();
		return task;
	}

	List<String> openTasks(UUID customerId) {
		return tasks().createTaskQuery()
			.processVariableValueEquals("customerId", customerId.toString())
			.list()
			.stream()
			.map(Task::getTaskDefinitionKey)
			.toList();
	}

	/** Fills in the form of the customer's open task. */
	void complete(UUID customerId, String element, Map<String, Object> values) {
		tasks().complete(task(customerId, element).getId(), new HashMap<>(values));
	}

	/**
	 * Moves time to the due date of the customer's timer at this element and fires it.
	 */
	void timePassesUntil(UUID customerId, String element) {
		Job timer = timer(customerId, element);
		Date due = timer.getDuedate();
		if (due.after(ClockUtil.getCurrentTime())) {
			ClockUtil.setCurrentTime(due);
		}
		management().executeJob(timer.getId());
	}

	/**
	 * Does what the customer's cases have put off to a transaction of its own: the jobs
	 * behind their save points. Timers stay.
	 */
	void settle(UUID customerId) {
		List<Job> waiting = savePoints(customerId);
		while (!waiting.isEmpty()) {
			management().executeJob(waiting.get(0).getId());
			waiting = savePoints(customerId);
		}
	}

	/** When the customer's timer at this element fires. */
	Instant dueAt(UUID customerId, String element) {
		return timer(customerId, element).getDuedate().toInstant();
	}

	boolean hasTimer(UUID customerId, String element) {
		return !timers(customerId, element).isEmpty();
	}

	/** The tasks, events and called cases at which a running case stands. */
	List<String> waitsAt(String processInstanceId) {
		return runtime().getActiveActivityIds(processInstanceId);
	}

	/** The elements that a finished or running case has passed, ends included. */
	List<String> passed(String processInstanceId) {
		return history().createHistoricActivityInstanceQuery()
			.processInstanceId(processInstanceId)
			.finished()
			.list()
			.stream()
			.map((activity) -> activity.getActivityId())
			.toList();
	}

	/**
	 * The id of the case that an instance works on, also where the first delegate gave it
	 * and also after its end.
	 */
	UUID caseIdOf(String processInstanceId) {
		return UUID.fromString(history().createHistoricProcessInstanceQuery()
			.processInstanceId(processInstanceId)
			.singleResult()
			.getBusinessKey());
	}

	boolean hasEnded(String processInstanceId) {
		return runtime().createProcessInstanceQuery().processInstanceId(processInstanceId).count() == 0;
	}

	/** What the engine still has to do for one instance, running or not. */
	List<Job> jobs(String processInstanceId) {
		return management().createJobQuery().processInstanceId(processInstanceId).list();
	}

	Map<String, Object> variables(String processInstanceId) {
		return runtime().getVariables(processInstanceId);
	}

	private Job timer(UUID customerId, String element) {
		List<Job> timers = timers(customerId, element);
		assertThat(timers).as("timers at %s of the customer", element).hasSize(1);
		return timers.get(0);
	}

	private List<Job> timers(UUID customerId, String element) {
		return jobs(customerId, (query) -> query.activityId(element));
	}

	private List<Job> savePoints(UUID customerId) {
		return jobs(customerId, JobQuery::messages);
	}

	private List<Job> jobs(UUID customerId, UnaryOperator<JobQuery> which) {
		return runtime().createProcessInstanceQuery()
			.variableValueEquals("customerId", customerId.toString())
			.list()
			.stream()
			.flatMap((instance) -> which.apply(management().createJobQuery().processInstanceId(instance.getId()))
				.list()
				.stream())
			.toList();
	}

	private RuntimeService runtime() {
		return this.engine.getRuntimeService();
	}

	private TaskService tasks() {
		return this.engine.getTaskService();
	}

	private ManagementService management() {
		return this.engine.getManagementService();
	}

	private HistoryService history() {
		return this.engine.getHistoryService();
	}

}
