package vn.careflow.opportunity;

import java.math.BigDecimal;
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
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@DataJdbcTest
@OnH2
@WithCustomers
@Import({ Opportunities.class, Orders.class, Products.class })
@RecordApplicationEvents
class SalesControllersTests {

	private static final String ORDER = """
			{'source': 'webshop', 'externalId': 'DH-1', 'customer': 'C-77', 'product': 'CAP-QUANG-100',
			 'amount': 199000, 'placedAt': '2025-03-02T20:15:00+07:00'}""";

	private static final String OPPORTUNITY = """
			{'source': 'webshop', 'externalId': 'L-1', 'customer': 'C-77', 'need': 'Gói cáp quang',
			 'productInterest': 'CAP-QUANG-100'}""";

	@RegisterExtension
	final Time time = Time.at("2025-03-03T09:30");

	@Autowired
	private Opportunities opportunities;

	@Autowired
	private Orders orders;

	@Autowired
	private Products products;

	@Autowired
	private Customers customers;

	@Autowired
	private ApplicationEvents events;

	private MockMvc rest;

	private Customer customer;

	@BeforeEach
	void aCustomer() {
		CustomerProfile profile = CustomerProfile.person("Trần Văn Bình").build();
		this.customer = this.customers.register(NewCustomer.from("crm", "C-77", profile)).customer();
		this.rest = Rest.of(new OpportunityController(this.opportunities, this.customers),
				new OrderController(this.orders, this.customers), new ProductController(this.products));
	}

	@Test
	void takesAnOrderInOnce() throws Exception {
		this.rest.perform(Rest.post("/api/orders", ORDER))
			.andExpect(status().isCreated())
			.andExpect(jsonPath("$.customerId").value(this.customer.id().toString()))
			.andExpect(jsonPath("$.amount").value(199000))
			.andExpect(jsonPath("$.placedAt").value("2025-03-02T13:15:00Z"))
			.andExpect(jsonPath("$.deliveredOn").doesNotExist());
		UUID id = this.orders.ofCustomer(this.customer.id()).get(0).id();

		this.rest.perform(Rest.post("/api/orders", ORDER))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.id").value(id.toString()));

		assertThat(this.events.stream(OrderPlaced.class)).hasSize(1);
		this.rest.perform(get("/api/orders/" + id)).andExpect(jsonPath("$.externalId").value("DH-1"));
		this.rest.perform(get("/api/orders?customer=C-77")).andExpect(jsonPath("$.total").value(1));
		this.rest.perform(get("/api/orders/" + UUID.randomUUID())).andExpect(status().isNotFound());
	}

	@ParameterizedTest
	@CsvSource({ "199000,-1", "199000,0.5", "199000,1000000000000000", "199000,null", "'DH-1',' '", "C-77,C-78",
			"CAP-QUANG-100,' '", "placedAt,placed" })
	void refusesOrdersThatCannotBeTakenAndWritesNothing(String good, String bad) throws Exception {
		this.rest.perform(Rest.post("/api/orders", ORDER.replace(good, bad))).andExpect(status().isBadRequest());

		assertThat(this.orders.ofCustomer(this.customer.id())).isEmpty();
	}

	@Test
	void opensAnOpportunityOnce() throws Exception {
		this.rest.perform(Rest.post("/api/opportunities", OPPORTUNITY))
			.andExpect(status().isCreated())
			.andExpect(jsonPath("$.open").value(true))
			.andExpect(jsonPath("$.productInterest").value("CAP-QUANG-100"));
		UUID id = this.opportunities.openOf(this.customer.id()).get(0).id();

		this.rest.perform(Rest.post("/api/opportunities", OPPORTUNITY)).andExpect(status().isOk());
		this.rest.perform(Rest.post("/api/opportunities", "{'customer': 'C-77', 'need': 'gói cáp QUANG'}"))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.id").value(id.toString()));

		assertThat(this.events.stream(OpportunityOpened.class)).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "Gói cáp quang,' '", "C-77,C-78", "need,nead" })
	void refusesOpportunitiesThatCannotBeTaken(String good, String bad) throws Exception {
		this.rest.perform(Rest.post("/api/opportunities", OPPORTUNITY.replace(good, bad)))
			.andExpect(status().isBadRequest());

		assertThat(this.opportunities.openOf(this.customer.id())).isEmpty();
	}

	@Test
	void showsAndListsOpportunities() throws Exception {
		UUID id = this.opportunities.open(NewOpportunity.of(this.customer.id(), "Gói cáp quang")).id();
		this.opportunities.conclude(id, OpportunityOutcome.WON, null, null, new BigDecimal("199000"));

		this.rest.perform(get("/api/opportunities/" + id))
			.andExpect(jsonPath("$.outcome").value("WON"))
			.andExpect(jsonPath("$.amount").value(199000));
		this.rest.perform(get("/api/opportunities?open=true&customer=C-77")).andExpect(jsonPath("$.total").value(0));
		this.rest.perform(get("/api/opportunities?outcome=WON")).andExpect(jsonPath("$.total").value(1));
		this.rest.perform(get("/api/opportunities?customer=C-78"))
			.andExpect(status().isBadRequest())
			.andExpect(jsonPath("$.errors[0].field").value("customer"));
		this.rest.perform(get("/api/opportunities?size=500"))
			.andExpect(jsonPath("$.errors[0].message").value(containsString("200")));
	}

	@Test
	void keepsTheCatalogue() throws Exception {
		this.rest.perform(Rest.put("/api/products/CAP-QUANG-100", "{'name': 'Cáp quang 100 Mbps', 'price': 199000}"))
			.andExpect(status().isCreated());
		this.rest.perform(get("/api/products"))
			.andExpect(jsonPath("$[0].code").value("CAP-QUANG-100"))
			.andExpect(jsonPath("$[0].active").value(true));
		this.rest.perform(Rest.put("/api/products/CAP-QUANG-100", "{'name': 'Cáp quang 100 Mbps', 'active': false}"))
			.andExpect(status().isOk());

		this.rest.perform(get("/api/products")).andExpect(jsonPath("$.length()").value(0));
		this.rest.perform(get("/api/products/CAP-QUANG-100")).andExpect(jsonPath("$.active").value(false));
		this.rest.perform(get("/api/products/TV")).andExpect(status().isNotFound());
		this.rest.perform(Rest.put("/api/products/TV", "{'name': 'Truyền hình', 'price': -1}"))
			.andExpect(status().isBadRequest());
		this.rest.perform(Rest.put("/api/products/" + "x".repeat(51), "{'name': 'Truyền hình'}"))
			.andExpect(status().isBadRequest())
			.andExpect(jsonPath("$.errors[0].field").value("code"));
	}

}
