package vn.careflow.contact;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import vn.careflow.calendar.BusinessCalendar;
import vn.careflow.customer.Customers;
import vn.careflow.staff.WorkCalendars;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.Time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static vn.careflow.contact.FactsFixture.aCustomer;
import static vn.careflow.testsupport.Time.instant;

@JdbcTest
@OnH2
@EnableConfigurationProperties(ContactSettings.class)
@Import({ Contacts.class, ContactStore.class, ContactRules.class, ContactRuleTables.class, ContactWishes.class,
		AdvertisingRegister.class, SlotQuestions.class, Replanning.class })
class ContactsTests {

	private static final BusinessCalendar DAILY = BusinessCalendar.named("service", ZoneId.of("Asia/Ho_Chi_Minh"))
		.open(EnumSet.allOf(DayOfWeek.class), "08:00", "18:00")
		.build();

	@RegisterExtension
	final Time time = Time.at("2026-11-23T09:00");

	@MockitoBean
	Customers customers;

	@MockitoBean
	WorkCalendars calendars;

	@Autowired
	Contacts contacts;

	@Autowired
	ContactRules rules;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	PlatformTransactionManager transactions;

	private final UUID customerId = UUID.randomUUID();

	private final UUID caseId = UUID.randomUUID();

	@BeforeEach
	void oneCustomerAndOneCalendar() {
		given(this.customers.facts(any())).willReturn(aCustomer().facts());
		given(this.calendars.named("service")).willReturn(DAILY);
	}

	@Test
	void plansAContactOnce() {
		NewContact wanted = call(ContactPurpose.ADVERTISING);

		Contact planned = this.contacts.plan(wanted);
		this.contacts.findSlot(planned, now());

		assertThat(planned.state()).isEqualTo(ContactState.PLANNED);
		assertThat(this.contacts.plan(wanted).state()).isEqualTo(ContactState.SCHEDULED);
		assertThat(this.jdbc.sql("select count(*) from contact where case_id = ?")
			.param(this.caseId)
			.query(Long.class)
			.single()).isOne();
	}

	@Test
	void keepsTheSlotWithTheReasonsWhyNotEarlier() {
		Contact planned = this.contacts.plan(call(ContactPurpose.ADVERTISING));

		SlotDecision decision = this.contacts.findSlot(planned.id(), instant("2026-11-23T12:00"));

		Contact kept = this.contacts.get(planned.id());
		assertThat(kept.slotAt()).isEqualTo(instant("2026-11-23T13:30"));
		assertThat(kept.dueAt()).isEqualTo(instant("2026-11-23T17:00"));
		assertThat(kept.remindAt()).isEqualTo(instant("2026-11-23T14:00"));
		assertThat(kept.refused()).isEqualTo(decision.refused()).extracting(RefusedSlot::rule).containsExactly("LUNCH");
		assertThat(kept.slot()).isEqualTo(decision.slot().orElseThrow());
	}

	@Test
	void neverFindsASlotInThePast() {
		Contact planned = this.contacts.plan(call(ContactPurpose.SERVICE));

		assertThat(this.contacts.findSlot(planned, instant("2020-01-01T09:00")).slot()).get()
			.extracting(ContactSlot::at)
			.isEqualTo(now());
	}

	@Test
	void keepsThatNoSlotIsPermitted() {
		given(this.customers.facts(any())).willReturn(aCustomer().refusingAdvertising().facts());
		Contact planned = this.contacts.plan(call(ContactPurpose.ADVERTISING));

		assertThat(this.contacts.findSlot(planned, now()).slot()).isEmpty();
		assertThat(this.contacts.get(planned.id())).satisfies((kept) -> {
			assertThat(kept.state()).isEqualTo(ContactState.NOT_POSSIBLE);
			assertThat(kept.slotAt()).isNull();
			assertThat(kept.refused()).extracting(RefusedSlot::rule).containsExactly("CONSENT");
		});
	}

	@Test
	void keepsADayApartFromACallThatIsStillToBeMade() {
		scheduled(ContactPurpose.ADVERTISING);

		assertThat(slotOfAnotherCall()).isEqualTo(instant("2026-11-25T08:30"));
	}

	@Test
	void keepsADayApartFromACallThatWasMade() {
		record(scheduled(ContactPurpose.ADVERTISING), ContactOutcome.NO_ANSWER, "2026-11-23T09:05");

		assertThat(slotOfAnotherCall()).isEqualTo(instant("2026-11-24T09:05"));
	}

