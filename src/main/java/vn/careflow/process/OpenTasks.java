package vn.careflow.process;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The open tasks as one person may see them: what the engine would not show this person
 * in Tasklist is not there.
 */
@Service
public class OpenTasks {

	private final TaskService tasks;

	private final FilterService filters;

	private final RuntimeService runtime;

	private final RepositoryService repository;

	private final IdentityService identity;

	OpenTasks(TaskService tasks, FilterService filters, RuntimeService runtime, RepositoryService repository,
			IdentityService identity) {
		this.tasks = tasks;
		this.filters = filters;
		this.runtime = runtime;
		this.repository = repository;
		this.identity = identity;
	}

	/**
	 * One task.
	 * @param taskId the engine's task id
	 * @param userId who asks
	 * @return the task, or empty when there is none that this person may read
	 */
	@Transactional(readOnly = true)
	public Optional<OpenTask> find(String taskId, String userId) {
		List<Task> found = as(userId, () -> this.tasks.createTaskQuery().taskId(taskId).list());
		return described(found).stream().findFirst();
	}

	/**
	 * Some of the tasks that are searched for, what is due first before the rest.
	 * @param search which tasks; a filter that this person may not use shows none
	 * @param page the number of the page, from 0
	 * @param size how many on a page
	 * @param userId who asks
	 */
	@Transactional(readOnly = true)
	public List<OpenTask> list(OpenTaskSearch search, int page, int size, String userId) {
		TaskQuery query = query(search).orderByDueDate().asc().orderByTaskCreateTime().asc();
		return described(as(userId, () -> {
			if (search.filterId() == null) {
				return query.listPage(page * size, size);
			}
			return mayUse(search.filterId())
					? this.filters.<Task, TaskQuery>listPage(search.filterId(), query, page * size, size) : List.of();
		}));
	}

	/**
	 * How many tasks are searched for.
	 * @param search which tasks; a filter that this person may not use shows none
	 * @param userId who asks
	 */
	@Transactional(readOnly = true)
	public long count(OpenTaskSearch search, String userId) {
		TaskQuery query = query(search);
		return as(userId, () -> {
			if (search.filterId() == null) {
				return query.count();
			}
			return mayUse(search.filterId()) ? this.filters.count(search.filterId(), query) : 0L;
		});
	}

	/**
	 * The filters of Tasklist that a person may use, by name.
	 * @param userId who asks
	 */
	@Transactional(readOnly = true)
	public List<NamedFilter> filters(String userId) {
		return as(userId, () -> this.filters.createTaskFilterQuery().orderByFilterName().asc().list()).stream()
			.map((filter) -> new NamedFilter(filter.getId(), filter.getName()))
			.toList();
	}

	private boolean mayUse(String filterId) {
		return this.filters.createTaskFilterQuery().filterId(filterId).count() > 0;
	}

	private TaskQuery query(OpenTaskSearch search) {
		TaskQuery query = this.tasks.createTaskQuery().active();
		if (search.assignee() != null) {
			query.taskAssignee(search.assignee());
		}
		return search.unassigned() ? query.taskUnassigned() : query;
	}

	/**
	 * The person may read the tasks: that was checked. What belongs to them comes along.
	 */
	private List<OpenTask> described(List<Task> found) {
		Set<String> instanceIds = found.stream()
			.map(Task::getProcessInstanceId)
			.filter(Objects::nonNull)
			.collect(Collectors.toCollection(HashSet::new));
		if (instanceIds.isEmpty()) {
			return List.of();
		}
		Map<String, String> caseIds = caseIds(instanceIds);
		Map<String, Map<String, Object>> codes = codes(instanceIds);
		return found.stream()
			.filter((task) -> task.getProcessInstanceId() != null)
			.map((task) -> described(task, caseIds.get(task.getProcessInstanceId()),
					codes.getOrDefault(task.getProcessInstanceId(), Map.of())))
			.toList();
	}

	private OpenTask described(Task task, @Nullable String caseId, Map<String, Object> codes) {
		var model = (ProcessDefinitionEntity) this.repository.getProcessDefinition(task.getProcessDefinitionId());
		TaskDefinition drawn = model.getTaskDefinitions().get(task.getTaskDefinitionKey());
		CaseTask caseTask = new CaseTask(task.getId(), task.getTaskDefinitionKey(), model.getKey(), caseId,
				task.getAssignee(), (task.getDueDate() != null) ? task.getDueDate().toInstant() : null, codes);
		return new OpenTask(caseTask, String.valueOf(task.getName()), task.getPriority(),
				task.getCreateTime().toInstant(), HeldTasks.isOfAgent(drawn),
				RequestHandlingProcess.TASK_ASSIGN_BY_HAND.equals(task.getTaskDefinitionKey()));
	}

	private Map<String, String> caseIds(Set<String> instanceIds) {
		Map<String, String> caseIds = new HashMap<>();
		this.runtime.createProcessInstanceQuery()
			.processInstanceIds(instanceIds)
			.list()
			.forEach((ProcessInstance instance) -> caseIds.put(instance.getId(), instance.getBusinessKey()));
		return caseIds;
	}

	/** Of the case itself, not of its parts. */
	private Map<String, Map<String, Object>> codes(Set<String> instanceIds) {
		Map<String, Map<String, Object>> codes = new HashMap<>();
		this.runtime.createVariableInstanceQuery()
			.executionIdIn(instanceIds.toArray(String[]::new))
			.disableBinaryFetching()
			.disableCustomObjectDeserialization()
			.list()
			.forEach((VariableInstance variable) -> codes
				.computeIfAbsent(variable.getProcessInstanceId(), (id) -> new HashMap<>())
				.put(variable.getName(), variable.getValue()));
		return codes;
	}

	private <T> T as(String userId, Supplier<T> question) {
		List<String> groups = this.identity.createGroupQuery()
			.groupMember(userId)
			.unlimitedList()
			.stream()
			.map(Group::getId)
			.toList();
		Authentication before = this.identity.getCurrentAuthentication();
		this.identity.setAuthentication(userId, groups);
		try {
			return question.get();
		}
		finally {
			this.identity.setAuthentication(before);
		}
	}

	/**
	 * A filter of Tasklist.
	 *
	 * @param id the engine's id of it
	 * @param name what people call it
	 */
	public record NamedFilter(String id, String name) {
	}

}
