package vn.careflow.customer;

import java.io.UnsupportedEncodingException;
import java.util.UUID;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.Time;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

@CustomerRestSlice
@OnH2
class CustomerRestTests {

	@RegisterExtension
	final Time time = Time.at("2025-03-03T09:00");

	@Autowired
	MockMvcTester rest;

	@Autowired
	Customers customers;

	@Test
	void registersACustomerAndTellsWhereTheyAre() {
		MvcTestResult result = post("/api/customers", """
				{"source": "web", "externalId": "w-1", "name": "Nguyễn Thị Ánh", "kind": "PERSON", "gender": "FEMALE",
				 "birthday": "29/02/2000", "phones": ["0901 234 567"], "emails": ["Anh@Example.vn"],
				 "preferredFrom": "09:00", "preferredTo": "11:30", "advertisingConsent": true,
				 "annualRevenue": 12000000, "needs": ["Gói internet"]}""");

		assertThat(result).hasStatus(201);
		UUID id = UUID.fromString(result.getResponse().getHeader("Location").replace("/api/customers/", ""));
		assertThat(this.rest.get().uri("/api/customers/{id}", id)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
				{"source": "web", "externalId": "w-1", "name": "Nguyễn Thị Ánh", "version": 0, "gender": "FEMALE",
				 "birthday": "2000-02-29", "phones": ["+84901234567"], "emails": ["anh@example.vn"],
				 "preferredFrom": "09:00", "advertisingConsent": true, "serviceConsent": true, "doNotCall": false,
				 "annualRevenue": 12000000, "needs": ["Gói internet"], "group": "SMALL", "potential": "COLD",
				 "lifecycle": "PROSPECT", "lastOutcome": "NONE", "possibleDuplicates": [],
				 "registeredAt": "2025-03-03T02:00:00Z"}""");
	}

	@Test
	void givesBackTheSameCustomerForTheSameExternalId() {
		String body = """
				{"source": "web", "externalId": "w-1", "name": "Nguyễn Thị Ánh"}""";
		MvcTestResult first = post("/api/customers", body);

		MvcTestResult second = post("/api/customers", body);

		assertThat(first).hasStatus(201);
		assertThat(second).hasStatus(200);
		assertThat(second).bodyJson().extractingPath("$.number").isEqualTo(path(first, "$.number"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{}                                                                   | name
			{"name": " "}                                                        | name
			{"name": "A", "phones": ["123"]}                                     | phones
			{"name": "A", "phones": ["0901234567", "12"]}                        | phones[1]
			{"name": "A", "emails": ["a@b"]}                                     | emails
			{"name": "A", "kind": "CAT"}                                         | kind
			{"name": "A", "birthday": "29/02/2001"}                              | birthday
			{"name": "A", "birthday": "31/01", "birthdayCalendar": "LUNAR"}      | birthday
			{"name": "A", "preferredFrom": "09:00"}                              | preferredTo
			{"name": "A", "preferredFrom": "09:00", "preferredTo": "08:00"}      | preferredTo
			{"name": "A", "preferredFrom": "9 giờ", "preferredTo": "11:00"}      | preferredFrom
			{"name": "A", "timeZone": "Hà Nội"}                                  | timeZone
			{"name": "A", "language": "vie"}                                     | language
			{"name": "A", "doNotCall": "maybe"}                                  | doNotCall
			{"name": "A", "annualRevenue": -1}                                   | annualRevenue
			{"name": "A", "annualRevenue": 1.5}                                  | annualRevenue
			{"name": "A", "annualRevenue": 1e40}                                 | annualRevenue
			{"name": {"first": "A"}}                                             | name
			{"name": ["A", "B"]}                                                 | name
			{"name": "A", "phnoe": "0901234567"}                                 | phnoe
			""")
	void namesTheFieldThatCannotBeTaken(String body, String field) {
		MvcTestResult result = post("/api/customers", body);

		assertThat(result).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(result).bodyJson().extractingPath("$.errors[0].field").isEqualTo(field);
		assertThat(result).bodyJson().extractingPath("$.errors[0].message").asString().isNotBlank();
		assertThat(this.customers.page(CustomerSearch.ALL, 0, 1).total()).isZero();
	}

	@Test
	void namesEveryFieldThatCannotBeTaken() {
		MvcTestResult result = post("/api/customers", """
				{"kind": "CAT", "phones": ["1"], "annualRevenue": "nhiều"}""");

		assertThat(result).bodyJson()
			.extractingPath("$.errors[*].field")
			.asArray()
			.containsExactlyInAnyOrder("name", "kind", "phones", "annualRevenue");
	}

	@Test
	void tellsOfRecordsThatMayBeTheSameCustomer() {
		MvcTestResult first = post("/api/customers", """
				{"name": "Nguyễn An", "phones": ["0901234567"]}""");

		MvcTestResult second = post("/api/customers", """
				{"name": "An Nguyễn", "phones": ["+84901234567"]}""");

		assertThat(second).bodyJson()
			.extractingPath("$.possibleDuplicates[0].number")
			.isEqualTo(path(first, "$.number"));
		assertThat(this.rest.get().uri("/api/customers/{id}/duplicates", path(first, "$.id"))).bodyJson()
			.extractingPath("$[0].number")
			.isEqualTo(path(second, "$.number"));
	}

	@Test
	void findsByNameWithoutDiacriticsPageByPage() {
		post("/api/customers", """
				{"name": "Nguyễn An"}""");
		post("/api/customers", """
				{"name": "Nguyễn Bình"}""");
		post("/api/customers", """
				{"name": "Lê Cường"}""");

		assertThat(this.rest.get().uri("/api/customers?q=nguyen&size=1&page=1")).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("""
					{"items": [{"name": "Nguyễn An"}], "page": 1, "size": 1, "total": 2}""");
	}

	@Test
	void refusesPagesWithoutLimits() {
		MvcTestResult result = this.rest.get().uri("/api/customers?page=-1&size=1000").exchange();

		assertThat(result).hasStatus(400);
		assertThat(result).bodyJson().extractingPath("$.errors[*].field").asArray().containsExactly("page", "size");
	}

	@Test
	void changesOnlyWhatIsSent() {
		Object id = path(post("/api/customers", """
				{"name": "Nguyễn An", "phones": ["0901234567"], "address": "Hà Nội", "birthday": "30/02",
				 "birthdayCalendar": "LUNAR", "preferredFrom": "09:00", "preferredTo": "10:00"}"""), "$.id");

		MvcTestResult result = patch(id, """
				{"name": "Nguyễn Văn An", "address": null, "version": 0}""");

		assertThat(result).hasStatusOk().bodyJson().isLenientlyEqualTo("""
				{"name": "Nguyễn Văn An", "phones": ["+84901234567"], "version": 1, "birthday": "--02-30",
				 "birthdayCalendar": "LUNAR", "preferredFrom": "09:00"}""");
		assertThat(result).bodyJson().doesNotHavePath("$.address");
	}

	@Test
	void refusesAChangeMadeOnAnOldVersion() {
		Object id = path(post("/api/customers", """
				{"name": "Nguyễn An"}"""), "$.id");
		patch(id, """
				{"name": "Nguyễn Văn An", "version": 0}""");

		assertThat(patch(id, """
				{"name": "Nguyễn Thị An", "version": 0}""")).hasStatus(409);
	}

	@Test
	void refusesToChangeWhereACustomerComesFrom() {
		Object id = path(post("/api/customers", """
				{"name": "Nguyễn An"}"""), "$.id");

		MvcTestResult result = patch(id, """
				{"externalId": "other"}""");

		assertThat(result).hasStatus(400);
		assertThat(result).bodyJson().extractingPath("$.errors[0].field").isEqualTo("externalId");
	}

	@Test
	void answersNotFoundForAnUnknownCustomer() {
		UUID nobody = UUID.randomUUID();

		for (String path : new String[] { "", "/timeline", "/duplicates", "/owners", "/care-plan", "/care-cycles" }) {
			assertThat(this.rest.get().uri("/api/customers/" + nobody + path)).hasStatus(404)
				.bodyJson()
				.extractingPath("$.detail")
				.asString()
				.contains(nobody.toString());
		}
		assertThat(this.rest.get().uri("/api/care-cycles/" + nobody)).hasStatus(404);
	}

	@Test
	void keepsANoteInTheTimeline() {
		Object id = path(post("/api/customers", """
				{"name": "Nguyễn An"}"""), "$.id");

		assertThat(post("/api/customers/" + id + "/notes", """
				{"text": "Khách thích được gọi buổi sáng"}""")).hasStatus(201);

		assertThat(this.rest.get().uri("/api/customers/{id}/timeline", id)).bodyJson().isLenientlyEqualTo("""
				{"items": [{"kind": "NOTE", "summary": "Khách thích được gọi buổi sáng"}], "total": 1}""");
		assertThat(post("/api/customers/" + id + "/notes", """
				{"text": " "}""")).hasStatus(400);
	}

	@Test
	void stopsCareForWhoOptsOut() {
		Object id = path(post("/api/customers", """
				{"name": "Nguyễn An", "advertisingConsent": true}"""), "$.id");

		assertThat(post("/api/customers/" + id + "/opt-out", """
				{"reason": "Không muốn nhận cuộc gọi"}""")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
				{"advertisingConsent": false, "optedOutAt": "2025-03-03T02:00:00Z"}""");

		assertThat(post("/api/customers/" + id + "/care-cycles", "{}")).hasStatus(409);
		assertThat(put("/api/customers/" + id + "/care-plan", """
				{"nextCycleAt": "2025-04-01T02:00:00Z", "reason": "Định kỳ"}""")).hasStatus(409);
	}

	@Test
	void changesTheOwnerAndShowsTheHistory() {
		Object id = path(post("/api/customers", """
				{"name": "Nguyễn An", "ownerId": "lan.nguyen"}"""), "$.id");

		assertThat(put("/api/customers/" + id + "/owner", """
				{"agentId": "minh.tran", "reason": "Lan nghỉ phép"}""")).hasStatusOk()
			.bodyJson()
			.extractingPath("$.ownerId")
			.isEqualTo("minh.tran");

		assertThat(this.rest.get().uri("/api/customers/{id}/owners", id)).bodyJson()
			.extractingPath("$[*].agentId")
			.asArray()
			.containsExactly("lan.nguyen", "minh.tran");
	}

	@Test
	void plansAndBeginsACareCycle() {
		Object id = path(post("/api/customers", """
				{"name": "Nguyễn An"}"""), "$.id");

		assertThat(this.rest.get().uri("/api/customers/{id}/care-plan", id)).hasStatus(204);
		assertThat(put("/api/customers/" + id + "/care-plan", """
				{"nextCycleAt": "2025-04-01T02:00:00Z", "reason": "Khách hẹn"}""")).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("""
					{"nextCycleAt": "2025-04-01T02:00:00Z", "reason": "Khách hẹn"}""");
		MvcTestResult begun = post("/api/customers/" + id + "/care-cycles", "");
		assertThat(begun).hasStatus(201).bodyJson().extractingPath("$.open").isEqualTo(true);
		assertThat(post("/api/customers/" + id + "/care-cycles", "")).hasStatus(200);
		assertThat(this.rest.get().uri(begun.getResponse().getHeader("Location"))).hasStatusOk();
		assertThat(this.rest.get().uri("/api/customers/{id}/care-cycles", id)).bodyJson()
			.extractingPath("$.total")
			.isEqualTo(1);
	}

	private MvcTestResult post(String uri, String body) {
		return this.rest.post().uri(uri).contentType(MediaType.APPLICATION_JSON).content(body).exchange();
	}

	private MvcTestResult put(String uri, String body) {
		return this.rest.put().uri(uri).contentType(MediaType.APPLICATION_JSON).content(body).exchange();
	}

	private MvcTestResult patch(Object id, String body) {
		return this.rest.patch()
			.uri("/api/customers/{id}", id)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private static Object path(MvcTestResult result, String path) {
		try {
			return JsonPath.read(result.getResponse().getContentAsString(), path);
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
