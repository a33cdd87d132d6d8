package vn.careflow.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import vn.careflow.contact.Contact;
import vn.careflow.contact.ContactChannel;
import vn.careflow.contact.ContactMoved;
import vn.careflow.contact.ContactOutcome;
import vn.careflow.contact.ContactPurpose;
import vn.careflow.contact.Contacts;
import vn.careflow.contact.PlannableContacts;
import vn.careflow.contact.RefusedSlot;
import vn.careflow.customer.Customers;
import vn.careflow.staff.NewAbsence;
import vn.careflow.staff.NewTeam;
import vn.careflow.staff.Staff;
import vn.careflow.staff.StaffDirectory;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.Time;
import vn.careflow.testsupport.WithCustomers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.careflow.planning.PlanningRooms.agent;

@JdbcTest
@OnH2
@WithCustomers
@Import(PlanningRooms.class)
@RecordApplicationEvents
@TestPropertySource(properties = { "careflow.planning.moves=2000", "careflow.planning.time-limit=20s" })
class DayPlansTests {

	private static final String LAN = "plan.lan";

	private static final String MINH = "plan.minh";

	@RegisterExtension
	final Time time = Time.at("2026-11-23T08:00");

	@Autowired
	DayPlans plans;

	@Autowired
	Contacts contacts;

	@Autowired
	PlannableContacts plannable;

	@Autowired
	Customers customers;

	@Autowired
	Staff staff;

	@Autowired
	ApplicationEvents events;

	@BeforeEach
	void aTeamOfTwo() {
		this.staff.registerTeam(new NewTeam("service", "Chăm sóc khách hàng"));
		this.staff.registerTeam(new NewTeam("sales", "Kinh doanh"));
		this.staff.register(agent(LAN));
		this.staff.register(agent(MINH));
	}

	@Test
	void spreadsContactsThatCrowdOverThePeopleAndSaysWhy() {
		for (int i = 0; i < 4; i++) {
			call(LAN, "2026-11-23T09:00");
		}

		DayPlan plan = proposed(1);

		assertThat(plan.state()).isEqualTo(DayPlanState.PROPOSED);
		assertThat(plan.expiresAt()).isEqualTo(Time.instant("2026-11-23T18:00"));
		PlanSummary summary = plan.summary();
		assertThat(summary).isNotNull();
		assertThat(summary.before().brokenRules()).isEqualTo(6);
		assertThat(summary.plan().brokenRules()).isZero();
		assertThat(summary.plan().cost()).isLessThanOrEqualTo(summary.trivial().cost());
		assertThat(summary.contacts()).isEqualTo(summary.unchanged() + summary.moved());
		List<DayPlanItem> items = this.plans.items(plan.id());
		assertThat(items).isNotEmpty().allSatisfy((item) -> {
			assertThat(item.fromAgentId()).isEqualTo(LAN);
			assertThat(item.fromSlotAt()).isEqualTo(Time.instant("2026-11-23T09:00"));
			assertThat(item.hasProposal()).isTrue();
			assertThat(item.reasons().rules()).extracting(ItemReasons.RuleCheck::rule)
				.contains("Giờ được phép liên hệ", "Trong ca làm việc", "Sức chứa trong ngày");
			assertThat(item.reasons().costs()).extracting(ItemReasons.Cost::constraint)
				.contains(PlanConstraints.AGENT_BOOKED_TWICE);
			assertThat(item.reasons().others()).hasSize(1);
		});
		assertThat(this.contacts.get(items.get(0).contactId()).slotAt()).isEqualTo(items.get(0).fromSlotAt());
	}

	@Test
	void hasNothingToProposeWhenAllIsWell() {
		call(LAN, "2026-11-23T09:00");

		DayPlan plan = proposed(1);

		assertThat(plan.state()).isEqualTo(DayPlanState.EMPTY);
		assertThat(plan.closedAt()).isNotNull();
		assertThat(this.plans.items(plan.id())).isEmpty();
	}

	@Test
	void proposesOnce() {
		call(LAN, "2026-11-23T09:00");
		call(LAN, "2026-11-23T09:00");
		DayPlan plan = proposed(1);
		List<DayPlanItem> items = this.plans.items(plan.id());

		assertThat(this.plans.propose(plan.id())).isEqualTo(plan);
		assertThat(this.plans.items(plan.id())).isEqualTo(items);
	}

