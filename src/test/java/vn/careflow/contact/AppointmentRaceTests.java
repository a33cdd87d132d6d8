package vn.careflow.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import vn.careflow.contact.AppointmentAnswer.Agreed;
import vn.careflow.contact.AppointmentAnswer.Refused;
import vn.careflow.customer.Customers;
import vn.careflow.staff.Staff;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.Time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.careflow.testsupport.Time.instant;

/**
 * Many ask for the same people's time at once. Whatever they do, and even past the rules
 * of the room, the database lets nobody be booked twice.
 */
@AppointmentSlice
@OnH2
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@Timeout(120)
class AppointmentRaceTests {

	private static final int THREADS = 8;

	@RegisterExtension
	final Time time = Time.at("2026-03-02T07:00");

	@Autowired
	Appointments appointments;

	@Autowired
	AppointmentStore store;

	@Autowired
	Staff staff;

	@Autowired
	Customers customers;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	PlatformTransactionManager transactions;

	AppointmentFixture people;

	ExecutorService threads;

	List<String> agents;

	List<UUID> customerIds;

	@BeforeEach
	void opens() {
		this.people = new AppointmentFixture(this.staff, this.customers);
		this.agents = IntStream.range(0, 3).mapToObj((i) -> this.people.agent("a" + i)).toList();
		this.customerIds = IntStream.range(0, 6).mapToObj((i) -> this.people.customer()).toList();
		this.threads = Executors.newFixedThreadPool(THREADS);
	}

	@AfterEach
	void closes() {
		this.threads.shutdownNow();
	}

	@Test
	void givesOneTimeToOneOfMany() throws Exception {
		for (int round = 0; round < 10; round++) {
			Instant start = instant("2026-03-03T08:00").plus(Duration.ofMinutes(20L * round));

			List<AppointmentAnswer> answers = atOnce(IntStream.range(0, THREADS)
				.<Callable<AppointmentAnswer>>mapToObj((i) -> () -> this.appointments
					.hold(AppointmentFixture.wanted(this.people.customer(), this.agents.get(0), "CALL", start)))
				.toList());

			List<Refused> lost = answers.stream().filter(Refused.class::isInstance).map(Refused.class::cast).toList();
			assertThat(lost).hasSizeGreaterThanOrEqualTo(THREADS - 1).allSatisfy((answer) -> {
				assertThat(answer.reasons()).extracting(AppointmentRefusal::rule).contains("AGENT_BUSY");
				assertThat(answer.next()).isNotEmpty();
			});
		}
		assertThatNobodyIsBookedTwice();
	}

	@Test
	void booksNobodyTwiceHoweverManyHoldMoveAndCancel() throws Exception {
		List<Callable<Integer>> work = new ArrayList<>();
		for (int i = 0; i < THREADS; i++) {
			Random random = new Random(i);
			work.add(() -> juggle(random));
		}

		int kept = atOnce(work).stream().mapToInt(Integer::intValue).sum();

		assertThat(kept).isPositive();
		assertThatNobodyIsBookedTwice();
		long booked = this.jdbc.sql("""
				select count(*) from appointment where agent_id like ? and state in ('HELD', 'CONFIRMED')""")
			.param(this.people.team + "%")
			.query(Long.class)
			.single();
		long rows = this.jdbc.sql("""
				select count(*) from appointment_booking b join appointment a on a.id = b.appointment_id
				where a.agent_id like ?""").param(this.people.team + "%").query(Long.class).single();
		assertThat(rows).isEqualTo(2 * booked);
	}

	@Test
	void holdsEvenForWhoAsksNobody() {
		book(past("2026-03-03T09:00", 0));
		Appointment over = past("2026-03-03T09:25", 1);

		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> book(over));
		book(past("2026-03-03T09:30", 1));
		assertThatNobodyIsBookedTwice();
	}

	@Test
	void holdsEvenForManyWhoAskNobody() throws Exception {
		List<Appointment> wishes = IntStream.range(0, 120)
			.mapToObj((i) -> past(instant("2026-03-05T08:00").plus(Duration.ofMinutes(5L * (i % 48))), i % 6))
			.toList();

		List<Boolean> booked = atOnce(
				wishes.stream().<Callable<Boolean>>map((wish) -> () -> bookPastTheRules(wish)).toList());

		assertThat(booked).contains(true, false);
		assertThatNobodyIsBookedTwice();
	}

	private int juggle(Random random) {
		List<UUID> mine = new ArrayList<>();
		for (int i = 0; i < 25; i++) {
			try {
				step(random, mine);
			}
			catch (OptimisticLockingFailureException ex) {
				// Somebody else moved it: the next step finds it there.
			}
		}
		return mine.size();
	}

	private void step(Random random, List<UUID> mine) {
		String agentId = this.agents.get(random.nextInt(this.agents.size()));
		Instant start = instant("2026-03-03T08:00").plus(Duration.ofMinutes(5L * random.nextInt(48)));
		int what = random.nextInt(10);
		if (what < 6 || mine.isEmpty()) {
			UUID customerId = this.customerIds.get(random.nextInt(this.customerIds.size()));
			if (this.appointments
				.hold(AppointmentFixture.wanted(customerId, agentId, "CALL", start)) instanceof Agreed agreed) {
				mine.add(agreed.appointment().id());
				this.appointments.confirm(agreed.appointment().id(), agentId);
			}
		}
		else if (what < 9) {
			this.appointments.move(mine.get(random.nextInt(mine.size())), start, agentId, null, agentId);
		}
		else {
			this.appointments.cancel(mine.remove(random.nextInt(mine.size())), "thử", agentId);
		}
	}

	/** An appointment that was written without asking whether its time is free. */
	private Appointment past(String local, int customer) {
		return past(instant(local), customer);
	}

	private Appointment past(Instant start, int customer) {
		Instant now = this.time.now();
		Instant end = start.plus(Duration.ofMinutes(30));
		Appointment appointment = new Appointment(UUID.randomUUID(), this.customerIds.get(customer), this.agents.get(0),
				"CALL", ContactPurpose.SERVICE, AppointmentState.CONFIRMED, start, end, start, end, start, start, null,
				0, null, null, "thu", now, now, now);
		this.store.insert(appointment);
		return appointment;
	}

	private void book(Appointment appointment) {
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> this.store.book(appointment));
	}

	private boolean bookPastTheRules(Appointment appointment) {
		try {
			book(appointment);
			return true;
		}
		catch (DataAccessException ex) {
			return false;
		}
	}

	private void assertThatNobodyIsBookedTwice() {
		long twice = this.jdbc.sql("""
				select count(*) from appointment_booking a join appointment_booking b
				on a.person = b.person and a.appointment_id <> b.appointment_id
					and a.busy_from < b.busy_to and b.busy_from < a.busy_to""").query(Long.class).single();
		assertThat(twice).isZero();
	}

	private <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
		List<T> results = new ArrayList<>();
		for (Future<T> future : this.threads.invokeAll(work)) {
			results.add(future.get());
		}
		return results;
	}

}
