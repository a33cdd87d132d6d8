package vn.careflow.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import vn.careflow.customer.CustomerProfile;
import vn.careflow.customer.Customers;
import vn.careflow.customer.NewCustomer;
import vn.careflow.staff.NewAgent;
import vn.careflow.staff.NewTeam;
import vn.careflow.staff.Staff;

import static vn.careflow.testsupport.Time.instant;

/**
 * A team of its own for each test, with agents in office hours, and new customers.
 */
final class AppointmentFixture {

	private static final AtomicInteger NUMBERS = new AtomicInteger();

	final String team = "team-" + UUID.randomUUID().toString().substring(0, 8);

	private final Staff staff;

	private final Customers customers;

	AppointmentFixture(Staff staff, Customers customers) {
		this.staff = staff;
		this.customers = customers;
		staff.registerTeam(new NewTeam(this.team, "Nhóm thử"));
	}

	/** An agent who works Monday to Friday, 08:00–12:00 and 13:30–17:30. */
	String agent(String name) {
		return agent(name, "office");
	}

	String agent(String name, String calendar) {
		String id = this.team + "." + name;
		this.staff.register(NewAgent.named(id, "Nguyễn Thị " + name, id + "@careflow.example", LocalDate.of(2020, 1, 1))
			.inTeams(this.team)
			.workingBy(calendar));
		return id;
	}

	UUID customer() {
		return customer(null);
	}

	UUID customer(String ownerId) {
		NewCustomer wanted = NewCustomer.from("appointments", null,
				CustomerProfile.person("Trần Văn Bình")
					.phone("+84977%06d".formatted(NUMBERS.incrementAndGet()))
					.email("binh%d@khach.example".formatted(NUMBERS.incrementAndGet()))
					.build());
		return this.customers.register((ownerId != null) ? wanted.ownedBy(ownerId) : wanted).customer().id();
	}

	static NewAppointment wanted(UUID customerId, String agentId, String kind, String local) {
		return wanted(customerId, agentId, kind, instant(local));
	}

	static NewAppointment wanted(UUID customerId, String agentId, String kind, Instant at) {
		return new NewAppointment(UUID.randomUUID(), customerId, agentId, kind, ContactPurpose.SERVICE, at, null, null,
				"thu.booker");
	}

}