	@Test
	void findsTheSamePlanAgain() {
		crowd(12, 5);

		List<DayPlanItem> first = this.plans.items(proposed(2).id());
		List<DayPlanItem> again = this.plans.items(proposed(2).id());

		assertThat(first).isNotEmpty();
		assertThat(again).usingRecursiveComparison().ignoringFields("planId").isEqualTo(first);
	}

	/**
	 * Whatever the contacts: asked one by one, in the order in which they are moved, the
	 * rules about contacts and people agree with every item of the plan.
	 */
	@Test
	void breaksNoRuleThatBinds() {
		for (long seed = 1; seed <= 4; seed++) {
			crowd(16, seed);
		}
		this.staff.enterAbsence(new NewAbsence(UUID.randomUUID(), MINH, Time.instant("2026-11-23T13:00"),
				Time.instant("2026-11-24T10:00"), null, "nghỉ phép"));

		DayPlan plan = proposed(3);
		this.plans.acceptAll(plan.id(), LAN);
		this.plans.apply(plan.id());

		List<DayPlanItem> items = this.plans.items(plan.id());
		assertThat(items).filteredOn(DayPlanItem::hasProposal)
			.isNotEmpty()
			.allSatisfy((item) -> assertThat(item.state()).as(item.stateReason()).isEqualTo(ItemState.ACCEPTED));
		StaffDirectory directory = this.staff.directory();
		Map<String, List<Contact>> byAgent = new HashMap<>();
		items.stream().filter((item) -> item.appliedAt() != null).forEach((item) -> {
			Contact contact = this.contacts.get(item.contactId());
			Instant end = contact.slotAt().plus(lengthOf(contact));
			assertThat(contact.slotAt()).isEqualTo(item.proposedSlotAt());
			assertThat(directory.isOnDuty(contact.agentId(), contact.slotAt())).isTrue();
			assertThat(directory.isOnDuty(contact.agentId(), end.minusSeconds(1))).isTrue();
			assertThat(this.contacts
				.refusals(contact.customerId(), contact.purpose(), contact.channel(), contact.slotAt(), end)
				.stream()
				.filter(RefusedSlot::binding)
				.filter((refused) -> refused.until() == null || !isAboutOtherContacts(refused))).isEmpty();
			byAgent.computeIfAbsent(contact.agentId(), (id) -> new ArrayList<>()).add(contact);
		});
		byAgent.values().forEach(DayPlansTests::doNotOverlap);
	}

	@Test
	void movesWhatWasAcceptedOnce() {
		call(LAN, "2026-11-23T09:00");
		call(LAN, "2026-11-23T09:00");
		DayPlan plan = proposed(1);
		DayPlanItem item = this.plans.items(plan.id()).get(0);

		assertThat(this.plans.accept(plan.id(), item.no(), MINH).isTaken()).isTrue();
		DayPlan applied = this.plans.apply(plan.id());
		this.plans.apply(plan.id());

		assertThat(applied.state()).isEqualTo(DayPlanState.APPLIED);
		Contact contact = this.contacts.get(item.contactId());
		assertThat(contact.slotAt()).isEqualTo(item.proposedSlotAt());
		assertThat(contact.agentId()).isEqualTo(item.proposedAgentId());
		DayPlanItem kept = this.plans.items(plan.id()).get(0);
		assertThat(kept.state()).isEqualTo(ItemState.ACCEPTED);
		assertThat(kept.decidedBy()).isEqualTo(MINH);
		assertThat(kept.appliedAt()).isEqualTo(this.time.now());
		assertThat(this.events.stream(ContactMoved.class)).singleElement()
			.extracting(ContactMoved::contactId, ContactMoved::agentId)
			.containsExactly(item.contactId(), item.proposedAgentId());
	}

	@Test
	void leavesWhatWasRejectedOrNotDecidedAsItIs() {
		call(LAN, "2026-11-23T09:00");
		call(LAN, "2026-11-23T09:00");
		call(LAN, "2026-11-23T09:00");
		DayPlan plan = proposed(1);
		int first = this.plans.items(plan.id()).get(0).no();

		this.plans.reject(plan.id(), first, "Khách muốn gặp Lan", MINH);
		this.plans.apply(plan.id());

		DayPlanItem rejected = this.plans.items(plan.id()).get(0);
		assertThat(rejected.state()).isEqualTo(ItemState.REJECTED);
		assertThat(rejected.stateReason()).isEqualTo("Khách muốn gặp Lan");
		assertThat(this.plans.items(plan.id())).allSatisfy(
				(item) -> assertThat(this.contacts.get(item.contactId()).slotAt()).isEqualTo(item.fromSlotAt()));
		assertThat(this.plans.accept(plan.id(), first, LAN).refused()).containsExactly("Kế hoạch đã đóng.");
	}

