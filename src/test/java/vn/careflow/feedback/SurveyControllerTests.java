package vn.careflow.feedback;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.careflow.customer.Customer;
import vn.careflow.customer.CustomerProfile;
import vn.careflow.customer.Customers;
import vn.careflow.customer.NewCustomer;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.Rest;
import vn.careflow.testsupport.Time;
import vn.careflow.testsupport.WithCustomers;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.data.jdbc.DataJdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@DataJdbcTest
@OnH2
@WithCustomers
@Import(Surveys.class)
class SurveyControllerTests {

	@RegisterExtension
	final Time time = Time.at("2025-03-03T09:30");

	@Autowired
	private Surveys surveys;

	@Autowired
	private Customers customers;

	private MockMvc rest;

	private UUID surveyId;

	@BeforeEach
	void aSurvey() {
		CustomerProfile profile = CustomerProfile.person("Phạm Quốc Dũng").build();
		Customer customer = this.customers.register(NewCustomer.from("crm", "C-77", profile)).customer();
		this.surveyId = UUID.randomUUID();
		this.surveys.invite(new NewSurvey(this.surveyId, customer.id(), UUID.randomUUID(), SurveyKind.CSAT));
		this.rest = Rest.of(new SurveyController(this.surveys));
	}

	@Test
	void showsASurveyAndTakesItsAnswerOnce() throws Exception {
		this.rest.perform(get("/api/surveys/" + this.surveyId))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.kind").value("CSAT"))
			.andExpect(jsonPath("$.scale.highest").value(5))
			.andExpect(jsonPath("$.score").doesNotExist());
		for (int i = 0; i < 2; i++) {
			this.rest.perform(answer("{'score': 5, 'comment': 'Rất tốt'}"))
				.andExpect(status().isOk())
				.andExpect(jsonPath("$.score").value(5))
				.andExpect(jsonPath("$.comment").value("Rất tốt"));
		}
		this.rest.perform(answer("{'score': 1}")).andExpect(status().isConflict());
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'score': 6}", "{'score': 0}", "{'score': 4.5}", "{}", "{'score': 'tốt'}",
			"{'score': 99999999999}", "{'score': 4, 'stars': 4}" })
	void refusesWhatIsNoScoreAndKeepsTheSurveyOpen(String payload) throws Exception {
		this.rest.perform(answer(payload)).andExpect(status().isBadRequest());

		assertThat(this.surveys.get(this.surveyId).score()).isNull();
	}

	@Test
	void namesTheFieldAndTheScale() throws Exception {
		this.rest.perform(answer("{'score': 6}"))
			.andExpect(jsonPath("$.errors[0].field").value("score"))
			.andExpect(jsonPath("$.errors[0].message").value("Điểm phải là số nguyên từ 1 đến 5."));
	}

	@Test
	void answersNotFoundForASurveyThatDoesNotExist() throws Exception {
		this.rest.perform(get("/api/surveys/" + UUID.randomUUID())).andExpect(status().isNotFound());
	}

	private RequestBuilder answer(String payload) {
		return Rest.post("/api/surveys/" + this.surveyId + "/answer", payload);
	}

}
