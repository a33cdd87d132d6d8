package vn.careflow.process;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import vn.careflow.customer.CustomerProfile;
import vn.careflow.customer.Customers;
import vn.careflow.customer.NewCustomer;
import vn.careflow.opportunity.Product;
import vn.careflow.opportunity.Products;
import vn.careflow.staff.NewAgent;
import vn.careflow.staff.NewTeam;
import vn.careflow.staff.Role;
import vn.careflow.staff.Staff;

import org.springframework.stereotype.Component;

/**
 * The business that process tests play in: its people, a product, and a new customer for
 * each test. Other tests of the context may bring people of their own; whose customer it
 * is decides who gets the work.
 */
@Component
class SmallBusiness {

	/** An agent of both teams, always at work and never at capacity. */
	static final String LAN = "lan.smallbusiness";

	/** Leads whatever team has no lead yet; takes no work of customers. */
	static final String LEAD = "hung.smallbusiness";

	static final String PRODUCT = "SMALL-NET-300";

	private static final LocalDate HIRED = LocalDate.of(2024, 1, 2);

	private static final AtomicInteger CUSTOMERS = new AtomicInteger();

	private final Staff staff;

	private final Products products;

	private final Customers customers;

	SmallBusiness(Staff staff, Products products, Customers customers) {
		this.staff = staff;
		this.products = products;
		this.customers = customers;
	}

	/** Makes sure that everybody is there; the first test finds an empty house. */
	void opens() {
		this.staff.registerTeam(new NewTeam("sales", "Kinh doanh"));
		this.staff.registerTeam(new NewTeam("service", "Chăm sóc khách hàng"));
		hires(LAN);
		this.staff.register(NewAgent.named(LEAD, "Đặng Quốc Hùng", LEAD + "@example.com", HIRED)
			.withRoles(Role.AGENT, Role.TEAM_LEAD)
			.inTeams("sales", "service")
			.withCapacity(0));
		leads("sales");
		leads("service");
		this.products.keep(new Product(PRODUCT, "Internet 300 Mbps", BigDecimal.valueOf(330_000), true));
	}

	/** One more agent of both teams, always at work and never at capacity. */
	void hires(String agentId) {
		this.staff.register(NewAgent.named(agentId, "Nguyễn Thị Lan", agentId + "@example.com", HIRED)
			.inTeams("sales", "service")
			.skilled("complaint", 3)
			.workingBy("always")
			.withCapacity(100_000));
	}

	/**
	 * A person with a phone of their own, who needs something and likes to hear of it.
	 */
	static CustomerProfile.Builder somebody() {
		return CustomerProfile.person("Nguyễn Văn An")
			.phone("+84912%06d".formatted(CUSTOMERS.incrementAndGet()))
			.need("internet cho căn hộ mới")
			.agreesToAdvertising();
	}

	/** Registers a customer of {@link #LAN}. */
	UUID customer(CustomerProfile.Builder profile) {
		return customer(profile, LAN);
	}

	UUID customer(CustomerProfile.Builder profile, String ownerId) {
		return register(NewCustomer.from("process-tests", null, profile.build()).ownedBy(ownerId));
	}

	/** Registers a customer whom nobody is responsible for yet. */
	UUID customerOfNobody(CustomerProfile.Builder profile) {
		return register(NewCustomer.from("process-tests", null, profile.build()));
	}

	String numberOf(UUID customerId) {
		return this.customers.get(customerId).number();
	}

	private UUID register(NewCustomer customer) {
		return this.customers.register(customer).customer().id();
	}

	private void leads(String teamId) {
		if (this.staff.leadOf(teamId).isEmpty()) {
			this.staff.appointLead(teamId, LEAD);
		}
	}

}
