package vn.careflow.demo;

import java.util.Map;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import vn.careflow.planning.DayPlans;
import vn.careflow.process.Rehearsal;
import vn.careflow.staff.Staff;

/**
 * Loads the demonstration once, into an empty database; a restart finds it there.
 */
@Component
@Profile("demo")
class DemoLoader implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(DemoLoader.class);

	private final Staff staff;

	private final DemoPeople people;

	private final DemoCustomers customers;

	private final DemoPlay play;

	private final DemoHands hands;

	private final DemoAppointments appointments;

	private final DayPlans plans;

	private final Rehearsal rehearsal;

	DemoLoader(Staff staff, DemoPeople people, DemoCustomers customers, DemoPlay play, DemoHands hands,
			DemoAppointments appointments, DayPlans plans, Rehearsal rehearsal) {
		this.hands = hands;
		this.appointments = appointments;
		this.plans = plans;
		this.staff = staff;
		this.people = people;
		this.customers = customers;
		this.play = play;
		this.rehearsal = rehearsal;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (!this.staff.all().isEmpty()) {
			return;
		}
		this.people.load();
		Map<String, UUID> known = this.customers.load();
		this.rehearsal.run(() -> this.play.play(known));
		this.appointments.book(known);
		this.plans.request(UUID.randomUUID(), "sales", 2, DemoPeople.HUNG);
		this.hands.leave(DemoPeople.DUC);
		log.info("The demonstration is loaded: sign in at /camunda/app/tasklist/");
	}

}
