package vn.careflow.console;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import com.jayway.jsonpath.JsonPath;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import vn.careflow.customer.ContactPreferences;
import vn.careflow.customer.CustomerProfile;
import vn.careflow.customer.Customers;
import vn.careflow.customer.NewCustomer;
import vn.careflow.process.CaseHands;
import vn.careflow.request.NewRequest;
import vn.careflow.request.RequestChannel;
import vn.careflow.request.RequestKind;
import vn.careflow.request.Requests;
import vn.careflow.staff.NewAbsence;
import vn.careflow.staff.NewAgent;
import vn.careflow.staff.NewTeam;
import vn.careflow.staff.Role;
import vn.careflow.staff.Staff;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.ProcessCoverage;
import vn.careflow.testsupport.ProcessTest;
import vn.careflow.testsupport.Time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * What the tab "Phân công" and the dialogue "Chuyển nhiều việc" of Tasklist read.
 */
@ProcessTest
@OnH2
class TaskAssignmentTests {

	private static final String LAN = "tab.lan";

	private static final String MINH = "tab.minh";

	private static final String AWAY = "tab.away";

	private static final String SELLER = "tab.seller";

	private static final String LEAD = "tab.lead";

	private static final LocalDate HIRED = LocalDate.of(2024, 1, 2);

	private static final AtomicInteger CUSTOMERS = new AtomicInteger();

	@RegisterExtension
	static final ProcessCoverage coverage = ProcessCoverage.somePathOf("request-handling");

	@RegisterExtension
	final Time time = Time.at("2026-03-02T09:30");

	@Autowired
	WebApplicationContext context;

	@Autowired
	Staff staff;

	@Autowired
	Customers customers;

	@Autowired
	Requests requests;

	@Autowired
	CaseHands hands;

	@Autowired
	TaskService tasks;

	@Autowired
	RuntimeService runtime;

	@Autowired
	ManagementService management;

	private MockMvc mvc;

	@BeforeEach
	void theTeamIsThere() {
		this.mvc = MockMvcBuilders.webAppContextSetup(this.context).apply(springSecurity()).build();
		this.staff.registerTeam(new NewTeam("service", "Chăm sóc khách hàng"));
		this.staff.registerTeam(new NewTeam("sales", "Kinh doanh"));
		this.staff.register(person(LAN, "Nguyễn Thị Lan").inTeams("service").skilled("support", 5));
		this.staff.register(person(MINH, "Trần Văn Minh").inTeams("service").skilled("support", 4));
		this.staff.register(person(SELLER, "Võ Phương Thảo").inTeams("sales"));
		this.staff
			.register(person(LEAD, "Đặng Quốc Hùng").inTeams("service").withRoles(Role.TEAM_LEAD).withCapacity(0));
		this.staff.register(person(AWAY, "Lê Thị Hoa").inTeams("service").withCapacity(0));
	}

	@Test
	void tellsTheAgentWhyTheTaskIsTheirsAndWhatTheyMayDoWithIt() throws Exception {
		Task task = answerOf(aRequestOf(aCustomerOfLan()));

		asAgent(LAN, "/api/tasks/%s/assignment".formatted(task.getId())).andExpect(status().isOk())
			.andExpect(jsonPath("$.agentId").value(LAN))
			.andExpect(jsonPath("$.agentName").value("Nguyễn Thị Lan"))
			.andExpect(jsonPath("$.why").value(containsString("Nguyễn Thị Lan vì là người phụ trách khách hàng")))
			.andExpect(jsonPath("$.decidedAt").value("2026-03-02T09:30:00+07:00"))
			.andExpect(jsonPath("$.decidedBy").doesNotExist())
			.andExpect(jsonPath("$.rulesVersion").isNotEmpty())
			.andExpect(jsonPath("$.aboutCase").value(false))
			.andExpect(jsonPath("$.mayGiveBack").value(true))
			.andExpect(jsonPath("$.mayPassOn").value(true))
			.andExpect(jsonPath("$.mayReassign").value(false))
			.andExpect(jsonPath("$.colleagues[*].id").value(hasItem(MINH)))
			.andExpect(jsonPath("$.colleagues[*].id").value(not(hasItem(LAN))))
			.andExpect(jsonPath("$.colleagues[*].id").value(not(hasItem(SELLER))))
			.andExpect(jsonPath("$.candidates").doesNotExist());
	}

