package vn.careflow.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import vn.careflow.calendar.CareDuration;
import vn.careflow.contact.AppointmentAnswer.Agreed;
import vn.careflow.contact.AppointmentAnswer.Over;
import vn.careflow.contact.AppointmentAnswer.Refused;
import vn.careflow.customer.CustomerNotFound;
import vn.careflow.customer.Customers;
import vn.careflow.customer.Timeline;
import vn.careflow.customer.TimelineEntry;
import vn.careflow.staff.NewAbsence;
import vn.careflow.staff.Staff;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.Time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.careflow.contact.AppointmentFixture.wanted;
import static vn.careflow.testsupport.Time.instant;

@AppointmentSlice
@OnH2
@RecordApplicationEvents
class AppointmentsTests {

	/** A Monday. */
	@RegisterExtension
	final Time time = Time.at("2026-03-02T07:00");

	@Autowired
	Appointments appointments;

	@Autowired
	AppointmentKinds kinds;

	@Autowired
	Staff staff;

	@Autowired
	Customers customers;

	@Autowired
	Timeline timeline;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	ApplicationEvents events;

	AppointmentFixture people;

	String lan;

	UUID customerId;

	@BeforeEach
	void opens() {
		this.people = new AppointmentFixture(this.staff, this.customers);
		this.lan = this.people.agent("lan");
		this.customerId = this.people.customer();
	}

	@Test
	void goesFromHeldOverConfirmedToDoneWithEachStepOnTheTimeline() {
		Appointment held = agreed(hold("AT_CUSTOMERS_PLACE", "2026-03-03T09:00"));
		assertThat(held.state()).isEqualTo(AppointmentState.HELD);
		assertThat(held.heldUntil()).isEqualTo(instant("2026-03-02T07:15"));
		assertThat(held.endsAt()).isEqualTo(instant("2026-03-03T10:00"));
		assertThat(held.busyFrom()).isEqualTo(instant("2026-03-03T08:15"));
		assertThat(held.busyTo()).isEqualTo(instant("2026-03-03T10:45"));

		this.time.passes(Duration.ofMinutes(1));
		Appointment confirmed = agreed(this.appointments.confirm(held.id(), this.lan));
		this.time.is("2026-03-03T10:05");
		Appointment done = agreed(this.appointments.complete(held.id(), "Khách hài lòng", this.lan));

		assertThat(confirmed.heldUntil()).isNull();
		assertThat(done.state()).isEqualTo(AppointmentState.DONE);
		assertThat(this.appointments.get(held.id())).isEqualTo(done);
		assertThat(timeline()).containsExactly(
				"Đã gặp theo lịch hẹn: Gặp tại nơi khách hàng lúc 09:00 03/03/2026 với Nguyễn Thị lan",
				"Xác nhận lịch hẹn: Gặp tại nơi khách hàng lúc 09:00 03/03/2026 với Nguyễn Thị lan",
				"Giữ chỗ lịch hẹn: Gặp tại nơi khách hàng lúc 09:00 03/03/2026 với Nguyễn Thị lan");
		assertThat(this.appointments.changesOf(held.id())).extracting(AppointmentChange::kind, AppointmentChange::by)
			.containsExactly(org.assertj.core.groups.Tuple.tuple("HELD", "thu.booker"),
					org.assertj.core.groups.Tuple.tuple("CONFIRMED", this.lan),
					org.assertj.core.groups.Tuple.tuple("DONE", this.lan));
		assertThat(this.customers.get(this.customerId).dealings().lastContactAt()).isEqualTo(this.time.now());
		assertThat(busy()).isEmpty();
		assertThat(this.events.stream(AppointmentConfirmed.class)).hasSize(1);
		assertThat(this.events.stream(AppointmentClosed.class)).hasSize(1);
	}

	@Test
	void keepsTheSameIdOnce() {
		NewAppointment wanted = wanted(this.customerId, this.lan, "CALL", "2026-03-03T09:00");

		Appointment first = agreed(this.appointments.hold(wanted));
		Appointment second = agreed(this.appointments.hold(wanted));
		this.appointments.confirm(first.id(), this.lan);
		this.appointments.confirm(first.id(), this.lan);

		assertThat(second).isEqualTo(first);
		assertThat(this.events.stream(AppointmentConfirmed.class)).hasSize(1);
		assertThat(timeline()).hasSize(2);
	}

