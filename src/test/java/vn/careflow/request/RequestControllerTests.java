package vn.careflow.request;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@DataJdbcTest
@OnH2
@WithCustomers
@Import({ Requests.class, RequestNumbers.class })
class RequestControllerTests {

	private static final String COMPLAINT = """
			{'source': 'webshop', 'externalId': 'W-1', 'customer': '0901 234 567', 'kind': 'COMPLAINT',
			 'subject': 'Cước tính sai', 'description': 'Tháng 2 bị tính hai lần', 'channel': 'WEB',
			 'product': 'CAP-QUANG-100', 'impact': 'HIGH'}""";

	@RegisterExtension
	final Time time = Time.at("2025-03-03T09:30");

	@Autowired
	private Requests requests;

	@Autowired
	private RequestRepository repository;

	@Autowired
	private Customers customers;

	private MockMvc rest;

	private Customer customer;

	@BeforeEach
	void aCustomer() {
		CustomerProfile profile = CustomerProfile.person("Nguyễn Thị Ánh")
			.phone("0901234567")
			.email("anh@example.vn")
			.build();
		this.customer = this.customers.register(NewCustomer.from("crm", "C-77", profile)).customer();
		this.rest = Rest.of(new RequestController(this.requests, this.customers));
	}

	@Test
	void takesARequestIn() throws Exception {
		this.rest.perform(Rest.post("/api/requests", COMPLAINT))
			.andExpect(status().isCreated())
			.andExpect(header().string("Location", containsString("/api/requests/")))
			.andExpect(jsonPath("$.number").value(containsString("YC")))
			.andExpect(jsonPath("$.customerId").value(this.customer.id().toString()))
			.andExpect(jsonPath("$.status").value("NEW"))
			.andExpect(jsonPath("$.statusLabel").value("mới"))
			.andExpect(jsonPath("$.impact").value("HIGH"))
			.andExpect(jsonPath("$.urgency").value("MEDIUM"))
			.andExpect(jsonPath("$.receivedAt").value("2025-03-03T02:30:00Z"))
			.andExpect(jsonPath("$.agentId").doesNotExist());
	}

	@Test
	void answersTheFirstWhereTheSameExternalIdComesAgain() throws Exception {
		this.rest.perform(Rest.post("/api/requests", COMPLAINT)).andExpect(status().isCreated());
		String number = this.repository.findAll().get(0).number();

		this.rest.perform(Rest.post("/api/requests", COMPLAINT.replace("Cước tính sai", "Gửi lại")))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.number").value(number))
			.andExpect(jsonPath("$.subject").value("Cước tính sai"));

		assertThat(this.repository.count()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "0901234567", "anh@example.vn", "C-77", "ANH@example.vn", "+84 901 234 567" })
	void findsTheCustomerHoweverTheyAreNamed(String reference) throws Exception {
		this.rest.perform(Rest.post("/api/requests", COMPLAINT.replace("0901 234 567", reference)))
			.andExpect(status().isCreated())
			.andExpect(jsonPath("$.customerId").value(this.customer.id().toString()));
	}

	@Test
	void findsTheCustomerByNumberAndById() throws Exception {
		this.rest.perform(Rest.post("/api/requests", COMPLAINT.replace("0901 234 567", this.customer.number())))
			.andExpect(status().isCreated());
		this.rest
			.perform(Rest.post("/api/requests",
					COMPLAINT.replace("0901 234 567", this.customer.id().toString()).replace("W-1", "W-2")))
			.andExpect(status().isCreated());
	}