	@Test
	void showsTheLeadEveryCandidateAndLetsThemGiveTheTaskToSomebodyElse() throws Exception {
		somebodyIsAway();
		Task task = answerOf(aRequestOf(aCustomerOfLan()));

		asLead("/api/tasks/%s/assignment".formatted(task.getId())).andExpect(status().isOk())
			.andExpect(jsonPath("$.mayGiveBack").value(false))
			.andExpect(jsonPath("$.mayPassOn").value(false))
			.andExpect(jsonPath("$.mayReassign").value(true))
			.andExpect(jsonPath("$.candidates[?(@.agentId == '%s')].chosen".formatted(LAN)).value(true))
			.andExpect(jsonPath("$.candidates[?(@.agentId == '%s')].eligible".formatted(AWAY)).value(false))
			.andExpect(jsonPath("$.candidates[?(@.agentId == '%s')].reasons[*]".formatted(AWAY))
				.value(hasItem(containsString("Vắng mặt đến"))));
	}

	@Test
	void saysWhatIsPlainToSeeAgainstAColleague() throws Exception {
		somebodyIsAway();
		Task task = answerOf(aRequestOf(aCustomerOfLan()));

		asLead("/api/tasks/%s/assignment".formatted(task.getId()))
			.andExpect(jsonPath("$.colleagues[?(@.id == '%s')].note".formatted(AWAY)).value("vắng mặt đến 08:00 09/03"))
			.andExpect(jsonPath("$.colleagues[?(@.id == '%s')].note".formatted(MINH)).isEmpty());
	}

	@Test
	void hidesATaskFromWhoeverMayNotReadIt() throws Exception {
		Task task = answerOf(aRequestOf(aCustomerOfLan()));

		asAgent(SELLER, "/api/tasks/%s/assignment".formatted(task.getId())).andExpect(status().isNotFound())
			.andExpect(jsonPath("$.title").value("Không tìm thấy công việc"));
		asLead("/api/tasks/no-such-task/assignment").andExpect(status().isNotFound());
	}

	@Test
	void tellsThroughWhoseHandsTheTaskWent() throws Exception {
		UUID customer = aCustomerOfLan();
		Task task = answerOf(aRequestOf(customer));
		this.hands.passOn(task.getId(), MINH, LAN, "Khách muốn nói chuyện với Minh");

		asAgent(MINH, "/api/tasks/%s/assignment".formatted(task.getId())).andExpect(jsonPath("$.agentId").value(MINH))
			.andExpect(jsonPath("$.why").value(containsString("Khách muốn nói chuyện với Minh")))
			.andExpect(jsonPath("$.decidedByName").value("Nguyễn Thị Lan"))
			.andExpect(jsonPath("$.history[0].from").value(LAN))
			.andExpect(jsonPath("$.history[0].fromName").value("Nguyễn Thị Lan"))
			.andExpect(jsonPath("$.history[0].to").value(MINH))
			.andExpect(jsonPath("$.history[0].by").value(LAN))
			.andExpect(jsonPath("$.history[1].from").doesNotExist())
			.andExpect(jsonPath("$.history[1].to").value(LAN));
	}

	@Test
	void saysWhyNobodyHasTheTaskAndOffersTheLeadToGiveItToSomebody() throws Exception {
		Task task = taskOf(aRequestOf(aCustomerWhomNobodyUnderstands()), "Task_AssignByHand");

		asLead("/api/tasks/%s/assignment".formatted(task.getId())).andExpect(status().isOk())
			.andExpect(jsonPath("$.agentId").doesNotExist())
			.andExpect(jsonPath("$.why").value(containsString("Chưa giao được")))
			.andExpect(jsonPath("$.mayReassign").value(true));
	}

