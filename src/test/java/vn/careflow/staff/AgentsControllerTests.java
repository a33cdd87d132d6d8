package vn.careflow.staff;

import java.time.Clock;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.Time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.careflow.staff.StaffFixtures.anAbsence;
import static vn.careflow.staff.StaffFixtures.anAgent;

@JdbcTest
@OnH2
@Import({ Staff.class, StaffTables.class, StaffDirectories.class, CalendarTables.class, AbsenceCovers.class })
class AgentsControllerTests {

	@RegisterExtension
	final Time time = Time.at("2026-03-02T09:30");

	@Autowired
	Staff staff;

	@Autowired
	AbsenceCovers covers;

	@Autowired
	Clock clock;

	MockMvc mvc;

	@BeforeEach
	void opensTheDoor() {
		MappingJackson2HttpMessageConverter json = new MappingJackson2HttpMessageConverter(
				Jackson2ObjectMapperBuilder.json().build());
		this.mvc = MockMvcBuilders
			.standaloneSetup(new AgentsController(this.staff, this.clock), new TeamsController(this.staff),
					new SkillsController(this.staff), new AbsencesController(this.staff, this.covers, this.clock))
			.setMessageConverters(json)
			.setControllerAdvice(new Advice())
			.build();
		this.staff.registerTeam(new NewTeam("service", "Chăm sóc khách hàng"));
		this.staff.register(anAgent("lan").inTeams("service").skilled("warranty", 3));
		this.staff.register(anAgent("minh"));
		this.staff.appointLead("service", "lan");
	}

	@Test
	void listsPeopleAndTeamsInPages() throws Exception {
		this.staff.enterAbsence(anAbsence("lan", "2026-03-05T00:00", "2026-03-06T00:00", "minh"));

		this.mvc.perform(MockMvcRequestBuilders.get("/api/agents").param("size", "1"))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.total").value(2))
			.andExpect(jsonPath("$.items.length()").value(1))
			.andExpect(jsonPath("$.items[0].id").value("lan"))
			.andExpect(jsonPath("$.items[0].roles[0]").value("agent"))
			.andExpect(jsonPath("$.items[0].skills.warranty").value(3))
			.andExpect(jsonPath("$.items[0].onDuty").value(true))
			.andExpect(jsonPath("$.items[0].absences[0].substituteId").value("minh"))
			.andExpect(jsonPath("$.items[0].absences[0].reason").doesNotExist());
		this.mvc.perform(MockMvcRequestBuilders.get("/api/agents").param("team", "service"))
			.andExpect(jsonPath("$.total").value(1));
		this.mvc.perform(MockMvcRequestBuilders.get("/api/teams"))
			.andExpect(jsonPath("$.items[0].leadId").value("lan"))
			.andExpect(jsonPath("$.items[0].memberIds[0]").value("lan"));
		this.mvc.perform(MockMvcRequestBuilders.get("/api/teams/moon"))
			.andExpect(status().isNotFound())
			.andExpect(jsonPath("$.title").value("Không tìm thấy nhóm"));
	}

	@Test
	void entersAnAbsenceForOneself() throws Exception {
		this.mvc
			.perform(absence("minh", """
					{"from": "2026-03-05T00:00:00+07:00", "to": "2026-03-06T00:00:00+07:00", "substituteId": "lan"}""")
				.with(signedIn("minh")))
			.andExpect(status().isCreated())
			.andExpect(jsonPath("$.id").isNotEmpty())
			.andExpect(jsonPath("$.substituteId").value("lan"));

		assertThat(this.staff.isOnDuty("minh", Time.instant("2026-03-05T10:00"))).isFalse();
	}

	@Test
	void namesTheFieldThatIsWrong() throws Exception {
		this.mvc.perform(absence("minh", """
				{"from": "2026-03-05T00:00:00Z", "to": "2026-03-04T00:00:00Z"}""").with(signedIn("minh")))
			.andExpect(status().isBadRequest())
			.andExpect(jsonPath("$.errors[0].field").value("to"))
			.andExpect(jsonPath("$.errors[0].message").value("Thời điểm kết thúc phải sau thời điểm bắt đầu"));
		this.mvc.perform(absence("minh", "{\"to\": \"2026-03-04T00:00:00Z\"}").with(signedIn("minh")))
			.andExpect(status().isBadRequest());
		this.mvc.perform(receiving("minh", "{\"receiving\": false}").with(signedIn("minh")))
			.andExpect(status().isBadRequest())
			.andExpect(jsonPath("$.errors[0].field").value("reason"));
	}

	@Test
	void answersAnAbsenceBesideAnotherWithAConflict() throws Exception {
		this.staff.enterAbsence(anAbsence("minh", "2026-03-05T00:00", "2026-03-06T00:00"));

		this.mvc.perform(absence("minh", """
				{"from": "2026-03-05T00:00:00+07:00", "to": "2026-03-06T00:00:00+07:00"}""").with(signedIn("minh")))
			.andExpect(status().isConflict());
	}