	@Test
	void doesNotCountACallThatNobodyMadeOrThatWasGivenUp() {
		this.contacts.record(scheduled(ContactPurpose.ADVERTISING), ContactOutcome.MISSED, null, null, now());
		this.contacts.cancel(scheduled(ContactPurpose.ADVERTISING), "Khách hàng đã mua");

		assertThat(slotOfAnotherCall()).isEqualTo(now());
	}

	@Test
	void leavesTheCustomerAloneAfterAContactForAnotherPurposeWithoutCountingItAsAdvertising() {
		record(scheduled(ContactPurpose.SERVICE), ContactOutcome.REACHED, "2026-11-23T09:00");

		assertThat(slotOfAnotherCall()).isEqualTo(instant("2026-11-23T11:00"));
		assertThat(this.contacts.preview(this.customerId, ContactPurpose.REPLY, ContactChannel.CALL, now()).slot())
			.get()
			.extracting(ContactSlot::at)
			.isEqualTo(now());
	}

	@Test
	void saysEverythingThatSpeaksAgainstAnAppointment() {
		List<RefusedSlot> refusals = this.contacts.refusals(this.customerId, ContactPurpose.ADVERTISING,
				ContactChannel.MEETING, instant("2026-11-23T11:00"), instant("2026-11-23T18:30"));

		assertThat(refusals).extracting(RefusedSlot::rule, RefusedSlot::binding, RefusedSlot::from, RefusedSlot::until)
			.containsExactlyInAnyOrder(
					tuple("HOUSE_HOURS", true, instant("2026-11-23T17:00"), instant("2026-11-23T18:30")),
					tuple("WORKING_HOURS", true, instant("2026-11-23T18:00"), instant("2026-11-23T18:30")),
					tuple("LUNCH", false, instant("2026-11-23T11:30"), instant("2026-11-23T13:30")),
					tuple("RUSH_EVENING", false, instant("2026-11-23T16:30"), instant("2026-11-23T18:30")));
		assertThat(this.contacts.refusals(this.customerId, ContactPurpose.ADVERTISING, ContactChannel.MEETING,
				instant("2026-11-23T09:00"), instant("2026-11-23T10:00")))
			.isEmpty();
	}

	@Test
	void countsTheUnansweredAttemptsOfTheCase() {
		UUID contactId = scheduled(ContactPurpose.SERVICE);

		assertThat(record(contactId, ContactOutcome.NO_ANSWER, "2026-11-23T09:05")).isEqualTo(1);
		assertThat(record(contactId, ContactOutcome.MISSED, "2026-11-23T17:00")).isEqualTo(1);
		assertThat(record(scheduled(ContactPurpose.SERVICE), ContactOutcome.BUSY, "2026-11-24T09:05")).isEqualTo(2);
		assertThat(record(contactId, ContactOutcome.REACHED, "2026-11-24T10:05")).isEqualTo(2);
		assertThat(this.contacts.attemptsOf(this.caseId)).extracting(ContactAttempt::outcome)
			.containsExactly(ContactOutcome.NO_ANSWER, ContactOutcome.MISSED, ContactOutcome.BUSY,
					ContactOutcome.REACHED);
		assertThat(this.contacts.get(contactId).state()).isEqualTo(ContactState.DONE);
	}

	@Test
	void recordsTheSameAttemptOnce() {
		UUID contactId = scheduled(ContactPurpose.SERVICE);

		assertThat(record(contactId, ContactOutcome.NO_ANSWER, "2026-11-23T09:05")).isEqualTo(1);
		assertThat(record(contactId, ContactOutcome.NO_ANSWER, "2026-11-23T09:05")).isEqualTo(1);
		assertThat(this.contacts.attemptsOf(this.caseId)).hasSize(1);
	}

	@Test
	void keepsWhoCarriedItOutAndWhatTheyWrote() {
		UUID contactId = scheduled(ContactPurpose.SERVICE);
		this.contacts.assignTo(contactId, "lan.nguyen");

		this.contacts.record(contactId, ContactOutcome.REACHED, "minh.tran", "x".repeat(5_000), now());

		assertThat(this.contacts.get(contactId).agentId()).isEqualTo("minh.tran");
		assertThat(this.contacts.attemptsOf(this.caseId)).singleElement().satisfies((attempt) -> {
			assertThat(attempt.agentId()).isEqualTo("minh.tran");
			assertThat(attempt.note()).hasSize(4_000);
		});
	}

