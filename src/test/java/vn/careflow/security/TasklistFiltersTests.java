package vn.careflow.security;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;

import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.Time;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@OnH2
class TasklistFiltersTests {

	@RegisterExtension
	final Time time = Time.at("2026-03-02T09:30");

	@Autowired
	FilterService filters;

	@Autowired
	TaskService tasks;

	@Autowired
	RepositoryService repository;

	@Autowired
	IdentityService identity;

	@Autowired
	Accounts accounts;

	@Autowired
	FirstStart firstStart;

	@BeforeEach
	void anAgentInATeam() {
		this.accounts.ensureGroup("filter-team", "Nhóm", Accounts.TEAM);
		this.accounts.ensureUser("filter.lan", "Lan", "Nguyễn", null, null);
		this.accounts.memberships("filter.lan", List.of("agent", "filter-team"));
		this.accounts.ensureUser("filter.minh", "Minh", "Trần", null, null);
		this.accounts.memberships("filter.minh", List.of("agent", "filter-team"));
		this.accounts.ensureUser("filter.boss", "Mai", "Bùi", null, null);
		this.accounts.memberships("filter.boss", List.of("manager"));
		task("mine late", "filter.lan", "2026-03-02T09:00");
		task("mine today", "filter.lan", "2026-03-02T23:30");
		task("mine tomorrow", "filter.lan", "2026-03-03T00:00");
		task("open today", null, "2026-03-02T10:00");
		task("other's late", "filter.minh", "2026-02-27T10:00");
		Task putOff = task("mine put off", "filter.lan", "2026-03-09T10:00");
		Task later = this.tasks.createTaskQuery().taskId(putOff.getId()).singleResult();
		later.setFollowUpDate(Date.from(Time.instant("2026-03-05T10:00")));
		this.tasks.saveTask(later);
		Task notThisTeam = this.tasks.newTask();
		notThisTeam.setName("another team's late");
		notThisTeam.setDueDate(Date.from(Time.instant("2026-03-02T08:00")));
		this.tasks.saveTask(notThisTeam);
	}

	@AfterEach
	void withoutTasks() {
		this.identity.clearAuthentication();
		this.tasks.createTaskQuery().list().forEach((task) -> this.tasks.deleteTask(task.getId(), true));
	}

	@Test
	void showsEachAgentTheirOwnWorkAndTheQueueOfTheirTeam() {
		assertThat(seenBy("filter.lan", "Việc của tôi")).containsExactlyInAnyOrder("mine late", "mine today",
				"mine tomorrow", "mine put off");
		assertThat(seenBy("filter.lan", "Hàng đợi của nhóm")).containsExactly("open today");
		assertThat(seenBy("filter.minh", "Việc của tôi")).containsExactly("other's late");
	}

	@Test
	void tellsWhatIsDueTodayByTheInstallationsTimeZone() {
		assertThat(seenBy("filter.lan", "Đến hạn hôm nay")).containsExactlyInAnyOrder("mine late", "mine today",
				"open today");
	}

	@Test
	void showsWhatIsOverdueInTheTeamButNotInOthers() {
		assertThat(seenBy("filter.lan", "Quá hạn")).containsExactlyInAnyOrder("mine late", "other's late");
	}

	@Test
	void showsWhatWaitsForTheCustomer() {
		assertThat(seenBy("filter.lan", "Chờ khách hàng")).containsExactly("mine put off");
	}

	@Test
	void listsWhateverMayWaitForSomebody() {
		List<String> forSomebody = this.repository.createProcessDefinitionQuery()
			.latestVersion()
			.list()
			.stream()
			.flatMap((process) -> this.repository.getBpmnModelInstance(process.getId())
				.getModelElementsByType(UserTask.class)
				.stream())
			.filter((task) -> "${agentId}".equals(task.getCamundaAssignee()))
			.map(UserTask::getId)
			.toList();

		assertThat(forSomebody).isNotEmpty();
		assertThat(TasklistFilters.FOR_SOMEBODY).containsAll(forSomebody).contains("Task_AssignByHand");
		assertThat(seenBy("filter.lan", "Chờ phân công")).isEmpty();
	}

	@Test
	void sharesTheSameSixWithEveryWorkingRoleAfterARestartToo() {
		this.firstStart.afterSingletonsInstantiated();
		this.firstStart.afterSingletonsInstantiated();

		for (String person : List.of("filter.lan", "filter.boss")) {
			signIn(person);
			assertThat(this.filters.createFilterQuery().list()).extracting(Filter::getName)
				.containsExactlyInAnyOrder("Việc của tôi", "Hàng đợi của nhóm", "Chờ phân công", "Đến hạn hôm nay",
						"Quá hạn", "Chờ khách hàng");
		}
	}

	@Test
	void showsOnTheCardsWhatTheCasesKnow() {
		signIn("filter.lan");

		assertThat(this.filters.createFilterQuery().list())
			.allSatisfy((filter) -> assertThat(filter.getProperties().get("variables").toString()).contains("priority",
					"Mức ưu tiên", "customerGroup"));
	}

	private Stream<String> seenBy(String person, String filter) {
		Filter found = this.filters.createFilterQuery().filterName(filter).singleResult();
		signIn(person);
		return this.filters.<Task>list(found.getId()).stream().map(Task::getName);
	}

	private void signIn(String person) {
		this.identity.clearAuthentication();
		List<String> groups = this.identity.createGroupQuery()
			.groupMember(person)
			.list()
			.stream()
			.map((group) -> group.getId())
			.toList();
		this.identity.setAuthentication(person, groups);
	}

	private Task task(String name, String assignee, String due) {
		Instant at = Time.instant(due);
		Task task = this.tasks.newTask();
		task.setName(name);
		task.setAssignee(assignee);
		task.setDueDate(Date.from(at));
		this.tasks.saveTask(task);
		this.tasks.addCandidateGroup(task.getId(), "filter-team");
		return task;
	}

}