	@Test
	void takesAnotherTimeAndPersonUnlessARuleForbidsIt() {
		call(LAN, "2026-11-23T09:00");
		call(LAN, "2026-11-23T09:00");
		DayPlan plan = proposed(1);
		DayPlanItem item = this.plans.items(plan.id()).get(0);

		assertThat(change(item, MINH, "2026-11-23T12:15").refused())
			.anyMatch((reason) -> reason.contains("Ngoài giờ làm việc"));
		assertThat(change(item, MINH, "2026-11-23T21:00").refused()).isNotEmpty();
		assertThat(change(item, "plan.nobody", "2026-11-23T14:00").refused())
			.containsExactly("Không có nhân viên với mã plan.nobody.");
		assertThat(change(item, MINH, "2026-11-23T07:59").refused()).contains("Giờ đề xuất đã qua.");
		assertThat(change(item, LAN, "2026-11-23T09:05").refused())
			.anyMatch((reason) -> reason.contains("đã có việc khác"));
		assertThat(change(item, MINH, "2026-11-23T14:20").isTaken()).isTrue();
		this.plans.apply(plan.id());

		assertThat(this.contacts.get(item.contactId()).slotAt()).isEqualTo(Time.instant("2026-11-23T14:20"));
		assertThat(this.contacts.get(item.contactId()).agentId()).isEqualTo(MINH);
	}

	@Test
	void saysWhatBecameStale() {
		for (int i = 0; i < 5; i++) {
			call(LAN, "2026-11-23T09:00");
		}
		DayPlan plan = proposed(1);
		List<DayPlanItem> items = this.plans.items(plan.id());
		assertThat(items).hasSizeGreaterThanOrEqualTo(3);
		this.plans.acceptAll(plan.id(), LAN);
		this.contacts.record(items.get(0).contactId(), ContactOutcome.REACHED, LAN, null, this.time.now());
		this.plannable.offerTo(items.get(1).contactId(), "service",
				MINH.equals(items.get(1).fromAgentId()) ? LAN : MINH);
		this.contacts.findSlot(items.get(2).contactId(), Time.instant("2026-11-23T15:00"));

		this.plans.apply(plan.id());

		List<DayPlanItem> after = this.plans.items(plan.id());
		assertThat(after.subList(0, 3)).extracting(DayPlanItem::state).containsOnly(ItemState.STALE);
		assertThat(after.get(0).stateReason()).contains("đã kết thúc");
		assertThat(after.get(1).stateReason()).contains("Người liên hệ đã được đổi");
		assertThat(after.get(2).stateReason()).contains("Giờ liên hệ đã được đổi");
	}

	@Test
	void movesNothingThatARuleForbidsByThen() {
		call(LAN, "2026-11-23T09:00");
		call(LAN, "2026-11-23T09:00");
		DayPlan plan = proposed(1);
		DayPlanItem item = this.plans.items(plan.id()).get(0);
		this.plans.acceptAll(plan.id(), LAN);
		this.staff.enterAbsence(new NewAbsence(UUID.randomUUID(), item.proposedAgentId(),
				Time.instant("2026-11-23T08:00"), Time.instant("2026-11-24T00:00"), null, "ốm"));

		this.plans.apply(plan.id());

		DayPlanItem stale = this.plans.items(plan.id()).get(0);
		assertThat(stale.state()).isEqualTo(ItemState.STALE);
		assertThat(stale.stateReason()).contains("vắng mặt");
		assertThat(this.contacts.get(item.contactId()).slotAt()).isEqualTo(item.fromSlotAt());
	}

	@Test
	void marksWhatHasBegunWhenItIsDecidedAbout() {
		call(LAN, "2026-11-23T09:00");
		call(LAN, "2026-11-23T09:00");
		DayPlan plan = proposed(1);
		this.time.is("2026-11-23T09:00");

		ItemDecision decision = this.plans.accept(plan.id(), 1, LAN);

		assertThat(decision.isTaken()).isFalse();
		assertThat(this.plans.items(plan.id()).get(0).state()).isEqualTo(ItemState.STALE);
	}

