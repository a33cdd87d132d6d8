package vn.careflow.security;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.builder.ProcessBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.careflow.staff.NewAgent;
import vn.careflow.staff.NewTeam;
import vn.careflow.staff.Role;
import vn.careflow.staff.Staff;
import vn.careflow.testsupport.OnH2;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@OnH2
class RightsTests {

	private static final String PROCESS = "rights-of-roles";

	private static final String FORM = "rights-form";

	private static final String START = "/engine-rest/process-definition/key/" + PROCESS;

	private static final String NOTHING = "{\"variables\": {}}";

	@LocalServerPort
	int port;

	@Autowired
	Staff staff;

	@Autowired
	RepositoryService repository;

	@Autowired
	RuntimeService runtime;

	@Autowired
	TaskService tasks;

	@Autowired
	FilterService filters;

	private String deployment = "";

	@BeforeEach
	void peopleAndAModel() {
		this.staff.registerTeam(new NewTeam("rights-team", "Nhóm thử quyền"));
		person("rights.agent", "Nguyễn Thị Lan", Role.AGENT);
		person("rights.lead", "Đặng Hùng", Role.AGENT, Role.TEAM_LEAD);
		person("rights.manager", "Bùi Mai", Role.MANAGER);
		person("rights.designer", "Khoa", Role.DESIGNER);
		ProcessBuilder process = Bpmn.createExecutableProcess(PROCESS).camundaHistoryTimeToLiveString("P1D");
		process.startEvent()
			.camundaFormRef(FORM)
			.camundaFormRefBinding("deployment")
			.userTask("Task_Work")
			.camundaFormRef(FORM)
			.camundaFormRefBinding("deployment")
			.camundaCandidateGroups("rights-team")
			.endEvent();
		this.deployment = this.repository.createDeployment()
			.addModelInstance(PROCESS + ".bpmn",
					process.startEvent().message("rightsStart").connectTo("Task_Work").done())
			.addString(FORM + ".form", """
					{"id": "%s", "type": "default", "schemaVersion": 16, "components": []}""".formatted(FORM))
			.deploy()
			.getId();
	}

	@AfterEach
	void withoutTheModel() {
		this.repository.deleteDeployment(this.deployment, true);
	}

	@ParameterizedTest
	@ValueSource(strings = { START + "/start", START + "/start/", START + "/st%61rt",
			"/engine-rest/engine/default" + "/process-definition/key/" + PROCESS + "/start", "/engine-rest/message",
			"/engine-rest/signal", "/engine-rest/condition", "/engine-rest/process-definition/any/restart" })
	void keepsPeopleFromStartingCasesPastTheForm(String path) {
		String message = "{\"messageName\": \"rightsStart\"}";

		for (String person : List.of("rights.agent", "rights.lead", "rights.manager", "rights.designer")) {
			assertThat(as(person).postJson(path, message).statusCode()).as(person).isEqualTo(403);
		}
		assertThat(this.runtime.createProcessInstanceQuery().processDefinitionKey(PROCESS).count()).isZero();
	}

	@Test
	void keepsPeopleFromStartingCasesPastTheFormThroughTasklistToo() {
		Web lan = Web.at(this.port).signedInto("tasklist", "rights.agent", "a-password-for-tests");
		String engine = "/camunda/api/engine/engine/default";

		assertThat(lan.postJson(engine + "/process-definition/key/" + PROCESS + "/start", NOTHING).statusCode())
			.isEqualTo(403);
		assertThat(lan.postJson(engine + "/process%2Ddefinition/key/" + PROCESS + "/st%61rt/", NOTHING).statusCode())
			.isEqualTo(403);
		assertThat(lan.postJson(engine + "/message", "{\"messageName\": \"rightsStart\"}").statusCode()).isEqualTo(403);
		assertThat(lan.postJson(engine + "/process-definition/key/" + PROCESS + "/submit-form", NOTHING).statusCode())
			.isEqualTo(200);
	}

	@Test
	void letsTheAdministratorStartDirectly() {
		assertThat(as("admin").postJson(START + "/start", NOTHING).statusCode()).isEqualTo(200);
	}