	@Test
	void saysWhyATimeCannotBeHadAndWhatIsFreeInstead() {
		hold("CALL", "2026-03-03T09:00");
		UUID other = this.people.customer();

		Refused agentBusy = refused(this.appointments.hold(wanted(other, this.lan, "CALL", "2026-03-03T09:15")));
		Refused customerBusy = refused(
				this.appointments.hold(wanted(this.customerId, this.people.agent("minh"), "CALL", "2026-03-03T08:45")));

		assertThat(agentBusy.reasons()).extracting(AppointmentRefusal::rule).containsExactly("AGENT_BUSY");
		assertThat(agentBusy.next()).first()
			.extracting(AppointmentSlot::startsAt)
			.isEqualTo(instant("2026-03-03T09:30"));
		assertThat(customerBusy.reasons()).extracting(AppointmentRefusal::rule).contains("CUSTOMER_BUSY");
		assertThat(customerBusy.next()).extracting(AppointmentSlot::startsAt)
			.doesNotContain(instant("2026-03-03T09:00"));
	}

	@Test
	void countsTheWayThereAndBack() {
		hold("AT_CUSTOMERS_PLACE", "2026-03-03T09:00");

		assertThat(refused(hold("CALL", "2026-03-03T10:30")).reasons()).extracting(AppointmentRefusal::rule)
			.containsExactly("AGENT_BUSY");
		assertThat(agreed(hold("CALL", "2026-03-03T10:45")).startsAt()).isEqualTo(instant("2026-03-03T10:45"));
		assertThat(refused(hold("AT_CUSTOMERS_PLACE", "2026-03-03T11:45")).reasons())
			.extracting(AppointmentRefusal::rule)
			.contains("AGENT_BUSY", "OFF_SHIFT");
	}

	@Test
	void keepsToShiftAbsenceEmploymentAndTheRulesOfContact() {
		this.staff.enterAbsence(new NewAbsence(UUID.randomUUID(), this.lan, instant("2026-03-04T00:00"),
				instant("2026-03-05T00:00"), null, "ốm"));
		String round = this.people.agent("tuan", "always");

		assertThat(rules(hold("CALL", "2026-03-03T12:00"))).contains("OFF_SHIFT");
		assertThat(rules(hold("CALL", "2026-03-07T09:00"))).contains("OFF_SHIFT");
		assertThat(rules(hold("CALL", "2026-03-04T09:00"))).contains("ABSENT");
		assertThat(rules(hold("CALL", "2026-03-02T06:00"))).containsExactly("PAST");
		assertThat(rules(this.appointments.hold(wanted(this.customerId, round, "CALL", "2026-03-03T23:00"))))
			.containsExactly("HOUSE_HOURS");
		assertThat(refused(hold("CALL", "2026-04-30T09:00")).reasons()).anySatisfy((reason) -> {
			assertThat(reason.rule()).isEqualTo("OFF_SHIFT");
			assertThat(reason.reason()).contains("(");
		});
		// Sunday: the shift of the agent decides, not the hours of the house.
		assertThat(agreed(this.appointments.hold(wanted(this.customerId, round, "CALL", "2026-03-08T09:00"))).state())
			.isEqualTo(AppointmentState.HELD);
	}

	@Test
	void refusesWhatMakesNoSense() {
		assertThatExceptionOfType(AppointmentInvalid.class).isThrownBy(() -> hold("DANCE", "2026-03-03T09:00"));
		assertThatExceptionOfType(AppointmentInvalid.class).isThrownBy(() -> hold("CALL", "2026-03-03T09:02"));
		assertThatExceptionOfType(AppointmentInvalid.class)
			.isThrownBy(() -> this.appointments.hold(wanted(this.customerId, "nobody", "CALL", "2026-03-03T09:00")));
		assertThatExceptionOfType(CustomerNotFound.class)
			.isThrownBy(() -> this.appointments.hold(wanted(UUID.randomUUID(), this.lan, "CALL", "2026-03-03T09:00")));
		assertThatExceptionOfType(AppointmentNotFound.class)
			.isThrownBy(() -> this.appointments.confirm(UUID.randomUUID(), this.lan));
		assertThatExceptionOfType(AppointmentInvalid.class)
			.isThrownBy(() -> this.appointments.freeSlots(new AppointmentSearch(this.customerId, "CALL",
					ContactPurpose.SERVICE, null, "no-team", now(), null, 3)));
	}