	@Test
	void letsOnlyTheResponsibleChangeOthers() throws Exception {
		String stop = "{\"receiving\": false, \"reason\": \"đào tạo\"}";

		this.mvc.perform(receiving("lan", stop).with(signedIn("minh"))).andExpect(status().isForbidden());
		this.mvc.perform(receiving("lan", stop)).andExpect(status().isForbidden());
		assertThat(this.staff.get("lan").receiving()).isTrue();

		this.mvc.perform(receiving("lan", stop).with(signedIn("minh", "TEAM_LEAD")))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.receiving").value(false))
			.andExpect(jsonPath("$.onDuty").value(false))
			.andExpect(jsonPath("$.notReceivingReason").value("đào tạo"));
		this.mvc.perform(receiving("lan", "{\"receiving\": true}").with(signedIn("lan")))
			.andExpect(jsonPath("$.onDuty").value(true));
	}

	@Test
	void registersChangesAndEmploysAPerson() throws Exception {
		String nam = """
				{"id": "nam", "name": "Phạm Hoài Nam", "email": "nam@careflow.example", "teams": ["service"],
				 "skills": {"support": 2}, "products": ["NET-100"], "customerGroups": ["SMALL"], "capacity": 12,
				 "employedFrom": "2026-03-02"}""";

		this.mvc.perform(body(MockMvcRequestBuilders.post("/api/agents"), nam))
			.andExpect(status().isCreated())
			.andExpect(jsonPath("$.products[0]").value("NET-100"))
			.andExpect(jsonPath("$.customerGroups[0]").value("SMALL"))
			.andExpect(jsonPath("$.calendar").value("service"));
		this.mvc.perform(body(MockMvcRequestBuilders.post("/api/agents"), nam)).andExpect(status().isConflict());
		this.mvc.perform(body(MockMvcRequestBuilders.put("/api/agents/nam"), """
				{"name": "Nam", "email": "nam@careflow.example", "employedFrom": "2026-03-02"}"""))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.teams.length()").value(0));
		this.mvc
			.perform(body(MockMvcRequestBuilders.put("/api/agents/nam"), "{\"name\": \"Nam\", \"teams\": [\"moon\"]}"))
			.andExpect(status().isBadRequest())
			.andExpect(jsonPath("$.errors[*].field", org.hamcrest.Matchers.contains("email", "teams", "employedFrom")));
		this.mvc
			.perform(body(MockMvcRequestBuilders.put("/api/agents/nam/employment"),
					"{\"from\": \"2026-03-02\", \"until\": \"2026-03-02\"}"))
			.andExpect(status().isBadRequest());
		this.mvc
			.perform(body(MockMvcRequestBuilders.put("/api/agents/nam/employment"),
					"{\"from\": \"2026-03-01\", \"until\": \"2026-03-02\"}"))
			.andExpect(jsonPath("$.onDuty").value(false));
		this.mvc.perform(body(MockMvcRequestBuilders.put("/api/agents/nobody"), nam)).andExpect(status().isNotFound());
	}

	@Test
	void changesAndCancelsAnAbsence() throws Exception {
		NewAbsence absence = anAbsence("minh", "2026-03-05T00:00", "2026-03-06T00:00", "lan");
		this.staff.enterAbsence(absence);
		String path = "/api/agents/minh/absences/" + absence.id();
		String longer = """
				{"from": "2026-03-05T00:00:00+07:00", "to": "2026-03-07T00:00:00+07:00"}""";

		this.mvc.perform(body(MockMvcRequestBuilders.put(path), longer).with(signedIn("lan")))
			.andExpect(status().isForbidden());
		this.mvc.perform(body(MockMvcRequestBuilders.put(path), longer).with(signedIn("minh")))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.substituteId").doesNotExist());
		this.mvc
			.perform(body(MockMvcRequestBuilders.put(path.replace("minh", "lan")), longer)
				.with(signedIn("lan", "TEAM_LEAD")))
			.andExpect(status().isNotFound());
		this.mvc.perform(MockMvcRequestBuilders.get("/api/agents/minh/absences").with(signedIn("lan", "TEAM_LEAD")))
			.andExpect(jsonPath("$.length()").value(1));
		this.mvc.perform(MockMvcRequestBuilders.delete(path).with(signedIn("minh"))).andExpect(status().isNoContent());
		this.mvc.perform(MockMvcRequestBuilders.delete(path).with(signedIn("minh"))).andExpect(status().isNotFound());
	}

