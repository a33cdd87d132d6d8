package vn.careflow.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.Time;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;

import static org.assertj.core.api.Assertions.assertThat;

@CustomerSlice
@OnH2
class CarePlansTests {

	@Autowired
	CarePlans plans;

	@Autowired
	Customers customers;

	@RegisterExtension
	final Time time = Time.at("2025-03-03T09:00");

	@Autowired
	ApplicationEvents events;

	UUID customerId;

	@BeforeEach
	void oneCustomer() {
		this.customerId = aCustomer();
	}

	@Test
	void claimsWhoIsDueTheLongestWaitingFirst() {
		UUID later = aCustomer();
		UUID notYet = aCustomer();
		this.plans.planNext(later, now().minusSeconds(60), "Định kỳ");
		this.plans.planNext(this.customerId, now().minusSeconds(120), "Định kỳ");
		this.plans.planNext(notYet, now().plusSeconds(1), "Định kỳ");

		List<DueCarePlan> due = this.plans.claimDue(10, now());

		assertThat(due).extracting(DueCarePlan::customerId).containsExactly(this.customerId, later);
		assertThat(due.get(0).dueAt()).isEqualTo(now().minusSeconds(120));
	}

	@Test
	void claimsNoMoreThanAskedFor() {
		IntStream.range(0, 5).forEach((i) -> this.plans.planNext(aCustomer(), now(), "Định kỳ"));

		assertThat(this.plans.claimDue(3, now())).hasSize(3);
		assertThat(this.plans.claimDue(3, now())).hasSize(2);
	}

	@Test
	void givesTheSameCycleAgainWhenAClaimCameToNothing() {
		this.plans.planNext(this.customerId, now(), "Định kỳ");
		DueCarePlan first = this.plans.claimDue(1, now()).get(0);

		assertThat(this.plans.claimDue(1, now().plus(Duration.ofMinutes(4)))).isEmpty();
		assertThat(this.plans.claimDue(1, now().plus(Duration.ofMinutes(5)))).containsExactly(first);
	}

	@Test
	void endsTheClaimWithTheBeginOfTheCycle() {
		this.plans.planNext(this.customerId, now(), "Định kỳ");
		DueCarePlan due = this.plans.claimDue(1, now()).get(0);

		CareCycle cycle = this.plans.begin(due.cycleId(), this.customerId);

		assertThat(cycle.id()).isEqualTo(due.cycleId());
		assertThat(cycle.isOpen()).isTrue();
		assertThat(this.plans.claimDue(1, now().plus(Duration.ofDays(1)))).isEmpty();
		assertThat(this.plans.planOf(this.customerId)).get().extracting(CarePlan::nextCycleAt).isNull();
	}

	@Test
	void hasAtMostOneOpenCycleACustomer() {
		CareCycle open = this.plans.begin(UUID.randomUUID(), this.customerId);

		assertThat(this.plans.begin(UUID.randomUUID(), this.customerId)).isEqualTo(open);
		assertThat(this.plans.cyclesOf(this.customerId, 0, 20).total()).isOne();
	}

	@Test
	void beginsAnotherCycleAfterTheEndOfTheFirst() {
		CareCycle first = this.plans.begin(UUID.randomUUID(), this.customerId);
		this.plans.planContact(first.id(), PreferredChannel.ZALO, "Hỏi về đơn hàng");
		this.time.passes(Duration.ofHours(5));
		this.plans.end(first.id(), new CycleSummary("Khách hài lòng"));
		this.plans.end(first.id(), new CycleSummary("Lần nữa"));

		CareCycle second = this.plans.begin(UUID.randomUUID(), this.customerId);

		assertThat(this.plans.get(first.id())).isEqualTo(new CareCycle(first.id(), this.customerId, first.beganAt(),
				now(), PreferredChannel.ZALO, "Hỏi về đơn hàng", "Khách hài lòng"));
		assertThat(this.plans.openOf(this.customerId)).contains(second);
		assertThat(this.plans.cyclesOf(this.customerId, 0, 20).items()).extracting(CareCycle::id)
			.containsExactly(second.id(), first.id());
	}

	@Test
	void givesBackAnEndedCycleInsteadOfBeginningItTwice() {
		CareCycle cycle = this.plans.begin(UUID.randomUUID(), this.customerId);
		this.plans.end(cycle.id(), new CycleSummary("Xong"));

		assertThat(this.plans.begin(cycle.id(), this.customerId).isOpen()).isFalse();
	}

	@Test
	void plansNothingForWhoOptedOut() {
		this.plans.planNext(this.customerId, now(), "Định kỳ");

		this.customers.optOut(this.customerId, "Không cần nữa");

		assertThat(this.plans.claimDue(1, now())).isEmpty();
		assertThat(this.plans.planNext(this.customerId, now(), "Định kỳ")).isFalse();
		assertThat(this.plans.request(this.customerId)).isEmpty();
		assertThat(this.plans.claimDue(1, now())).isEmpty();
	}

	@Test
	void replacesTheDateByALaterOne() {
		this.plans.planNext(this.customerId, now(), "Định kỳ");
		this.plans.planNext(this.customerId, now().plus(Duration.ofDays(20)), "Khách hẹn");

		assertThat(this.plans.claimDue(1, now())).isEmpty();
		assertThat(this.plans.planOf(this.customerId)).get().extracting(CarePlan::reason).isEqualTo("Khách hẹn");
	}

	@Test
	void tellsWhoRunsACycleThatSomebodyAskedFor() {
		RequestedCycle first = this.plans.request(this.customerId).orElseThrow();
		RequestedCycle again = this.plans.request(this.customerId).orElseThrow();

		CareCycle cycle = first.cycle();
		assertThat(first.isNew()).isTrue();
		assertThat(again).isEqualTo(new RequestedCycle(cycle, false));
		assertThat(this.events.stream(CareCycleRequested.class))
			.containsExactly(new CareCycleRequested(cycle.id(), this.customerId));
	}

	private Instant now() {
		return this.time.now();
	}

	private UUID aCustomer() {
		return this.customers.register(NewCustomer.from("web", null, CustomerProfile.person("Nguyễn An").build()))
			.customer()
			.id();
	}

}
