package vn.careflow.planning;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

import vn.careflow.contact.Contact;
import vn.careflow.contact.ContactChannel;
import vn.careflow.contact.ContactPurpose;
import vn.careflow.contact.ContactReason;
import vn.careflow.contact.ContactRoom;
import vn.careflow.contact.Contacts;
import vn.careflow.contact.NewContact;
import vn.careflow.contact.PlannableContacts;
import vn.careflow.customer.CustomerProfile;
import vn.careflow.customer.Customers;
import vn.careflow.customer.NewCustomer;
import vn.careflow.staff.NewAgent;
import vn.careflow.testsupport.Time;

/**
 * The rooms that planning needs, and contacts in them.
 */
@TestConfiguration(proxyBeanMethods = false)
@ComponentScan(basePackages = { "vn.careflow.planning", "vn.careflow.staff" },
		excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX,
				pattern = ".*(Controller|Tests.*|PlanningRooms)"))
@EnableConfigurationProperties(PlanningSettings.class)
@Import(ContactRoom.class)
class PlanningRooms {

	private static final AtomicInteger CUSTOMERS = new AtomicInteger();

	static NewAgent agent(String id) {
		return NewAgent.named(id, "Nhân viên " + id, id + "@careflow.example", LocalDate.of(2020, 1, 1))
			.inTeams("service");
	}

	static UUID customer(Customers customers) {
		return customer(customers,
				CustomerProfile.person("Nguyễn Văn An")
					.phone("+84917%06d".formatted(CUSTOMERS.incrementAndGet()))
					.agreesToAdvertising());
	}

	static UUID customer(Customers customers, CustomerProfile.Builder profile) {
		return customers.register(NewCustomer.from("planning-tests", null, profile.build())).customer().id();
	}

	/** A contact of the service team that waits for its slot. */
	static Contact contact(Contacts contacts, PlannableContacts plannable, UUID customerId, ContactPurpose purpose,
			ContactChannel channel, String agentId, String notBefore) {
		UUID id = UUID.randomUUID();
		contacts.plan(new NewContact(id, customerId, null, purpose, channel, ContactReason.CARE_CALL));
		contacts.findSlot(id, Time.instant(notBefore));
		plannable.offerTo(id, "service", agentId);
		return contacts.get(id);
	}

}
