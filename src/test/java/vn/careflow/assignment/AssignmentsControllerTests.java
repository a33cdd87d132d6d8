package vn.careflow.assignment;

import java.time.LocalDate;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

import vn.careflow.staff.NewAgent;
import vn.careflow.staff.NewTeam;
import vn.careflow.staff.Staff;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.Time;

import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.careflow.assignment.AssignmentFixtures.anItem;

@JdbcTest
@OnH2
@Import(AgentAssignmentTests.Rooms.class)
class AssignmentsControllerTests {

	@RegisterExtension
	final Time time = Time.at("2026-03-02T09:30");

	@Autowired
	Staff staff;

	@Autowired
	AgentAssignment assignment;

	MockMvc mvc;

	@BeforeEach
	void opensTheDoor() {
		this.mvc = MockMvcBuilders.standaloneSetup(new AssignmentsController(this.assignment))
			.setMessageConverters(new MappingJackson2HttpMessageConverter(Jackson2ObjectMapperBuilder.json().build()))
			.setControllerAdvice(new Advice())
			.build();
		this.staff.registerTeam(new NewTeam("service", "Chăm sóc khách hàng"));
		this.staff.register(agent("lan", "Lan"));
		this.staff.register(agent("minh", "Minh").withCapacity(0));
	}

	@Test
	void tellsWhoHasTheWorkAndWhy() throws Exception {
		WorkItem item = anItem();
		this.assignment.assign(item);
		this.assignment.reassign(item.id(), "minh", "Gấp", "lan");

		this.mvc.perform(MockMvcRequestBuilders.get("/api/assignments/{id}", item.id()))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.workItemId").value(item.id().toString()))
			.andExpect(jsonPath("$.agentId").value("minh"))
			.andExpect(jsonPath("$.summary").value(
					"Chuyển từ Lan sang Minh theo quyết định của Lan: Gấp. " + "Lưu ý: Đã đủ việc trong ngày (0/0)."))
			.andExpect(jsonPath("$.decidedBy").value("lan"))
			.andExpect(jsonPath("$.candidates[0].chosen").value(true))
			.andExpect(jsonPath("$.candidates[0].eligible").value(false))
			.andExpect(jsonPath("$.earlier[0].agentId").value("lan"))
			.andExpect(jsonPath("$.earlier[0].endedAt").isNotEmpty());
	}

	@Test
	void tellsThatNothingWasDecided() throws Exception {
		this.mvc.perform(MockMvcRequestBuilders.get("/api/assignments/{id}", UUID.randomUUID()))
			.andExpect(status().isNotFound())
			.andExpect(jsonPath("$.title").value("Không tìm thấy phân công"));
		this.mvc.perform(MockMvcRequestBuilders.get("/api/assignments/nonsense")).andExpect(status().isBadRequest());
	}

	private static NewAgent agent(String id, String name) {
		return NewAgent.named(id, name, id + "@careflow.example", LocalDate.of(2020, 1, 1)).inTeams("service");
	}

	/** Renders problems as the product does. */
	@RestControllerAdvice
	static class Advice extends ResponseEntityExceptionHandler {

	}

}