	@Test
	void givesUpTheOpenContactsOfACase() {
		UUID open = scheduled(ContactPurpose.SERVICE);
		UUID done = scheduled(ContactPurpose.SERVICE);
		record(done, ContactOutcome.REACHED, "2026-11-23T09:05");

		assertThat(this.contacts.cancelOpenOf(this.caseId, "Khách hàng từ chối chăm sóc")).isOne();
		assertThat(this.contacts.get(open).state()).isEqualTo(ContactState.CANCELLED);
		assertThat(this.contacts.get(done).state()).isEqualTo(ContactState.DONE);
	}

	@Test
	void saysThatThereIsNoSuchContact() {
		UUID unknown = UUID.randomUUID();

		assertThatExceptionOfType(ContactNotFound.class).isThrownBy(() -> this.contacts.get(unknown));
		assertThatExceptionOfType(ContactNotFound.class)
			.isThrownBy(() -> this.contacts.record(unknown, ContactOutcome.BUSY, null, null, now()));
		assertThatExceptionOfType(ContactNotFound.class).isThrownBy(() -> this.contacts.cancel(unknown, "thôi"));
		assertThatExceptionOfType(ContactNotFound.class).isThrownBy(() -> this.contacts.assignTo(unknown, "lan"));
	}

	@Test
	void hasHoursForEveryPurposeAndChannelAndTheSourceOfEach() {
		for (ContactPurpose purpose : ContactPurpose.values()) {
			for (ContactChannel channel : ContactChannel.values()) {
				assertThat(this.rules.current(purpose, channel).windows())
					.filteredOn((rule) -> rule.strength() == WindowRule.Strength.PERMIT)
					.singleElement()
					.satisfies((rule) -> assertThat(rule.source()).isNotBlank());
			}
		}
		assertThat(this.rules.current(ContactPurpose.ADVERTISING, ContactChannel.CALL).windows()).first()
			.satisfies((rule) -> {
				assertThat(rule.hours().from()).isEqualTo(LocalTime.of(8, 0));
				assertThat(rule.hours().to()).isEqualTo(LocalTime.of(17, 0));
				assertThat(rule.source()).contains("91/2020");
			});
	}

	@Test
	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	void letsOnlyOneOfManyAtOnceHaveTheCallOfTheDay() throws Exception {
		given(this.customers.facts(any())).willReturn(aCustomer().facts());
		ExecutorService threads = Executors.newFixedThreadPool(4);
		List<Callable<Instant>> searches = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			searches.add(() -> new TransactionTemplate(this.transactions).execute((status) -> slotOfAnotherCall()));
		}

		List<Instant> slots = new ArrayList<>();
		for (Future<Instant> slot : threads.invokeAll(searches)) {
			slots.add(slot.get());
		}
		threads.shutdown();
		this.contacts.cancelOpenOf(this.caseId, "Dọn sau kiểm thử");

