package vn.careflow.console;

import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.ResultActions;

import vn.careflow.assignment.AgentAssignment;
import vn.careflow.customer.ContactPreferences;
import vn.careflow.customer.CustomerProfile;
import vn.careflow.customer.Customers;
import vn.careflow.customer.NewCustomer;
import vn.careflow.process.CaseHands;
import vn.careflow.request.NewRequest;
import vn.careflow.request.RequestChannel;
import vn.careflow.request.RequestKind;
import vn.careflow.request.Requests;
import vn.careflow.staff.NewAgent;
import vn.careflow.staff.NewTeam;
import vn.careflow.staff.Role;
import vn.careflow.staff.Staff;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.ProcessCoverage;
import vn.careflow.testsupport.ProcessTest;
import vn.careflow.testsupport.Rest;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ProcessTest
@OnH2
class HandsControllersTests {

	@RegisterExtension
	static final ProcessCoverage coverage = ProcessCoverage.somePathOf("request-handling");

	private static final String LANGUAGE = "rq";

	private static final String ANN = "rest.ann";

	private static final String BINH = "rest.binh";

	private static final Principal LEAD = () -> "rest.lead";

	@Autowired
	CaseHands hands;

	@Autowired
	Staff staff;

	@Autowired
	Customers customers;

	@Autowired
	Requests requests;

	@Autowired
	AgentAssignment assignment;

	@Autowired
	TaskService tasks;

	@Autowired
	RuntimeService runtime;

	@Autowired
	ManagementService jobs;

	private MockMvc mvc;

	private String taskId;

	private String holder;

	private String colleague;

	@BeforeEach
	void theHouseIsOpen() {
		this.mvc = Rest.of(new TaskHandsController(this.hands, this.staff),
				new ReassignmentsController(this.hands, this.staff));
		this.staff.registerTeam(new NewTeam("service", "Chăm sóc khách hàng"));
		this.staff.register(agent(ANN, "Trần Ánh"));
		this.staff.register(agent(BINH, "Lê Bình"));
		this.staff.register(agent(LEAD.getName(), "Đỗ Trưởng").withRoles(Role.TEAM_LEAD));
	}

	@Test
	void tellsWhoHasWhatWasGivenBack() throws Exception {
		aTaskOfOneOfTwo();
		post(() -> this.holder, "/api/tasks/" + this.taskId + "/give-back", "{'reason': 'Quen biết khách hàng'}")
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.from").value(this.holder))
			.andExpect(jsonPath("$.to").value(this.colleague))
			.andExpect(jsonPath("$.toName").value(this.staff.get(this.colleague).name()))
			.andExpect(jsonPath("$.why").value(containsString("Quen biết khách hàng")));
	}

	@Test
	void passesOnWithAReason() throws Exception {
		aTaskOfOneOfTwo();
		post(() -> this.holder, "/api/tasks/" + this.taskId + "/pass-on",
				"{'agentId': '%s', 'reason': 'Rành mạng hơn'}".formatted(this.colleague))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.to").value(this.colleague));
	}

	@Test
	void refusesWithEveryReasonInVietnamese() throws Exception {
		aTaskOfOneOfTwo();
		post(() -> this.colleague, "/api/tasks/" + this.taskId + "/give-back", "{'reason': 'Không muốn'}")
			.andExpect(status().isConflict())
			.andExpect(jsonPath("$.title").value("Không chuyển được việc này"))
			.andExpect(jsonPath("$.reasons", hasSize(1)))
			.andExpect(jsonPath("$.detail").value(containsString("Chỉ người đang giữ")));
		post(() -> this.holder, "/api/tasks/" + this.taskId + "/pass-on",
				"{'agentId': 'nobody', 'reason': 'Rành mạng hơn'}")
			.andExpect(status().isConflict())
			.andExpect(jsonPath("$.detail").value(containsString("nobody")));
	}