	@Test
	void givesTheTimeBackWhenNobodyConfirms() {
		Appointment held = agreed(hold("CALL", "2026-03-03T09:00"));
		this.time.passes(Duration.ofMinutes(15));

		assertThat(busy()).isEmpty();
		Appointment other = agreed(
				this.appointments.hold(wanted(this.people.customer(), this.lan, "CALL", "2026-03-03T09:00")));

		assertThat(this.appointments.get(held.id()).state()).isEqualTo(AppointmentState.EXPIRED);
		assertThat(timeline()).first().asString().startsWith("Hết thời gian giữ chỗ lịch hẹn");
		assertThat(refused(this.appointments.confirm(held.id(), this.lan)).reasons())
			.extracting(AppointmentRefusal::rule)
			.containsExactly("AGENT_BUSY");
		this.appointments.cancel(other.id(), "thử", this.lan);
		assertThat(agreed(this.appointments.confirm(held.id(), this.lan)).state())
			.isEqualTo(AppointmentState.CONFIRMED);
		assertThat(busy()).hasSize(1);
	}

	@Test
	void givesBackWhatNobodyAsksForAgain() {
		Appointment held = agreed(hold("CALL", "2026-03-03T09:00"));
		assertThat(this.appointments.expire(10)).isZero();
		this.time.passes(Duration.ofMinutes(15));

		assertThat(this.appointments.expire(10)).isOne();
		assertThat(this.appointments.expire(10)).isZero();

		assertThat(this.appointments.get(held.id()).state()).isEqualTo(AppointmentState.EXPIRED);
		assertThat(this.appointments.move(held.id(), instant("2026-03-03T10:00"), null, null, this.lan))
			.isInstanceOf(Over.class);
	}

	@Test
	void confirmsAHoldThatExpiredThisMomentWhileItIsStillFree() {
		Appointment held = agreed(hold("CALL", "2026-03-03T09:00"));
		this.time.passes(Duration.ofMinutes(20));

		assertThat(agreed(this.appointments.confirm(held.id(), this.lan)).state())
			.isEqualTo(AppointmentState.CONFIRMED);
	}

	@Test
	void movesOnceAndRaisesTheSequence() {
		Appointment confirmed = confirmed("CALL", "2026-03-03T09:00");
		String minh = this.people.agent("minh");
		this.time.passes(Duration.ofMinutes(1));

		Appointment moved = agreed(
				this.appointments.move(confirmed.id(), instant("2026-03-04T10:00"), minh, "Khách bận", this.lan));
		Appointment again = agreed(
				this.appointments.move(confirmed.id(), instant("2026-03-04T10:00"), minh, "Khách bận", this.lan));

		assertThat(again).isEqualTo(moved);
		assertThat(moved.sequence()).isOne();
		assertThat(moved.agentId()).isEqualTo(minh);
		assertThat(moved.remindAgentAt()).isEqualTo(instant("2026-03-04T09:45"));
		assertThat(busy()).isEmpty();
		assertThat(this.appointments.busy(minh, now(), now().plus(Duration.ofDays(9)))).singleElement()
			.extracting(BusyTime::from, BusyTime::to)
			.containsExactly(instant("2026-03-04T10:00"), instant("2026-03-04T10:30"));
		assertThat(this.events.stream(AppointmentMoved.class)).hasSize(1);
		assertThat(timeline()).first().asString().startsWith("Dời lịch hẹn: Gọi điện theo hẹn lúc 10:00 04/03/2026");
	}

	@Test
	void mayMoveByLessThanItsLength() {
		Appointment confirmed = confirmed("CALL", "2026-03-03T09:00");

		assertThat(agreed(this.appointments.move(confirmed.id(), instant("2026-03-03T09:15"), null, null, this.lan))
			.startsAt()).isEqualTo(instant("2026-03-03T09:15"));
	}

	@Test
	void stayWhereItIsWhenTheOtherTimeIsTaken() {
		Appointment confirmed = confirmed("CALL", "2026-03-03T09:00");
		this.appointments.hold(wanted(this.people.customer(), this.lan, "CALL", "2026-03-03T11:00"));

		Refused refused = refused(
				this.appointments.move(confirmed.id(), instant("2026-03-03T11:00"), null, null, this.lan));

		assertThat(refused.next()).isNotEmpty();
		assertThat(this.appointments.get(confirmed.id())).isEqualTo(confirmed);
	}