		assertThat(slots).filteredOn((slot) -> slot.isBefore(instant("2026-11-24T09:00"))).hasSize(1);
		assertThat(slots).doesNotHaveDuplicates();
	}

	@Test
	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	void letsOnlyOneOfManyAgentsCallNow() throws Exception {
		UUID called = UUID.randomUUID();
		given(this.customers.facts(any())).willReturn(aCustomer().withPhone("+84901230001").facts());

		List<Boolean> taken = atOnce(8, () -> takeOn(called));

		assertThat(taken).filteredOn((mine) -> mine).hasSize(1);
		assertThat(this.contacts.now(called, ContactPurpose.ADVERTISING, ContactChannel.CALL).refused())
			.extracting(RefusedSlot::rule)
			.contains("QUOTA");
	}

	@Test
	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	void letsAPlannedCallAndOneRightNowNotShareTheDay() throws Exception {
		UUID called = UUID.randomUUID();
		given(this.customers.facts(any())).willReturn(aCustomer().withPhone("+84901230002").facts());
		AtomicInteger turn = new AtomicInteger();

		List<Instant> starts = atOnce(6, () -> {
			if (turn.getAndIncrement() % 2 == 0) {
				return takeOn(called) ? now() : Instant.EPOCH;
			}
			Contact contact = this.contacts.plan(new NewContact(UUID.randomUUID(), called, null,
					ContactPurpose.ADVERTISING, ContactChannel.CALL, ContactReason.AD_HOC));
			return this.contacts.findSlot(contact, now()).slot().orElseThrow().at();
		});

		List<Instant> calls = starts.stream().filter((start) -> !start.equals(Instant.EPOCH)).sorted().toList();
		for (int i = 1; i < calls.size(); i++) {
			assertThat(Duration.between(calls.get(i - 1), calls.get(i))).isGreaterThanOrEqualTo(Duration.ofHours(24));
		}
	}

	@Test
	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	void keepsContactsByDifferentChannelsApartWhenTheyArePlannedAtOnce() throws Exception {
		UUID called = UUID.randomUUID();
		given(this.customers.facts(any())).willReturn(aCustomer().withPhone("+84901230003").facts());
		List<ContactChannel> channels = List.of(ContactChannel.CALL, ContactChannel.EMAIL, ContactChannel.MEETING);
		AtomicInteger turn = new AtomicInteger();

		List<ContactSlot> slots = atOnce(3, () -> {
			Contact contact = this.contacts.plan(new NewContact(UUID.randomUUID(), called, null, ContactPurpose.SERVICE,
					channels.get(turn.getAndIncrement()), ContactReason.AD_HOC));
			return this.contacts.findSlot(contact, now()).slot().orElseThrow();
		});

		List<ContactSlot> inOrder = slots.stream().sorted(Comparator.comparing(ContactSlot::at)).toList();
		for (int i = 1; i < inOrder.size(); i++) {
			assertThat(Duration.between(inOrder.get(i - 1).dueAt(), inOrder.get(i).at()))
				.isGreaterThanOrEqualTo(Duration.ofMinutes(60));
		}
	}

	@Test
	void holdsACallThatWasTakenOnUntilItsOutcomeIsTold() {
		UUID contactId = UUID.randomUUID();
		NewContact wanted = new NewContact(contactId, this.customerId, null, ContactPurpose.SERVICE,
				ContactChannel.CALL, ContactReason.AD_HOC);

		Contact taken = this.contacts.takeOn(wanted, "lan.nguyen");

		assertThat(this.contacts.takeOn(wanted, "lan.nguyen")).isEqualTo(taken);
		assertThat(taken.dueAt()).isEqualTo(instant("2026-11-23T09:15"));
		assertThat(taken.agentId()).isEqualTo("lan.nguyen");
		assertThat(this.contacts.recordTaken(contactId, ContactOutcome.REACHED, "lan.nguyen", "Ổn"))
			.isEqualTo(ContactOutcome.REACHED);
		assertThat(this.contacts.recordTaken(contactId, ContactOutcome.BUSY, "lan.nguyen", null))
			.isEqualTo(ContactOutcome.REACHED);
		assertThat(this.contacts.attemptsOf(contactId)).hasSize(1);
		assertThatExceptionOfType(FieldRefused.class).isThrownBy(
				() -> this.contacts.recordTaken(scheduled(ContactPurpose.SERVICE), ContactOutcome.BUSY, "lan", null));
	}

	@Test
	void saysWhyNobodyMayCallNowAndWhenInstead() {
		this.time.is("2026-11-23T19:00");

		ContactPermission permission = this.contacts.now(this.customerId, ContactPurpose.ADVERTISING,
				ContactChannel.CALL);

		assertThat(permission.isPermitted()).isFalse();
		assertThat(permission.refused()).singleElement().satisfies((refused) -> {
			assertThat(refused.rule()).isEqualTo("LEGAL_HOURS");
			assertThat(refused.label()).isEqualTo("Giờ gọi quảng cáo");
			assertThat(refused.source()).isEqualTo("Nghị định 91/2020/NĐ-CP, Điều 13");
		});
		assertThat(permission.planned().slot()).get()
			.extracting(ContactSlot::at)
			.isEqualTo(instant("2026-11-24T08:30"));
		assertThatExceptionOfType(ContactRefused.class)
			.isThrownBy(() -> this.contacts.takeOn(call(ContactPurpose.ADVERTISING), "lan.nguyen"))
			.satisfies((refused) -> assertThat(refused.getBody().getProperties()).containsKeys("refused", "slot"));
	}

	@Test
	void doesNotLeaveACustomerAloneWhoAskedToBeCalledBack() {
		record(scheduled(ContactPurpose.SERVICE), ContactOutcome.CALL_BACK, "2026-11-23T09:00");

		assertThat(this.contacts.preview(this.customerId, ContactPurpose.SERVICE, ContactChannel.CALL, now()).slot())
			.get()
			.extracting(ContactSlot::at)
			.isEqualTo(now());
	}

	@Test
	void followsTheHoursThatTheCustomerPrefersByChannelAndDay() {
		this.contacts.prefer(this.customerId, List.of(
				new PreferredHours(null, null, LocalTime.of(14, 0), LocalTime.of(15, 0)),
				new PreferredHours(ContactChannel.CALL, DayOfWeek.TUESDAY, LocalTime.of(10, 0), LocalTime.of(11, 0))));

		assertThat(this.contacts.preview(this.customerId, ContactPurpose.SERVICE, ContactChannel.CALL, now()))
			.satisfies((decision) -> {
				assertThat(decision.slot()).get().extracting(ContactSlot::at).isEqualTo(instant("2026-11-24T10:00"));
				assertThat(decision.refused()).first()
					.extracting(RefusedSlot::reason, RefusedSlot::binding)
					.containsExactly("Khách hàng muốn được liên hệ trong khoảng 10:00–11:00 thứ Ba.", false);
			});
		assertThat(this.contacts.preview(this.customerId, ContactPurpose.SERVICE, ContactChannel.EMAIL, now()).slot())
			.get()
			.extracting(ContactSlot::at)
			.isEqualTo(instant("2026-11-23T14:00"));
	}

	@Test
	void keepsACustomersNoUntilTheyTakeItBack() {
		UUID optOut = this.contacts.optOut(this.customerId, null, ContactChannel.ZALO, "Khách nhắn", "lan.nguyen");
		assertThat(this.contacts.optOut(this.customerId, null, ContactChannel.ZALO, "Khách nhắn lại", "lan.nguyen"))
			.isEqualTo(optOut);

		assertThat(this.contacts.now(this.customerId, ContactPurpose.REPLY, ContactChannel.ZALO).refused())
			.singleElement()
			.extracting(RefusedSlot::reason)
			.isEqualTo("Khách hàng đã từ chối mọi liên hệ qua Zalo.");
		assertThat(this.contacts.withdrawOptOut(this.customerId, optOut)).isTrue();
		assertThat(this.contacts.withdrawOptOut(this.customerId, optOut)).isFalse();
		assertThat(this.contacts.now(this.customerId, ContactPurpose.REPLY, ContactChannel.ZALO).isPermitted())
			.isTrue();
		assertThat(this.contacts.optOutsOf(this.customerId)).hasSize(1);
	}

	private boolean takeOn(UUID called) {
		try {
			this.contacts.takeOn(new NewContact(UUID.randomUUID(), called, null, ContactPurpose.ADVERTISING,
					ContactChannel.CALL, ContactReason.AD_HOC), "lan.nguyen");
			return true;
		}
		catch (ContactRefused ex) {
			return false;
		}
	}

	private <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(4);
		List<T> results = new ArrayList<>();
		try {
			for (Future<T> result : threads.invokeAll(Collections.nCopies(times, work))) {
				results.add(result.get());
			}
		}
		finally {
			threads.shutdown();
		}
		return results;
	}

	private Instant slotOfAnotherCall() {
		Contact contact = this.contacts.plan(call(ContactPurpose.ADVERTISING));
		return this.contacts.findSlot(contact, now()).slot().orElseThrow().at();
	}

	private UUID scheduled(ContactPurpose purpose) {
		Contact contact = this.contacts.plan(call(purpose));
		this.contacts.findSlot(contact, now());
		return contact.id();
	}

	private int record(UUID contactId, ContactOutcome outcome, String at) {
		return this.contacts.record(contactId, outcome, "lan.nguyen", null, instant(at));
	}

	private NewContact call(ContactPurpose purpose) {
		return new NewContact(UUID.randomUUID(), this.customerId, this.caseId, purpose, ContactChannel.CALL,
				ContactReason.CARE_CALL);
	}

	private Instant now() {
		return this.time.now();
	}

}
