package vn.careflow.planning;

import java.security.Principal;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import vn.careflow.contact.ContactChannel;
import vn.careflow.contact.ContactPurpose;
import vn.careflow.contact.Contacts;
import vn.careflow.contact.PlannableContacts;
import vn.careflow.customer.Customers;
import vn.careflow.staff.NewTeam;
import vn.careflow.staff.Staff;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.Rest;
import vn.careflow.testsupport.Time;
import vn.careflow.testsupport.WithCustomers;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@JdbcTest
@OnH2
@WithCustomers
@Import(PlanningRooms.class)
@TestPropertySource(properties = { "careflow.planning.moves=2000", "careflow.planning.time-limit=20s" })
class DayPlansControllerTests {

	private static final Principal LEAD = () -> "plan.lan";

	@RegisterExtension
	final Time time = Time.at("2026-11-23T08:00");

	@Autowired
	DayPlans plans;

	@Autowired
	Contacts contacts;

	@Autowired
	PlannableContacts plannable;

	@Autowired
	Customers customers;

	@Autowired
	Staff staff;

	private MockMvc mvc;

	private DayPlan plan;

	@BeforeEach
	void aPlanOfTwoContacts() {
		this.mvc = Rest.of(new DayPlansController(this.plans));
		this.staff.registerTeam(new NewTeam("service", "Chăm sóc khách hàng"));
		this.staff.registerTeam(new NewTeam("sales", "Kinh doanh"));
		this.staff.register(PlanningRooms.agent("plan.lan"));
		this.staff.register(PlanningRooms.agent("plan.minh"));
		for (int i = 0; i < 2; i++) {
			PlanningRooms.contact(this.contacts, this.plannable, PlanningRooms.customer(this.customers),
					ContactPurpose.SERVICE, ContactChannel.CALL, "plan.lan", "2026-11-23T09:00");
		}
		this.plan = this.plans.register(UUID.randomUUID(), "service", 1, "plan.lan");
		this.plans.propose(this.plan.id());
	}

	@Test
	void takesAWishForAPlan() throws Exception {
		this.mvc.perform(post("", "{'teamId': 'service', 'days': 3}"))
			.andExpect(status().isAccepted())
			.andExpect(header().string("Location", containsString("/api/day-plans/")))
			.andExpect(jsonPath("$.state").value("REQUESTED"))
			.andExpect(jsonPath("$.requestedBy").value("plan.lan"));
		this.mvc.perform(post("", "{'teamId': 'nobody', 'days': 3}"))
			.andExpect(status().isBadRequest())
			.andExpect(jsonPath("$.errors[0].field").value("teamId"));
		this.mvc.perform(post("", "{'teamId': 'service', 'days': 0}")).andExpect(status().isBadRequest());
	}

	@Test
	void showsAPlanWithItsReasons() throws Exception {
		this.mvc.perform(MockMvcRequestBuilders.get("/api/day-plans/{id}", this.plan.id()))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.plan.state").value("PROPOSED"))
			.andExpect(jsonPath("$.plan.summary.before.brokenRules").value(1))
			.andExpect(jsonPath("$.plan.summary.plan.brokenRules").value(0))
			.andExpect(jsonPath("$.items[0].no").value(1))
			.andExpect(jsonPath("$.items[0].state").value("PROPOSED"))
			.andExpect(jsonPath("$.items[0].reasons.rules[0].rule").value("Giờ được phép liên hệ"))
			.andExpect(jsonPath("$.items[0].reasons.costs").isNotEmpty());
		this.mvc.perform(MockMvcRequestBuilders.get("/api/day-plans?teamId=service"))
			.andExpect(jsonPath("$.total").value(1))
			.andExpect(jsonPath("$.items[0].id").value(this.plan.id().toString()));
		this.mvc.perform(MockMvcRequestBuilders.get("/api/day-plans/{id}", UUID.randomUUID()))
			.andExpect(status().isNotFound())
			.andExpect(jsonPath("$.title").value("Không tìm thấy kế hoạch"));
	}

	@Test
	void takesDecisionsAndCarriesThemOut() throws Exception {
		this.mvc.perform(post("/%s/items/1/accept".formatted(this.plan.id()), "{}"))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.state").value("ACCEPTED"));
		this.mvc.perform(post("/%s/items/1/reject".formatted(this.plan.id()), "{'reason': 'Khách quen Lan'}"))
			.andExpect(jsonPath("$.state").value("REJECTED"))
			.andExpect(jsonPath("$.stateReason").value("Khách quen Lan"));
		this.mvc
			.perform(post("/%s/items/1/change".formatted(this.plan.id()),
					"{'agentId': 'plan.minh', 'slotAt': '2026-11-23T22:30:00+07:00'}"))
			.andExpect(status().isConflict())
			.andExpect(jsonPath("$.title").value("Không thực hiện được quyết định"))
			.andExpect(jsonPath("$.reasons").isNotEmpty());
		this.mvc
			.perform(post("/%s/items/1/change".formatted(this.plan.id()),
					"{'agentId': 'plan.minh', 'slotAt': '2026-11-23T14:30:00+07:00'}"))
			.andExpect(jsonPath("$.state").value("CHANGED"));
		this.mvc.perform(post("/%s/accept".formatted(this.plan.id()), "{}")).andExpect(status().isOk());
		this.mvc.perform(post("/%s/apply".formatted(this.plan.id()), "{}"))
			.andExpect(jsonPath("$.plan.state").value("APPLIED"))
			.andExpect(jsonPath("$.items[0].appliedAt").isNotEmpty());
	}

	@Test
	void knowsNoOtherItem() throws Exception {
		this.mvc.perform(post("/%s/items/77/accept".formatted(this.plan.id()), "{}"))
			.andExpect(status().isNotFound())
			.andExpect(jsonPath("$.title").value("Không tìm thấy đề xuất"));
	}

	private static MockHttpServletRequestBuilder post(String path, String json) {
		return MockMvcRequestBuilders.post("/api/day-plans" + path)
			.principal(LEAD)
			.contentType(MediaType.APPLICATION_JSON)
			.content(json.replace('\'', '"'));
	}

}