	@Test
	void keepsWhatHasNoPlaceAsItIs() {
		this.staff.stopReceiving(MINH, "đào tạo");
		this.staff.enterAbsence(new NewAbsence(UUID.randomUUID(), LAN, Time.instant("2026-11-23T08:00"),
				Time.instant("2026-11-25T00:00"), null, "ốm"));
		call(LAN, "2026-11-23T09:00");

		DayPlan plan = proposed(1);

		DayPlanItem item = this.plans.items(plan.id()).get(0);
		assertThat(item.hasProposal()).isFalse();
		assertThat(item.reasons().rules()).last()
			.extracting(ItemReasons.RuleCheck::said)
			.isEqualTo("Không nhân viên nào làm việc được vào các giờ được phép.");
		assertThat(this.plans.accept(plan.id(), item.no(), LAN).refused())
			.containsExactly("Không có đề xuất nào cho lần liên hệ này.");
	}

	@Test
	void expiresWithoutTouchingAnything() {
		call(LAN, "2026-11-23T09:00");
		call(LAN, "2026-11-23T09:00");
		DayPlan plan = proposed(1);

		assertThat(this.plans.expire(plan.id()).state()).isEqualTo(DayPlanState.EXPIRED);
		assertThat(this.plans.apply(plan.id()).state()).isEqualTo(DayPlanState.EXPIRED);
	}

	@Test
	void countsWorkingDaysOverTheWeekend() {
		this.time.is("2026-11-27T16:00");
		call(LAN, "2026-11-28T09:00");
		call(LAN, "2026-11-30T09:00");
		call(LAN, "2026-12-01T09:00");

		DayPlan plan = proposed(3);

		assertThat(plan.until()).isEqualTo(Time.instant("2026-11-30T18:00"));
		assertThat(plan.summary()).extracting(PlanSummary::contacts).isEqualTo(2);
	}

	@Test
	void knowsNoPlanForATeamThatIsNotThere() {
		assertThatExceptionOfType(DayPlanProblem.class)
			.isThrownBy(() -> this.plans.register(UUID.randomUUID(), "nobody", 1, LAN));
		assertThatExceptionOfType(DayPlanProblem.class).isThrownBy(() -> this.plans.get(UUID.randomUUID()));
		assertThatExceptionOfType(DayPlanProblem.class).isThrownBy(() -> this.plans.accept(proposed(1).id(), 99, LAN));
	}

	private ItemDecision change(DayPlanItem item, String agentId, String slotAt) {
		return this.plans.change(item.planId(), item.no(), agentId, Time.instant(slotAt), LAN);
	}

	private DayPlan proposed(int days) {
		DayPlan plan = this.plans.register(UUID.randomUUID(), "service", days, LAN);
		return this.plans.propose(plan.id());
	}

	private void call(String agentId, String notBefore) {
		PlanningRooms.contact(this.contacts, this.plannable, PlanningRooms.customer(this.customers),
				ContactPurpose.SERVICE, ContactChannel.CALL, agentId, notBefore);
	}

	/** Contacts of all kinds that crowd into the morning, two for some customers. */
	private void crowd(int contacts, long seed) {
		Random random = new Random(seed);
		UUID customerId = PlanningRooms.customer(this.customers);
		for (int i = 0; i < contacts; i++) {
			customerId = (random.nextInt(4) == 0) ? customerId : PlanningRooms.customer(this.customers);
			PlanningRooms.contact(this.contacts, this.plannable, customerId, ContactPurpose.values()[random.nextInt(3)],
					List.of(ContactChannel.CALL, ContactChannel.MEETING, ContactChannel.SMS).get(random.nextInt(3)),
					random.nextBoolean() ? LAN : MINH, "2026-11-23T%02d:00".formatted(9 + random.nextInt(3)));
		}
	}

	private static boolean isAboutOtherContacts(RefusedSlot refused) {
		return refused.rule().contains("QUOTA") || refused.rule().contains("BUFFER");
	}

	private static Duration lengthOf(Contact contact) {
		return PlanSearchTests.settings(1, Duration.ofSeconds(1)).lengthOf(contact.channel());
	}

	private static void doNotOverlap(List<Contact> contacts) {
		for (Contact one : contacts) {
			for (Contact other : contacts) {
				boolean meeting = one.channel() == ContactChannel.MEETING || other.channel() == ContactChannel.MEETING;
				Instant free = one.slotAt().plus(lengthOf(one)).plus(Duration.ofMinutes(meeting ? 30 : 0));
				assertThat(one.id().equals(other.id()) || one.slotAt().isAfter(other.slotAt())
						|| !other.slotAt().isBefore(free))
					.isTrue();
			}
		}
	}

}