	@Test
	void listsAbsencesAndWhatChangedHandsBecauseOfOne() throws Exception {
		NewAbsence absence = anAbsence("minh", "2026-03-05T00:00", "2026-03-06T00:00", "lan");
		this.staff.enterAbsence(absence);
		this.staff.enterAbsence(anAbsence("lan", "2026-03-03T00:00", "2026-03-04T00:00"));
		UUID first = UUID.randomUUID();
		this.covers.record(absence.toAbsence(), first, "REQUEST", "lan", "Minh vắng mặt");
		this.covers.record(absence.toAbsence(), UUID.randomUUID(), "CONTACT", null, "Minh vắng mặt");
		this.covers.settle(this.covers.of(absence.id()).get(0), AbsenceCover.Outcome.RETURNED, "minh", "hung");

		this.mvc.perform(MockMvcRequestBuilders.get("/api/absences"))
			.andExpect(jsonPath("$.total").value(2))
			.andExpect(jsonPath("$.items[0].agentId").value("lan"));
		this.mvc.perform(MockMvcRequestBuilders.get("/api/absences").param("from", "2026-03-04T00:00:00+07:00"))
			.andExpect(jsonPath("$.total").value(1));
		this.mvc.perform(MockMvcRequestBuilders.get("/api/absences/{id}/covers", absence.id()))
			.andExpect(jsonPath("$[0].caseId").value(first.toString()))
			.andExpect(jsonPath("$[0].outcome").value("RETURNED"))
			.andExpect(jsonPath("$[0].outcomeAgentId").value("minh"))
			.andExpect(jsonPath("$[1].no").value(2))
			.andExpect(jsonPath("$[1].outcome").value("OPEN"));
		this.mvc.perform(MockMvcRequestBuilders.get("/api/absences/{id}/covers", UUID.randomUUID()))
			.andExpect(status().isNotFound());
		assertThat(this.covers.openOf(absence.id())).hasSize(1);
	}

	@Test
	void registersAndChangesATeamAndASkill() throws Exception {
		this.mvc.perform(body(MockMvcRequestBuilders.post("/api/teams"), "{\"id\": \"north\", \"name\": \"Miền Bắc\"}"))
			.andExpect(status().isCreated());
		this.mvc.perform(body(MockMvcRequestBuilders.post("/api/teams"), "{\"id\": \"north\", \"name\": \"Miền Bắc\"}"))
			.andExpect(status().isConflict());
		this.mvc
			.perform(body(MockMvcRequestBuilders.post("/api/teams"), "{\"id\": \"manager\", \"name\": \"Quản lý\"}"))
			.andExpect(status().isBadRequest());
		this.mvc
			.perform(body(MockMvcRequestBuilders.put("/api/teams/north"), "{\"name\": \"Bắc\", \"leadId\": \"minh\"}"))
			.andExpect(status().isBadRequest())
			.andExpect(jsonPath("$.errors[0].field").value("leadId"));
		this.staff.register(anAgent("hung").withRoles(Role.TEAM_LEAD));
		this.mvc
			.perform(body(MockMvcRequestBuilders.put("/api/teams/north"), "{\"name\": \"Bắc\", \"leadId\": \"hung\"}"))
			.andExpect(jsonPath("$.name").value("Bắc"))
			.andExpect(jsonPath("$.leadId").value("hung"));

		this.mvc.perform(body(MockMvcRequestBuilders.post("/api/skills"), "{\"id\": \"loans\", \"name\": \"loans\"}"))
			.andExpect(status().isCreated());
		this.mvc.perform(body(MockMvcRequestBuilders.post("/api/skills"), "{\"id\": \"loans\", \"name\": \"vay\"}"))
			.andExpect(status().isConflict());
		this.mvc.perform(body(MockMvcRequestBuilders.put("/api/skills/loans"), "{\"name\": \"tư vấn vay\"}"))
			.andExpect(jsonPath("$.name").value("tư vấn vay"));
		this.mvc.perform(body(MockMvcRequestBuilders.put("/api/skills/karate"), "{\"name\": \"võ\"}"))
			.andExpect(status().isNotFound());
		this.mvc.perform(MockMvcRequestBuilders.get("/api/skills"))
			.andExpect(jsonPath("$[?(@.id == 'warranty')].agents").value(1));
	}

	@Test
	void tellsWhenNobodyHasThatId() throws Exception {
		this.mvc.perform(receiving("nobody", "{\"receiving\": true}").with(signedIn("lan", "MANAGER")))
			.andExpect(status().isNotFound())
			.andExpect(jsonPath("$.title").value("Không tìm thấy nhân viên"));
		this.mvc.perform(MockMvcRequestBuilders.get("/api/agents/nobody")).andExpect(status().isNotFound());
	}

	private static MockHttpServletRequestBuilder absence(String agentId, String body) {
		return MockMvcRequestBuilders.post("/api/agents/{id}/absences", agentId)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body);
	}

	private static MockHttpServletRequestBuilder body(MockHttpServletRequestBuilder request, String body) {
		return request.contentType(MediaType.APPLICATION_JSON).content(body);
	}

	private static MockHttpServletRequestBuilder receiving(String agentId, String body) {
		return MockMvcRequestBuilders.put("/api/agents/{id}/receiving", agentId)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body);
	}

	private static RequestPostProcessor signedIn(String userId, String... roles) {
		return (MockHttpServletRequest request) -> {
			request.setRemoteUser(userId);
			for (String role : roles) {
				request.addUserRole(role);
			}
			return request;
		};
	}

	/** Renders problems as the product does. */
	@RestControllerAdvice
	static class Advice extends ResponseEntityExceptionHandler {

	}

}