	@Test
	void isCalledOffOnceAndGivesItsTimeBack() {
		Appointment confirmed = confirmed("CALL", "2026-03-03T09:00");
		this.time.passes(Duration.ofMinutes(1));

		Appointment cancelled = agreed(this.appointments.cancel(confirmed.id(), "Khách ốm", this.lan));
		agreed(this.appointments.cancel(confirmed.id(), "Khách ốm", this.lan));

		assertThat(cancelled.state()).isEqualTo(AppointmentState.CANCELLED);
		assertThat(cancelled.sequence()).isOne();
		assertThat(busy()).isEmpty();
		assertThat(this.timeline.latest(this.customerId, 1).get(0).detail()).isEqualTo("Khách ốm");
		assertThat(this.events.stream(AppointmentClosed.class)).hasSize(1);
		assertThat(this.appointments.complete(confirmed.id(), null, this.lan)).isInstanceOf(Over.class);
		assertThat(this.appointments.confirm(confirmed.id(), this.lan)).isInstanceOf(Over.class);
	}

	@Test
	void tookPlaceOrNotFromItsStartOnOnly() {
		Appointment confirmed = confirmed("CALL", "2026-03-03T09:00");

		assertThat(refused(this.appointments.missed(confirmed.id(), null, this.lan)).reasons())
			.extracting(AppointmentRefusal::rule)
			.containsExactly("NOT_YET");
		this.time.is("2026-03-03T09:00");
		assertThat(agreed(this.appointments.missed(confirmed.id(), null, this.lan)).state())
			.isEqualTo(AppointmentState.NO_SHOW);
		assertThat(this.customers.get(this.customerId).dealings().lastContactAt()).isNull();
	}

	@Test
	void remindsByBusinessTime() {
		Appointment monday = confirmed("AT_OUR_PLACE", "2026-03-09T08:15");

		assertThat(monday.remindAgentAt()).isEqualTo(instant("2026-03-06T17:15"));
		assertThat(monday.remindCustomerAt()).isEqualTo(instant("2026-03-06T08:00"));
		assertThat(this.appointments.wantsAgentReminded(monday.id())).isTrue();
		assertThat(this.appointments.remindCustomer(monday.id())).isTrue();
		Appointment soon = confirmed("CALL", "2026-03-02T08:00");
		assertThat(this.appointments.wantsAgentReminded(soon.id())).isFalse();
		this.time.is("2026-03-09T08:15");
		assertThat(this.appointments.wantsAgentReminded(monday.id())).isFalse();
	}

	@Test
	void findsTheBestTimesOfATeamWithTheReasonsWhyNotEarlier() {
		String owner = this.people.agent("owner");
		UUID ofOwner = this.people.customer(owner);
		this.appointments.hold(wanted(this.people.customer(), owner, "CALL", "2026-03-02T08:30"));
		this.appointments.hold(wanted(this.people.customer(), owner, "CALL", "2026-03-02T14:00"));

		AppointmentSlots found = this.appointments.freeSlots(new AppointmentSearch(ofOwner, "CALL",
				ContactPurpose.SERVICE, null, this.people.team, now(), null, 12));

		List<AppointmentSlot> kept = found.slots().stream().filter((slot) -> slot.broken().isEmpty()).toList();
		assertThat(kept).first()
			.extracting(AppointmentSlot::agentId, AppointmentSlot::startsAt)
			.containsExactly(this.lan, instant("2026-03-02T08:30"));
		assertThat(kept.stream().filter((slot) -> slot.startsAt().equals(instant("2026-03-02T09:00"))))
			.extracting(AppointmentSlot::agentId)
			.containsExactly(owner, this.lan);
		assertThat(found.slots()).filteredOn((slot) -> slot.startsAt().equals(instant("2026-03-02T08:00")))
			.allSatisfy((slot) -> assertThat(slot.broken()).isNotEmpty());
		assertThat(found.refused()).extracting(AppointmentRefusal::rule).contains("OFF_SHIFT");
		assertThat(found.slots()).hasSize(12);
	}