	@Test
	void letsAgentsStartThroughTheFormAndWorkOnTheirTeamsTasks() {
		assertThat(as("rights.agent").postJson(START + "/submit-form", NOTHING).statusCode()).isEqualTo(200);
		Task task = onlyTask();

		assertThat(as("rights.agent").get("/engine-rest/task").body()).contains(task.getId());
		assertThat(as("rights.agent").postJson(task(task, "claim"), "{\"userId\": \"rights.agent\"}").statusCode())
			.isEqualTo(204);
		assertThat(as("rights.agent").postJson(task(task, "submit-form"), NOTHING).statusCode()).isEqualTo(204);
		assertThat(this.runtime.createProcessInstanceQuery().processDefinitionKey(PROCESS).count()).isZero();
	}

	@Test
	void showsAgentsTheVariablesOnTheirCards() {
		this.runtime.startProcessInstanceByKey(PROCESS, Map.of("priority", "URGENT"));
		String queue = this.filters.createFilterQuery().filterName("Hàng đợi của nhóm").singleResult().getId();

		assertThat(as("rights.agent").with("Accept", "application/hal+json")
			.get("/engine-rest/filter/" + queue + "/list")
			.body()).contains("URGENT");
	}

	@Test
	void hidesTheTasksOfOtherTeams() {
		person("rights.other", "Người Khác", Role.AGENT);
		this.staff.change(NewAgent.named("rights.other", "Người Khác", "other@careflow.example", hired()));
		Task task = started();

		assertThat(as("rights.other").get("/engine-rest/task").body()).doesNotContain(task.getId());
		assertThat(as("rights.other").postJson(task(task, "complete"), NOTHING).statusCode()).isEqualTo(403);
	}

	@Test
	void letsLeadsButNotAgentsGiveATaskToSomebodyElse() {
		Task task = started();
		String other = "{\"userId\": \"rights.lead\"}";

		assertThat(as("rights.agent").postJson(task(task, "assignee"), other).statusCode()).isEqualTo(403);
		assertThat(as("rights.lead").postJson(task(task, "assignee"), other).statusCode()).isEqualTo(204);
	}

	@Test
	void letsLeadsAndManagersSeeCasesThatAgentsDoNotSee() {
		String id = started().getProcessInstanceId();

		for (String path : List.of("/engine-rest/process-instance", "/engine-rest/history/process-instance",
				"/engine-rest/history/activity-instance")) {
			assertThat(as("rights.manager").get(path).body()).as(path).contains(id);
			assertThat(as("rights.lead").get(path).body()).as(path).contains(id);
			assertThat(as("rights.designer").get(path).body()).as(path).contains(id);
			assertThat(as("rights.agent").get(path).body()).as(path).doesNotContain(id);
		}
	}

	@Test
	void keepsManagersFromChangingCases() {
		Task task = started();
		String instance = "/engine-rest/process-instance/" + task.getProcessInstanceId();
		Web manager = as("rights.manager");

		assertThat(manager.putJson(instance + "/variables/x", "{\"value\": 1}").statusCode()).isEqualTo(403);
		assertThat(manager.putJson(instance + "/suspended", "{\"suspended\": true}").statusCode()).isEqualTo(403);
		assertThat(manager.delete(instance).statusCode()).isEqualTo(403);
		assertThat(manager.postJson(task(task, "complete"), NOTHING).statusCode()).isEqualTo(403);
		assertThat(manager.postJson(START + "/submit-form", NOTHING).statusCode()).isEqualTo(403);
	}

	@Test
	void letsOnlyDesignersAndAdministratorsDeploy() {
		for (String person : List.of("rights.agent", "rights.lead", "rights.manager")) {
			assertThat(deployed(person).statusCode()).as(person).isEqualTo(403);
		}
		HttpResponse<String> deployed = deployed("rights.designer");
		assertThat(deployed.statusCode()).isEqualTo(200);
		String id = deployed.body().replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
		this.repository.deleteDeployment(id);
		assertThat(as("rights.designer").delete("/engine-rest/deployment/" + this.deployment + "?cascade=true")
			.statusCode()).isEqualTo(403);
	}