	@Test
	void tellsALeadWhoHasTheCaseThatTheyDecideAboutAndKeepsTheDecisionTheirs() throws Exception {
		UUID request = aRequestOf(aCustomerOfLan());
		this.runtime.createProcessInstanceByKey("escalation")
			.businessKey(request.toString())
			.setVariables(
					Map.of("customerId", this.requests.get(request).customerId().toString(), "subjectType", "REQUEST"))
			.startBeforeActivity("Task_DecideOverdueCase")
			.execute();
		Task task = taskOf(request, "Task_DecideOverdueCase");

		asLead("/api/tasks/%s/assignment".formatted(task.getId())).andExpect(status().isOk())
			.andExpect(jsonPath("$.aboutCase").value(true))
			.andExpect(jsonPath("$.history[0].to").value(LAN))
			.andExpect(jsonPath("$.mayReassign").value(false));
		asLead("/api/reassignments/tasks?unassigned=true&size=200")
			.andExpect(jsonPath("$.items[?(@.taskId == '%s')].movable".formatted(task.getId())).value(false))
			.andExpect(jsonPath("$.items[?(@.taskId == '%s')].title".formatted(task.getId()))
				.value(hasItem(containsString("Máy không lên nguồn"))));
	}

	@Test
	void showsAManagerTheCandidatesButLetsThemChangeNothing() throws Exception {
		Task task = answerOf(aRequestOf(aCustomerOfLan()));
		this.staff.register(person("tab.manager", "Bùi Thanh Mai").withRoles(Role.MANAGER));

		as("tab.manager", "MANAGER", "/api/tasks/%s/assignment".formatted(task.getId())).andExpect(status().isOk())
			.andExpect(jsonPath("$.candidates").isNotEmpty())
			.andExpect(jsonPath("$.mayReassign").value(false));
	}

	@Test
	void listsTheTasksOfAPersonForTheLeadWithWhatTheyAreAbout() throws Exception {
		String busy = aPersonOfTheirOwn();
		UUID customer = aCustomerOf(busy);
		Task task = answerOf(aRequestOf(customer));

		asLead("/api/reassignments/tasks?agentId=" + busy).andExpect(status().isOk())
			.andExpect(jsonPath("$.total").value(1))
			.andExpect(jsonPath("$.items[0].taskId").value(task.getId()))
			.andExpect(jsonPath("$.items[0].name").value("Trả lời khách hàng"))
			.andExpect(jsonPath("$.items[0].title").value(containsString("Máy không lên nguồn")))
			.andExpect(jsonPath("$.items[0].customerName").value(this.customers.get(customer).name()))
			.andExpect(jsonPath("$.items[0].agentName").value("Ngô Bận Rộn"))
			.andExpect(jsonPath("$.items[0].overdue").value(false))
			.andExpect(jsonPath("$.items[0].movable").value(true));
	}

	@Test
	void listsWhatAFilterOfTasklistShowsOfOnePerson() throws Exception {
		String busy = aPersonOfTheirOwn();
		answerOf(aRequestOf(aCustomerOf(busy)));

		String overdue = filter("Quá hạn");
		asLead("/api/reassignments/tasks?agentId=%s&filterId=%s".formatted(busy, overdue))
			.andExpect(jsonPath("$.total").value(0));
		this.time.is("2026-03-09T09:30");
		asLead("/api/reassignments/tasks?agentId=%s&filterId=%s".formatted(busy, overdue))
			.andExpect(jsonPath("$.total").value(1))
			.andExpect(jsonPath("$.items[0].overdue").value(true));
		asLead("/api/reassignments/tasks?filterId=no-such-filter").andExpect(jsonPath("$.total").value(0));
	}

	@Test
	void listsWhatNobodyHas() throws Exception {
		UUID request = aRequestOf(aCustomerWhomNobodyUnderstands());
		Task task = taskOf(request, "Task_AssignByHand");

		asLead("/api/reassignments/tasks?unassigned=true&size=200")
			.andExpect(jsonPath("$.items[*].taskId").value(hasItem(task.getId())))
			.andExpect(jsonPath("$.items[*].agentId").isEmpty())
			.andExpect(jsonPath("$.items[?(@.taskId == '%s')].movable".formatted(task.getId()))
				.value(everyItem(is(true))));
	}

