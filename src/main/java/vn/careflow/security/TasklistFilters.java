package vn.careflow.security;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;

import org.springframework.stereotype.Component;

/**
 * The lists that everybody finds in Tasklist. What they show depends on who looks: the
 * engine shows each person only the tasks that this person may see, so "overdue" is the
 * team's for an agent and everybody's for a lead or a manager.
 */
@Component
class TasklistFilters {

	private static final List<Role> READERS = List.of(Role.AGENT, Role.TEAM_LEAD, Role.MANAGER);

	private static final String START_OF_TODAY = "${dateTime().withTimeAtStartOfDay()}";

	private static final String END_OF_TODAY = "${dateTime().withTimeAtStartOfDay().plusDays(1).minusMillis(1)}";

	/**
	 * The tasks that go to whoever is responsible for the case, and the one that asks the
	 * lead to name somebody.
	 */
	static final List<String> FOR_SOMEBODY = List.of("Task_AssignByHand", "Task_AnswerRequest",
			"Task_ConfirmResolution", "Task_CarryOutContact", "Task_AdviseCustomer", "Task_ThankCustomer",
			"Task_MakeOffer", "Task_AdjustPlan", "Task_ReviewRequests", "Task_KeepAppointment");

	/** Variables on the cards, where a case has them. */
	private static final List<Map<String, String>> CARD = List.of(Map.of("name", "priority", "label", "Mức ưu tiên"),
			Map.of("name", "customerGroup", "label", "Nhóm khách hàng"),
			Map.of("name", "potential", "label", "Mức tiềm năng"),
			Map.of("name", "requestKind", "label", "Loại yêu cầu"),
			Map.of("name", "contactChannel", "label", "Kênh liên hệ"));

	private final FilterService filters;

	private final TaskService tasks;

	private final Grants grants;

	TasklistFilters(FilterService filters, TaskService tasks, Grants grants) {
		this.filters = filters;
		this.tasks = tasks;
		this.grants = grants;
	}

	/**
	 * Makes the filters what they are here and shares them. Filters under other names
	 * stay as they are.
	 */
	void apply() {
		apply("Việc của tôi", 0, "Việc đang giao cho bạn", query().taskAssigneeExpression("${currentUser()}"));
		apply("Hàng đợi của nhóm", 10, "Việc chưa ai nhận trong các nhóm của bạn",
				query().taskCandidateGroupInExpression("${currentUserGroups()}"));
		// What the rules could give to nobody: the lead names somebody, or an agent takes
		// it.
		apply("Chờ phân công", 15, "Việc chưa tìm được người phù hợp",
				query().taskUnassigned().taskDefinitionKeyIn(FOR_SOMEBODY.toArray(String[]::new)));
		apply("Đến hạn hôm nay", 20, "Việc có hạn trong ngày hôm nay",
				query().dueAfterExpression(START_OF_TODAY).dueBeforeExpression(END_OF_TODAY));
		apply("Quá hạn", 30, "Việc đã quá hạn", query().dueBeforeExpression("${now()}"));
		// While a case waits for the customer's reply it has no task at all. Tasks that
		// wait for the customer are those
		// that ask the customer to confirm, and those that an agent has put off to a
		// follow-up date.
		apply("Chờ khách hàng", 40, "Việc chờ khách xác nhận hoặc đã hẹn ngày theo dõi",
				query().or().taskDefinitionKey("Task_ConfirmResolution").followUpAfterExpression("${now()}").endOr());
	}

	private TaskQuery query() {
		return this.tasks.createTaskQuery();
	}

	private void apply(String name, int position, String description, TaskQuery query) {
		Filter present = this.filters.createTaskFilterQuery().filterName(name).singleResult();
		Filter filter = (present != null) ? present : this.filters.newTaskFilter(name);
		filter.setQuery(query);
		filter.setProperties(Map.of("description", description, "priority", position, "refresh", true,
				"showUndefinedVariable", false, "variables", CARD));
		this.filters.saveFilter(filter);
		READERS.forEach((role) -> this.grants.read(role, Resources.FILTER, filter.getId()));
	}

}