	@Test
	void letsOnlyAdministratorsCreateFilters() {
		String filter = "{\"resourceType\": \"Task\", \"name\": \"%s\", \"query\": {}, \"properties\": {}}";

		for (String person : List.of("rights.agent", "rights.lead", "rights.manager", "rights.designer")) {
			assertThat(
					as(person).postJson("/engine-rest/filter/create", filter.formatted(UUID.randomUUID())).statusCode())
				.as(person)
				.isEqualTo(403);
		}
		assertThat(as("admin").postJson("/engine-rest/filter/create", filter.formatted(UUID.randomUUID())).statusCode())
			.isEqualTo(200);
	}

	@Test
	void refusesExpressionsInQueriesFromOutside() {
		String query = "{\"assigneeExpression\": \"${currentUser()}\"}";

		assertThat(as("rights.agent").postJson("/engine-rest/task", query).statusCode()).isEqualTo(400);
	}

	@Test
	void keepsCustomersFromDesignersAndImportsFromAgents() {
		assertThat(as("rights.designer").get("/api/no-such-thing").statusCode()).isEqualTo(403);
		assertThat(as("rights.agent").get("/api/no-such-thing").statusCode()).isEqualTo(404);
		assertThat(as("rights.agent").get("/api/imports/1").statusCode()).isEqualTo(403);
		assertThat(as("rights.lead").get("/api/imports/1").statusCode()).isNotIn(401, 403);
	}

	@Test
	void letsAgentsLookAtProductsAndPeopleButNotChangeThem() {
		String notReceiving = "{\"receiving\":false,\"reason\":\"thử\"}";
		String product = "{\"name\":\"Gói thử\",\"price\":1000,\"active\":true}";

		assertThat(as("rights.agent").get("/api/products").statusCode()).isEqualTo(200);
		assertThat(as("rights.agent").putJson("/api/products/THU", product).statusCode()).isEqualTo(403);
		assertThat(as("rights.agent").putJson("/api/agents/rights.lead/receiving", notReceiving).statusCode())
			.isEqualTo(403);
		assertThat(as("rights.manager").putJson("/api/products/THU", product).statusCode()).isIn(200, 201);
	}

	@Test
	void leavesReassigningToLeads() {
		String wanted = "{\"taskIds\": [\"no-such-task\"], \"reason\": \"Chia việc\"}";
		assertThat(as("rights.agent").get("/api/waiting-work?teamId=service").statusCode()).isEqualTo(403);
		assertThat(as("rights.lead").get("/api/waiting-work?teamId=service").statusCode()).isEqualTo(200);

		for (String path : List.of("/api/reassignments", "/api/reassignments/preview")) {
			assertThat(Web.at(this.port).postJson(path, wanted).statusCode()).isEqualTo(401);
			for (String person : List.of("rights.agent", "rights.manager", "rights.designer")) {
				assertThat(as(person).postJson(path, wanted).statusCode()).as(person).isEqualTo(403);
			}
			assertThat(as("rights.lead").postJson(path, wanted).statusCode()).isEqualTo(200);
		}
		assertThat(
				as("rights.agent").postJson("/api/tasks/no-such-task/give-back", "{\"reason\": \"Bận\"}").statusCode())
			.isEqualTo(404);
	}

	@Test
	void leavesOverridingAPriorityToLeads() {
		String urgent = "{\"priority\":\"URGENT\",\"reason\":\"Khách lớn\"}";

		assertThat(as("rights.agent").putJson("/api/requests/YC999999/priority", urgent).statusCode()).isEqualTo(403);
		assertThat(as("rights.lead").putJson("/api/requests/YC999999/priority", urgent).statusCode()).isEqualTo(404);
		assertThat(as("rights.lead").putJson("/api/requests/YC999999/priority", "{}").statusCode()).isEqualTo(400);
	}

