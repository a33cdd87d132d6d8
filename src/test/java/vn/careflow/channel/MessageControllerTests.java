package vn.careflow.channel;

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
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@DataJdbcTest
@OnH2
@WithCustomers
@Import(Inbox.class)
class MessageControllerTests {

	private static final String MESSAGE = """
			{'channel': 'ZALO', 'externalId': 'm-1', 'from': '0901234567', 'text': 'Vẫn chưa được',
			 'inReplyTo': 'YC000001'}""";

	@RegisterExtension
	final Time time = Time.at("2025-03-03T09:30");

	@Autowired
	private Inbox inbox;

	@Autowired
	private Customers customers;

	@Autowired
	private MessageRepository repository;

	private MockMvc rest;

	private Customer customer;

	@BeforeEach
	void aCustomer() {
		CustomerProfile profile = CustomerProfile.person("Võ Minh Châu").phone("0901 234 567").build();
		this.customer = this.customers.register(NewCustomer.from("crm", "C-77", profile)).customer();
		this.rest = Rest.of(new MessageController(this.inbox));
	}

	@Test
	void takesAMessageInOnceAndAnswersTheSameIdEachTime() throws Exception {
		this.rest.perform(Rest.post("/api/messages", MESSAGE))
			.andExpect(status().isCreated())
			.andExpect(jsonPath("$.customerId").value(this.customer.id().toString()))
			.andExpect(jsonPath("$.inReplyTo").value("YC000001"))
			.andExpect(jsonPath("$.receivedAt").value("2025-03-03T02:30:00Z"));
		String id = this.repository.findAll().get(0).id().toString();

		this.rest.perform(Rest.post("/api/messages", MESSAGE))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.id").value(id));

		assertThat(this.repository.count()).isEqualTo(1);
		this.rest.perform(get("/api/messages/" + id)).andExpect(jsonPath("$.text").value("Vẫn chưa được"));
	}

	@Test
	void listsWhatNobodyCouldBeFoundFor() throws Exception {
		this.rest.perform(Rest.post("/api/messages", MESSAGE)).andExpect(status().isCreated());
		this.rest.perform(Rest.post("/api/messages", MESSAGE.replace("m-1", "m-2").replace("0901234567", "stranger")))
			.andExpect(status().isCreated())
			.andExpect(jsonPath("$.customerId").doesNotExist());

		this.rest.perform(get("/api/messages"))
			.andExpect(jsonPath("$.total").value(1))
			.andExpect(jsonPath("$.items[0].externalId").value("m-2"));
		this.rest.perform(get("/api/messages?size=0"))
			.andExpect(status().isBadRequest())
			.andExpect(jsonPath("$.errors[0].field").value("size"));
	}

	@ParameterizedTest
	@CsvSource({ "ZALO,FAX", "m-1,''", "0901234567,' '", "Vẫn chưa được,''", "from,sender" })
	void refusesWhatCannotBeTakenAndWritesNothing(String good, String bad) throws Exception {
		this.rest.perform(Rest.post("/api/messages", MESSAGE.replace(good, bad))).andExpect(status().isBadRequest());

		assertThat(this.repository.count()).isZero();
	}

}
