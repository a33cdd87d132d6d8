package vn.careflow.process;

import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.careflow.customer.Customers;
import vn.careflow.staff.NewAgent;
import vn.careflow.staff.NewTeam;
import vn.careflow.staff.Role;
import vn.careflow.staff.Staff;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.ProcessCoverage;
import vn.careflow.testsupport.ProcessTest;
import vn.careflow.testsupport.Time;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ProcessTest
@OnH2
class HandOversRestTests {

	private static final AtomicInteger PEOPLE = new AtomicInteger();

	@RegisterExtension
	static final ProcessCoverage coverage = ProcessCoverage.somePathOf(HandOverProcess.KEY);

	@RegisterExtension
	final Time time = Time.at("2026-11-23T09:00");

	@Autowired
	SmallBusiness business;

	@Autowired
	CaseRun cases;

	@Autowired
	Customers customers;

	@Autowired
	Staff staff;

	@Autowired
	ManagementService management;

	@Autowired
	WebApplicationContext context;

	private MockMvc mvc;

	private String team;

	private String leaver;

	private String minh;

	private String hoa;

	private UUID customer;

	@BeforeEach
	void aTeamWithACustomer() {
		this.mvc = MockMvcBuilders.webAppContextSetup(this.context).build();
		this.business.opens();
		int number = PEOPLE.incrementAndGet();
		this.team = "rest-leaving-" + number;
		this.staff.registerTeam(new NewTeam(this.team, "Nhóm bàn giao"));
		this.leaver = hires("rest.leaver" + number);
		this.minh = hires("rest.minh" + number);
		this.hoa = hires("rest.hoa" + number);
		this.customer = this.business.customer(SmallBusiness.somebody(), this.leaver);
	}

	@Test
	void beginsWatchesChoosesAndCarriesOut() throws Exception {
		UUID id = UUID.randomUUID();
		send(HttpMethod.POST, "", begin(id)).andExpect(status().isCreated())
			.andExpect(header().string("Location", "/api/hand-overs/" + id))
			.andExpect(jsonPath("$.handOver.state").value("BEGUN"));
		send(HttpMethod.POST, "", begin(id)).andExpect(status().isOk());
		work(id);

		send(HttpMethod.GET, "/" + id, "").andExpect(jsonPath("$.handOver.state").value("PROPOSED"))
			.andExpect(jsonPath("$.progress[0].kind").value("CUSTOMER"))
			.andExpect(jsonPath("$.progress[0].states.OPEN").value(1))
			.andExpect(jsonPath("$.proven").value(false));
		send(HttpMethod.GET, "/" + id + "/items?kind=CUSTOMER&state=OPEN", "").andExpect(jsonPath("$.total").value(1))
			.andExpect(jsonPath("$.items[0].proposedAgentId").value(this.hoa))
			.andExpect(jsonPath("$.items[0].byRules").value(true));
		send(HttpMethod.PUT, "/" + id + "/items/1", "{'agentId': '%s'}".formatted(this.minh)).andExpect(status().isOk())
			.andExpect(jsonPath("$.chosenAgentId").value(this.minh))
			.andExpect(jsonPath("$.chosenBy").value("rest.lead"));
		send(HttpMethod.POST, "/" + id + "/review", "").andExpect(status().isOk());
		work(id);

		assertThat(this.customers.get(this.customer).ownerId()).isEqualTo(this.minh);
		send(HttpMethod.GET, "/" + id, "").andExpect(jsonPath("$.handOver.state").value("CARRIED_OUT"))
			.andExpect(jsonPath("$.progress[0].states.MOVED").value(1));
		send(HttpMethod.POST, "/" + id + "/undo", "{'reason': 'Ở lại'}").andExpect(status().isOk());
		work(id);
		send(HttpMethod.GET, "/" + id, "").andExpect(jsonPath("$.handOver.state").value("UNDONE"))
			.andExpect(jsonPath("$.handOver.endedBy").value("rest.lead"));
		assertThat(this.customers.get(this.customer).ownerId()).isEqualTo(this.leaver);
		send(HttpMethod.GET, "?size=200", "").andExpect(jsonPath("$.items[0].id").exists());
	}

	@Test
	void refusesWhatCannotBe() throws Exception {
		UUID id = UUID.randomUUID();
		send(HttpMethod.GET, "/" + id, "").andExpect(status().isNotFound());
		send(HttpMethod.POST, "", "{'agentId': '%s'}".formatted(this.leaver)).andExpect(status().isBadRequest());
		send(HttpMethod.POST, "", "{'agentId': 'nobody', 'lastDay': '2026-11-22', 'reason': 'Nghỉ'}")
			.andExpect(status().isBadRequest());
		send(HttpMethod.POST, "", begin(id));
		send(HttpMethod.POST, "", begin(UUID.randomUUID())).andExpect(status().isConflict())
			.andExpect(jsonPath("$.handOverId").value(id.toString()));
		send(HttpMethod.POST, "/" + id + "/review", "").andExpect(status().isConflict());
		work(id);
		send(HttpMethod.PUT, "/" + id + "/items/99", "{'agentId': '%s'}".formatted(this.minh))
			.andExpect(status().isNotFound());
		send(HttpMethod.PUT, "/" + id + "/items/1", "{'agentId': '%s'}".formatted(this.leaver))
			.andExpect(status().isConflict())
			.andExpect(
					jsonPath("$.detail").value("Dòng 1: Nhân viên %s chính là người bàn giao.".formatted(this.leaver)));
	}

	private String begin(UUID id) {
		return "{'id': '%s', 'agentId': '%s', 'lastDay': '2026-11-22', 'reason': 'Chuyển công tác'}".formatted(id,
				this.leaver);
	}

	private ResultActions send(HttpMethod method, String path, String json) throws Exception {
		Principal lead = () -> "rest.lead";
		return this.mvc.perform(MockMvcRequestBuilders.request(method, "/api/hand-overs" + path)
			.principal(lead)
			.contentType(MediaType.APPLICATION_JSON)
			.content(json.replace('\'', '"')));
	}

	private void work(UUID id) {
		String instance = this.cases.ofCase(HandOverProcess.KEY, id).getId();
		List<Job> jobs = this.management.createJobQuery().processInstanceId(instance).messages().list();
		while (!jobs.isEmpty()) {
			this.management.executeJob(jobs.get(0).getId());
			jobs = this.management.createJobQuery().processInstanceId(instance).messages().list();
		}
	}

	private String hires(String id) {
		this.staff.register(NewAgent.named(id, "Nhân viên " + id, id + "@example.com", LocalDate.of(2024, 1, 2))
			.withRoles(Role.AGENT)
			.inTeams(this.team)
			.workingBy("always")
			.withCapacity(100_000));
		return id;
	}

}