	@Test
	void offersOnlyTimesThatCanBeHad() {
		for (String kind : List.of("CALL", "VIDEO", "AT_OUR_PLACE", "AT_CUSTOMERS_PLACE")) {
			AppointmentSlots found = this.appointments.freeSlots(new AppointmentSearch(this.customerId, kind,
					ContactPurpose.SERVICE, this.lan, null, now(), null, 30));
			assertThat(found.slots()).hasSize(30);
			AppointmentSlot last = found.slots().get(29);
			Appointment held = agreed(
					this.appointments.hold(wanted(this.customerId, last.agentId(), kind, last.startsAt())));
			assertThat(held.endsAt()).isEqualTo(last.endsAt());
			assertThat(this.appointments
				.freeSlots(new AppointmentSearch(this.customerId, kind, ContactPurpose.SERVICE, this.lan, null, now(),
						null, 30))
				.slots()).extracting(AppointmentSlot::startsAt).doesNotContain(last.startsAt());
		}
	}

	@Test
	void looksNoFurtherThanAsked() {
		AppointmentSearch search = new AppointmentSearch(this.customerId, "CALL", ContactPurpose.SERVICE, this.lan,
				null, instant("2026-03-02T11:00"), instant("2026-03-02T12:00"), 50);

		assertThat(this.appointments.freeSlots(search).slots()).extracting(AppointmentSlot::startsAt)
			.containsExactlyInAnyOrder(instant("2026-03-02T11:00"), instant("2026-03-02T11:15"),
					instant("2026-03-02T11:30"));
		assertThat(this.appointments
			.freeSlots(new AppointmentSearch(this.customerId, "CALL", ContactPurpose.SERVICE, this.lan, null,
					instant("2026-03-02T11:00"), instant("2026-03-02T11:00"), 5))
			.slots()).isEmpty();
	}

	@Test
	void listsByAgentCustomerAndDay() {
		Appointment first = confirmed("CALL", "2026-03-03T09:00");
		confirmed("CALL", "2026-03-04T09:00");

		AppointmentFilter tuesday = new AppointmentFilter(this.lan, this.customerId, AppointmentState.CONFIRMED,
				instant("2026-03-03T00:00"), instant("2026-03-04T00:00"));
		assertThat(this.appointments.page(tuesday, 0, 10).items()).containsExactly(first);
		AppointmentFilter all = new AppointmentFilter(this.lan, null, null, Instant.EPOCH, instant("2030-01-01T00:00"));
		assertThat(this.appointments.page(all, 1, 1).total()).isEqualTo(2);
		assertThat(this.appointments.page(all, 1, 1).items()).extracting(Appointment::startsAt)
			.containsExactly(instant("2026-03-04T09:00"));
	}

	@Test
	void knowsKindsAsData() {
		this.kinds.keep(new AppointmentKind("SURVEY", "Khảo sát lắp đặt", ContactChannel.MEETING,
				AppointmentPlace.CUSTOMERS, Duration.ofMinutes(90), Duration.ofMinutes(30), Duration.ofMinutes(30),
				CareDuration.parse("1h"), CareDuration.parse("2wd"), true));
		assertThat(agreed(hold("SURVEY", "2026-03-03T09:00")).endsAt()).isEqualTo(instant("2026-03-03T10:30"));

		AppointmentKind survey = this.kinds.find("SURVEY").orElseThrow();
		this.kinds
			.keep(new AppointmentKind(survey.code(), survey.name(), survey.channel(), survey.place(), survey.length(),
					survey.before(), survey.after(), survey.remindAgent(), survey.remindCustomer(), false));

		assertThatExceptionOfType(AppointmentInvalid.class).isThrownBy(() -> hold("SURVEY", "2026-03-04T09:00"));
	}

	private List<String> timeline() {
		return this.timeline.latest(this.customerId, 20).stream().map(TimelineEntry::summary).toList();
	}

	private List<BusyTime> busy() {
		return this.appointments.busy(this.lan, now(), now().plus(Duration.ofDays(30)));
	}

	private Appointment confirmed(String kind, String local) {
		return agreed(this.appointments.confirm(agreed(hold(kind, local)).id(), this.lan));
	}

	private AppointmentAnswer hold(String kind, String local) {
		return this.appointments.hold(wanted(this.customerId, this.lan, kind, local));
	}

	private Instant now() {
		return this.time.now();
	}

	private static List<String> rules(AppointmentAnswer answer) {
		return refused(answer).reasons().stream().map(AppointmentRefusal::rule).toList();
	}

	private static Appointment agreed(AppointmentAnswer answer) {
		assertThat(answer).isInstanceOf(Agreed.class);
		return ((Agreed) answer).appointment();
	}

	private static Refused refused(AppointmentAnswer answer) {
		assertThat(answer).isInstanceOf(Refused.class);
		return (Refused) answer;
	}

}