	@Test
	void offersPeopleAndListsToChooseFromToLeadsOnly() throws Exception {
		asLead("/api/reassignments/choices").andExpect(status().isOk())
			.andExpect(jsonPath("$.people[*].id").value(hasItem(SELLER)))
			.andExpect(jsonPath("$.people[*].id").value(not(hasItem(LEAD))))
			.andExpect(jsonPath("$.filters[*].name").value(hasItem("Quá hạn")));
		asAgent(LAN, "/api/reassignments/choices").andExpect(status().isForbidden());
		asAgent(LAN, "/api/reassignments/tasks").andExpect(status().isForbidden());
	}

	@Test
	void tellsWhoIsSignedInAndWhetherTheyMayReassign() throws Exception {
		asAgent(LAN, "/api/me").andExpect(jsonPath("$.id").value(LAN))
			.andExpect(jsonPath("$.name").value("Nguyễn Thị Lan"))
			.andExpect(jsonPath("$.mayReassign").value(false));
		asLead("/api/me").andExpect(jsonPath("$.mayReassign").value(true));
	}

	/** Begins a case of its own, so it belongs to the test and not before it. */
	private void somebodyIsAway() {
		this.staff.enterAbsence(new NewAbsence(UUID.fromString("0a0a0a0a-0000-4000-8000-000000000001"), AWAY,
				Time.instant("2026-03-01T00:00"), Time.instant("2026-03-09T08:00"), null, "nghỉ phép"));
	}

	private ResultActions asAgent(String agentId, String path) throws Exception {
		return as(agentId, "AGENT", path);
	}

	private ResultActions asLead(String path) throws Exception {
		return as(LEAD, "TEAM_LEAD", path);
	}

	private ResultActions as(String person, String role, String path) throws Exception {
		return this.mvc.perform(MockMvcRequestBuilders.get(path).with(user(person).roles(role)));
	}

	private String filter(String name) throws Exception {
		String answer = asLead("/api/reassignments/choices").andReturn().getResponse().getContentAsString();
		List<String> ids = JsonPath.read(answer, "$.filters[?(@.name == '%s')].id".formatted(name));
		assertThat(ids).hasSize(1);
		return ids.get(0);
	}

	private String aPersonOfTheirOwn() {
		String id = "tab.busy" + CUSTOMERS.incrementAndGet();
		this.staff.register(person(id, "Ngô Bận Rộn").inTeams("service").skilled("support", 1));
		return id;
	}

	private UUID aCustomerOfLan() {
		return aCustomerOf(LAN);
	}

	private UUID aCustomerOf(String owner) {
		return registered(profile(), owner);
	}

	private UUID aCustomerWhomNobodyUnderstands() {
		return registered(profile().preferences(new ContactPreferences(null, null, null, null, "is", false)), LAN);
	}

	private UUID registered(CustomerProfile.Builder profile, String owner) {
		return this.customers.register(NewCustomer.from("tab", null, profile.build()).ownedBy(owner)).customer().id();
	}

	private static CustomerProfile.Builder profile() {
		int number = CUSTOMERS.incrementAndGet();
		return CustomerProfile.person("Lê Thị Khách %d".formatted(number)).phone("+84386%06d".formatted(number));
	}

	private UUID aRequestOf(UUID customerId) {
		UUID request = this.requests
			.receive(NewRequest.of(customerId, RequestKind.SUPPORT, "Máy không lên nguồn", "Bật không lên",
					RequestChannel.PHONE))
			.id();
		savePointsOf(request).forEach((job) -> this.management.executeJob(job.getId()));
		return request;
	}

	private List<Job> savePointsOf(UUID request) {
		return this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(request.toString())
			.list()
			.stream()
			.flatMap((instance) -> this.management.createJobQuery()
				.processInstanceId(instance.getId())
				.messages()
				.list()
				.stream())
			.toList();
	}

	private Task answerOf(UUID request) {
		return taskOf(request, "Task_AnswerRequest");
	}

	private Task taskOf(UUID request, String element) {
		Task task = this.tasks.createTaskQuery()
			.processInstanceBusinessKey(request.toString())
			.taskDefinitionKey(element)
			.singleResult();
		assertThat(task).as("open task %s", element).isNotNull();
		return task;
	}

	private static NewAgent person(String id, String name) {
		return NewAgent.named(id, name, id + "@careflow.example", HIRED).workingBy("always").withCapacity(100_000);
	}

}