	@Test
	void asksForAReason() throws Exception {
		aTaskOfOneOfTwo();
		post(() -> this.holder, "/api/tasks/" + this.taskId + "/give-back", "{'reason': ' '}")
			.andExpect(status().isBadRequest());
		post(() -> this.holder, "/api/tasks/" + this.taskId + "/pass-on", "{'agentId': 'x', 'reason': ''}")
			.andExpect(status().isBadRequest());
		post(LEAD, "/api/reassignments", "{'taskIds': ['%s']}".formatted(this.taskId))
			.andExpect(status().isBadRequest());
		post(LEAD, "/api/reassignments/preview", "{'taskIds': []}").andExpect(status().isBadRequest());
	}

	@Test
	void doesNotKnowTasksThatAreNotThere() throws Exception {
		aTaskOfOneOfTwo();
		post(() -> this.holder, "/api/tasks/no-such-task/give-back", "{'reason': 'Bận'}")
			.andExpect(status().isNotFound())
			.andExpect(jsonPath("$.title").value("Không tìm thấy công việc"));
	}

	@Test
	void showsWhatWouldHappenAndThenDoesIt() throws Exception {
		aTaskOfOneOfTwo();
		String wanted = "{'taskIds': ['%s', 'gone'], 'agentId': null, 'reason': 'Chia lại việc'}"
			.formatted(this.taskId);

		post(LEAD, "/api/reassignments/preview", wanted).andExpect(status().isOk())
			.andExpect(jsonPath("$.items", hasSize(2)))
			.andExpect(jsonPath("$.items[0].from").value(this.holder))
			.andExpect(jsonPath("$.items[0].to").value(this.colleague))
			.andExpect(jsonPath("$.items[0].toName").value(this.staff.get(this.colleague).name()))
			.andExpect(jsonPath("$.items[0].title").value("Trả lời khách hàng"))
			.andExpect(jsonPath("$.items[0].objection").doesNotExist())
			.andExpect(jsonPath("$.items[1].objection").value(containsString("đã xong")));
		post(LEAD, "/api/reassignments", wanted).andExpect(status().isOk())
			.andExpect(jsonPath("$.moved").value(1))
			.andExpect(jsonPath("$.unmoved").value(1))
			.andExpect(jsonPath("$.items[0].moved").value(true))
			.andExpect(jsonPath("$.items[0].message").value(containsString("Chia lại việc")))
			.andExpect(jsonPath("$.items[1].moved").value(false));
	}

	private void aTaskOfOneOfTwo() {
		UUID request = aRequest();
		String instance = this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(request.toString())
			.singleResult()
			.getId();
		this.jobs.createJobQuery()
			.processInstanceId(instance)
			.messages()
			.list()
			.forEach((job) -> this.jobs.executeJob(job.getId()));
		this.taskId = this.tasks.createTaskQuery().processInstanceId(instance).singleResult().getId();
		this.holder = this.assignment.decisionFor(request).orElseThrow().agentId().orElseThrow();
		this.colleague = this.holder.equals(ANN) ? BINH : ANN;
	}

	private UUID aRequest() {
		CustomerProfile profile = CustomerProfile.person("Lê Thị Khách")
			.preferences(new ContactPreferences(null, null, null, null, LANGUAGE, false))
			.build();
		UUID customer = this.customers.register(NewCustomer.from("rest", null, profile)).customer().id();
		return this.requests
			.receive(NewRequest.of(customer, RequestKind.SUPPORT, "Mạng chập chờn", "Mỗi tối", RequestChannel.WEB))
			.id();
	}

	private ResultActions post(Principal who, String path, String json) throws Exception {
		return this.mvc.perform(MockMvcRequestBuilders.post(path)
			.principal(who)
			.contentType(MediaType.APPLICATION_JSON)
			.content(json.replace('\'', '"')));
	}

	private static NewAgent agent(String id, String name) {
		return NewAgent.named(id, name, id + "@example.com", LocalDate.of(2024, 1, 2))
			.inTeams("service")
			.skilled("support", 3)
			.speaking(LANGUAGE)
			.workingBy("always")
			.withCapacity(1000);
	}

}