	@Test
	void namesTheFieldWhereNobodyIsMeant() throws Exception {
		this.rest.perform(Rest.post("/api/requests", COMPLAINT.replace("0901 234 567", "0999 999 999")))
			.andExpect(status().isBadRequest())
			.andExpect(jsonPath("$.errors[0].field").value("customer"))
			.andExpect(jsonPath("$.errors[0].message").value(containsString("Không tìm thấy khách hàng")));

		assertThat(this.repository.count()).isZero();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			'COMPLAINT'                | 'GRUMBLE'
			'Cước tính sai'            | ' '
			'Tháng 2 bị tính hai lần'  | ''
			'0901 234 567'             | ' '
			'subject'                  | 'title'
			""", quoteCharacter = '"')
	void refusesWhatCannotBeTakenAndWritesNothing(String good, String bad) throws Exception {
		this.rest.perform(Rest.post("/api/requests", COMPLAINT.replace(good, bad))).andExpect(status().isBadRequest());

		assertThat(this.repository.count()).isZero();
	}

	@Test
	void takesARequestWithNothingButWhatIsNeeded() throws Exception {
		this.rest.perform(Rest.post("/api/requests",
				"""
						{'customer': 'C-77', 'kind': 'SUPPORT', 'externalId': ' ', 'subject': 'Cài đặt', 'description': 'Xin hướng dẫn'}"""))
			.andExpect(status().isCreated())
			.andExpect(jsonPath("$.channel").value("API"))
			.andExpect(jsonPath("$.source").value("api"))
			.andExpect(jsonPath("$.externalId").doesNotExist());
	}

	@Test
	void showsARequestWithItsCyclesAndAnswers() throws Exception {
		Request request = aRequest();
		this.requests.recordAnswer(request.id(), "lan.nguyen", "Đang kiểm tra", this.time.now());

		this.rest.perform(get("/api/requests/" + request.number()))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.status").value("IN_PROGRESS"))
			.andExpect(jsonPath("$.cycles.length()").value(1))
			.andExpect(jsonPath("$.cycles[0].number").value(1))
			.andExpect(jsonPath("$.answers[0].body").value("Đang kiểm tra"));
		this.rest.perform(get("/api/requests/" + request.id())).andExpect(status().isOk());
	}

	@Test
	void answersNotFoundForARequestThatDoesNotExist() throws Exception {
		this.rest.perform(get("/api/requests/YC999999"))
			.andExpect(status().isNotFound())
			.andExpect(jsonPath("$.detail").value(containsString("YC999999")));
		this.rest.perform(get("/api/requests/" + UUID.randomUUID())).andExpect(status().isNotFound());
	}

	@Test
	void listsByStatusKindAndCustomer() throws Exception {
		Request withdrawn = aRequest();
		this.requests.withdraw(withdrawn.id(), "Khách đổi ý");
		Request open = aRequest();

		this.rest.perform(get("/api/requests?status=NEW&status=ASSIGNED&kind=SUPPORT&customer=C-77"))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.total").value(1))
			.andExpect(jsonPath("$.items[0].id").value(open.id().toString()));
		this.rest.perform(get("/api/requests?size=1&page=1"))
			.andExpect(jsonPath("$.total").value(2))
			.andExpect(jsonPath("$.page").value(1))
			.andExpect(jsonPath("$.items.length()").value(1));
		this.rest.perform(get("/api/requests?agentId=lan.nguyen")).andExpect(jsonPath("$.total").value(0));
	}

	@ParameterizedTest
	@CsvSource({ "page=-1,page", "size=0,size", "size=201,size", "customer=nobody,customer" })
	void namesTheParameterThatCannotBeTaken(String query, String field) throws Exception {
		this.rest.perform(get("/api/requests?" + query))
			.andExpect(status().isBadRequest())
			.andExpect(jsonPath("$.errors[0].field").value(field));
	}

	@Test
	void withdrawsOnceHoweverOftenItIsSent() throws Exception {
		String path = "/api/requests/" + aRequest().number() + "/withdrawal";
		for (int i = 0; i < 2; i++) {
			this.rest.perform(Rest.post(path, "{'reason': 'Khách tự xử lý được'}"))
				.andExpect(status().isOk())
				.andExpect(jsonPath("$.status").value("WITHDRAWN"))
				.andExpect(jsonPath("$.statusReason").value("Khách tự xử lý được"));
		}
	}

	@Test
	void tellsWhyARequestCannotBeWithdrawn() throws Exception {
		Request request = aRequest();
		this.requests.reject(request.id(), "Ngoài phạm vi");

		this.rest.perform(Rest.post("/api/requests/" + request.id() + "/withdrawal", "{'reason': 'Đổi ý'}"))
			.andExpect(status().isConflict())
			.andExpect(jsonPath("$.status").value(409))
			.andExpect(jsonPath("$.requestStatus").value("REJECTED"))
			.andExpect(jsonPath("$.detail").value(containsString("bị từ chối")));
		this.rest.perform(Rest.post("/api/requests/" + request.id() + "/withdrawal", "{'reason': ''}"))
			.andExpect(status().isBadRequest());
	}

	private Request aRequest() {
		return this.requests.register(NewRequest.of(this.customer.id(), RequestKind.SUPPORT, "Cài đặt", "Cần hướng dẫn",
				RequestChannel.PHONE));
	}

}