	@Test
	void letsEverybodyLookAtCalendarsAndManagersChangeThem() {
		String calendar = "{\"parent\":\"office\"}";
		String choice = "{\"calendar\":\"office\"}";

		assertThat(as("rights.agent").get("/api/calendars/office").statusCode()).isEqualTo(200);
		assertThat(as("rights.agent").get("/api/calendar-changes").statusCode()).isEqualTo(200);
		for (String person : List.of("rights.agent", "rights.lead")) {
			assertThat(as(person).putJson("/api/calendars/rights", calendar).statusCode()).isEqualTo(403);
			assertThat(as(person).putJson("/api/agents/rights.agent/calendar", choice).statusCode()).isEqualTo(403);
			assertThat(as(person).putJson("/api/teams/service/calendar", choice).statusCode()).isEqualTo(403);
			assertThat(as(person).putJson("/api/organisation/calendar", choice).statusCode()).isEqualTo(403);
		}
		assertThat(as("rights.manager").putJson("/api/calendars/rights", calendar).statusCode()).isIn(200, 201);
		assertThat(as("rights.manager").putJson("/api/organisation/calendar", choice).statusCode()).isEqualTo(200);
	}

	@Test
	void letsAgentsLookAtTheRulesAboutContactsButNotChangeThem() {
		String buffer = """
				{"code": "RIGHTS_BUFFER", "purpose": "REPLY", "gapMinutes": 1, "label": "Khoảng nghỉ",
					"source": "Quy định nội bộ", "validFrom": "2199-01-01", "repealed": true}""";

		assertThat(as("rights.agent").get("/api/contact-rules").statusCode()).isEqualTo(200);
		for (String person : List.of("rights.agent", "rights.lead")) {
			assertThat(as(person).postJson("/api/contact-rules/buffers", buffer).statusCode()).as(person)
				.isEqualTo(403);
			assertThat(as(person).postJson("/api/advertising-register/imports", "{}").statusCode()).as(person)
				.isEqualTo(403);
		}
		assertThat(as("rights.manager").postJson("/api/contact-rules/buffers", buffer).statusCode()).isIn(201, 409);
	}

	@Test
	void keepsOperationFromEveryoneButAdministrators() {
		for (String person : List.of("rights.agent", "rights.lead", "rights.manager", "rights.designer")) {
			assertThat(as(person).get("/actuator/metrics").statusCode()).as(person).isEqualTo(403);
		}
	}

	@Test
	void letsNobodyInWhoHasLeft() {
		person("rights.leaver", "Người Nghỉ", Role.AGENT);
		assertThat(as("rights.leaver").get("/api/no-such-thing").statusCode()).isEqualTo(404);

		this.staff.change(NewAgent.named("rights.leaver", "Người Nghỉ", "leaver@careflow.example", hired())
			.employedUntil(hired().plusDays(1)));

		assertThat(as("rights.leaver").get("/api/no-such-thing").statusCode()).isEqualTo(401);
	}

	@Test
	void showsAVietnameseNameInItsOwnOrder() {
		assertThat(as("rights.lead").get("/engine-rest/user/rights.agent/profile").body())
			.contains("\"firstName\":\"Nguyễn Thị\"")
			.contains("\"lastName\":\"Lan\"");
	}

	private void person(String id, String name, Role... roles) {
		NewAgent person = NewAgent.named(id, name, id + "@careflow.example", hired()).withRoles(roles);
		this.staff.register(List.of(roles).contains(Role.AGENT) ? person.inTeams("rights-team") : person);
	}

	private static LocalDate hired() {
		return LocalDate.of(2024, 1, 2);
	}

	private Task started() {
		this.runtime.startProcessInstanceByKey(PROCESS);
		return onlyTask();
	}

	private Task onlyTask() {
		return this.tasks.createTaskQuery().processDefinitionKey(PROCESS).singleResult();
	}

	private static String task(Task task, String verb) {
		return "/engine-rest/task/" + task.getId() + "/" + verb;
	}

	private HttpResponse<String> deployed(String person) {
		String model = Bpmn.convertToString(Bpmn.createExecutableProcess("deployed-" + UUID.randomUUID())
			.camundaHistoryTimeToLiveString("P1D")
			.startEvent()
			.endEvent()
			.done());
		String body = "--x\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\ntest\r\n--x\r\n"
				+ "Content-Disposition: form-data; name=\"data\"; filename=\"deployed.bpmn\"\r\n\r\n" + model
				+ "\r\n--x--\r\n";
		return as(person).post("/engine-rest/deployment/create", "multipart/form-data; boundary=x", body);
	}

	private Web as(String person) {
		return Web.at(this.port).as(person, "a-password-for-tests");
	}

}
