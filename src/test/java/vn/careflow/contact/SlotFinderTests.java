package vn.careflow.contact;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.careflow.calendar.BusinessCalendar;
import vn.careflow.calendar.CareDuration;
import vn.careflow.calendar.TimeRange;
import vn.careflow.contact.SlotQuestion.Limits;
import vn.careflow.contact.SlotQuestion.Rules;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.careflow.contact.ContactChannel.CALL;
import static vn.careflow.contact.ContactChannel.SMS;
import static vn.careflow.contact.ContactPurpose.ADVERTISING;
import static vn.careflow.contact.ContactPurpose.REPLY;
import static vn.careflow.contact.ContactPurpose.SERVICE;
import static vn.careflow.contact.FactsFixture.aCustomer;

class SlotFinderTests {

	private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

	private static final LocalDate ALWAYS = LocalDate.of(2020, 10, 1);

	/** Monday to Saturday without a lunch break, closed on public holidays. */
	private static final BusinessCalendar SHOP = BusinessCalendar.named("shop", VIETNAM)
		.open(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY), "08:00", "18:00")
		.closedOnVietnameseHolidays()
		.build();

	@ParameterizedTest
	@CsvSource({
			// right now; before opening and out of the rush; after lunch; the evening
			// rush beats a night's wait
			"2026-11-23T09:12:30, 2026-11-23T09:12:30", "2026-11-23T03:00, 2026-11-23T08:30",
			"2026-11-23T11:30, 2026-11-23T13:30", "2026-11-23T11:29, 2026-11-23T11:29",
			"2026-11-23T16:40, 2026-11-23T16:40",
			// too late for today; the weekend; Tết 2026 and 2030
			"2026-11-23T16:55, 2026-11-24T08:30", "2026-11-23T17:00, 2026-11-24T08:30",
			"2026-11-28T16:55, 2026-11-30T08:30", "2026-02-14T17:30, 2026-02-21T08:30",
			"2030-02-02T10:00, 2030-02-06T08:30", "2026-11-23T00:00, 2026-11-23T08:30" })
	void findsTheNextGoodTimeForAnAdvertisingCall(LocalDateTime notBefore, LocalDateTime expected) {
		SlotDecision decision = find(question(ADVERTISING, CALL, aCustomer()), at(notBefore));

		assertThat(slotAt(decision)).isEqualTo(expected);
	}

	@Test
	void saysWhichRuleRefusedEachTimeBeforeTheSlot() {
		SlotDecision decision = find(question(ADVERTISING, CALL, aCustomer()), at("2026-02-14T17:30"));

		assertThat(decision.refused()).extracting(RefusedSlot::rule)
			.containsExactly("LEGAL_HOURS", "WORKING_HOURS", "RUSH_MORNING");
		assertThat(decision.refused().get(0)).satisfies((slot) -> {
			assertThat(slot.from()).isEqualTo(at("2026-02-14T17:30"));
			assertThat(slot.reason()).contains("08:00–17:00", "Nghị định 91/2020");
		});
		assertThat(decision.refused().get(1).reason()).contains("Tết Nguyên đán");
		assertThat(decision.compromises()).isEmpty();
	}

	@Test
	void joinsWhatOneRuleRefusesOverMidnight() {
		SlotDecision decision = find(withoutPerson(question(ADVERTISING, CALL, aCustomer())), at("2026-11-23T17:30"));

		assertThat(decision.refused()).first().satisfies((slot) -> {
			assertThat(slot.from()).isEqualTo(at("2026-11-23T17:30"));
			assertThat(slot.until()).isEqualTo(at("2026-11-24T08:00"));
			assertThat(slot.rule()).isEqualTo("LEGAL_HOURS");
			assertThat(slot.label()).isEqualTo("Khung giờ");
			assertThat(slot.source()).isEqualTo("Nghị định 91/2020/NĐ-CP");
			assertThat(slot.binding()).isTrue();
		});
	}

	@Test
	void saysWhichWishIsNotFulfilledWhenWaitingWouldCostMore() {
		SlotDecision decision = find(question(ADVERTISING, CALL, aCustomer()), at("2026-11-23T16:40"));

		assertThat(decision.refused()).isEmpty();
		assertThat(decision.compromises()).extracting(RefusedSlot::rule).containsExactly("RUSH_EVENING");
	}

	@Test
	void givesTimeUntilTheEndOfTheHoursThatBindAndRemindsInWorkingTime() {
		ContactSlot morning = find(question(ADVERTISING, CALL, aCustomer()), at("2026-11-23T09:00")).slot()
			.orElseThrow();
		ContactSlot service = find(question(SERVICE, CALL, aCustomer()), at("2026-11-23T17:45")).slot().orElseThrow();

		assertThat(morning.dueAt()).isEqualTo(at("2026-11-23T17:00"));
		assertThat(morning.remindAt()).isEqualTo(at("2026-11-23T09:30"));
		assertThat(service.dueAt()).isEqualTo(at("2026-11-23T18:00"));
		assertThat(service.remindAt()).isEqualTo(at("2026-11-24T08:15"));
	}

	@Test
	void prefersTheHoursThatTheCustomerChoseToTheQuietHours() {
		SlotQuestion lunch = question(ADVERTISING, CALL, aCustomer().preferring("12:00", "13:00"));

		assertThat(slotAt(find(lunch, at("2026-11-23T09:00")))).isEqualTo("2026-11-23T12:00");
		assertThat(slotAt(find(lunch, at("2026-11-23T12:50")))).isEqualTo("2026-11-23T12:50");
		assertThat(slotAt(find(lunch, at("2026-11-23T13:00")))).isEqualTo("2026-11-24T12:00");
	}

	@Test
	void neverBreaksALawForAWishThatCannotBeFulfilled() {
		SlotDecision decision = find(question(ADVERTISING, CALL, aCustomer().preferring("20:00", "21:00")),
				at("2026-11-23T09:00"));

		assertThat(slotAt(decision)).isEqualTo("2026-11-23T09:00");
		assertThat(decision.compromises()).extracting(RefusedSlot::rule).containsExactly("PREFERRED_HOURS");
	}

	@Test
	void knowsHoursThatRunOverMidnight() {
		SlotQuestion nightOwl = withoutPerson(question(REPLY, CALL, aCustomer().preferring("21:00", "02:00")));

		assertThat(slotAt(find(nightOwl, at("2026-11-23T09:00")))).isEqualTo("2026-11-23T21:00");
		assertThat(slotAt(find(nightOwl, at("2026-11-23T21:30")))).isEqualTo("2026-11-23T21:30");
	}

	@Test
	void judgesByTheClockOfTheCustomer() {
		SlotQuestion tokyo = question(ADVERTISING, CALL, aCustomer().livingIn("Asia/Tokyo"));

		assertThat(slotAt(find(tokyo, at("2026-11-23T15:10")))).isEqualTo("2026-11-24T08:00");
	}

	@Test
	void refusesForGoodWhatTheCustomerForbade() {
		assertThat(find(question(ADVERTISING, CALL, aCustomer().notToBeCalled()), at("2026-11-23T09:00")))
			.satisfies((decision) -> {
				assertThat(decision.slot()).isEmpty();
				assertThat(decision.refused())
					.containsExactly(new RefusedSlot(at("2026-11-23T09:00"), null, "DO_NOT_CALL", "Danh sách không gọi",
							"Khách hàng nằm trong danh sách không gọi.", "Yêu cầu của khách hàng", true));
			});
		assertThat(
				find(question(ADVERTISING, SMS, aCustomer().refusingAdvertising()), at("2026-11-23T09:00")).refused())
			.extracting(RefusedSlot::rule)
			.containsExactly("CONSENT");
		assertThat(find(question(REPLY, CALL, aCustomer().withoutPhone()), at("2026-11-23T09:00")).refused())
			.extracting(RefusedSlot::rule)
			.containsExactly("NO_NUMBER");
	}

	@Test
	void answersWhoAskedEvenWhenTheyRefuseAdvertising() {
		SlotQuestion reply = question(REPLY, CALL, aCustomer().notToBeCalled().refusingAdvertising());

		assertThat(slotAt(find(reply, at("2026-11-23T12:00")))).isEqualTo("2026-11-23T12:00");
	}

	@Test
	void callsANumberForAdvertisingOnceInTwentyFourHours() {
		SlotQuestion called = used(question(ADVERTISING, CALL, aCustomer()), once("2026-11-23T09:20"));

		assertThat(slotAt(find(called, at("2026-11-23T14:00")))).isEqualTo("2026-11-24T09:20");
		assertThat(slotAt(find(called, at("2026-11-24T09:19")))).isEqualTo("2026-11-24T09:20");
		assertThat(find(called, at("2026-11-23T14:00")).refused()).extracting(RefusedSlot::rule).contains("QUOTA");
	}

	@Test
	void leavesADayAroundACallThatIsStillToCome() {
		SlotQuestion planned = used(question(ADVERTISING, CALL, aCustomer()),
				new NumberUse(at("2026-11-25T09:00"), at("2026-11-25T17:00")));

		assertThat(slotAt(find(planned, at("2026-11-23T09:00")))).isEqualTo("2026-11-23T09:00");
		assertThat(slotAt(find(planned, at("2026-11-24T09:00")))).isEqualTo("2026-11-27T08:30");
	}

	@Test
	void sendsANumberThreeAdvertisingMessagesInTwentyFourHours() {
		SlotQuestion two = withoutPerson(
				used(question(ADVERTISING, SMS, aCustomer()), once("2026-11-23T08:00"), once("2026-11-23T09:00")));
		SlotQuestion three = used(two, once("2026-11-23T08:00"), once("2026-11-23T09:00"), once("2026-11-23T10:00"));

		assertThat(slotAt(find(two, at("2026-11-23T10:00")))).isEqualTo("2026-11-23T10:00");
		assertThat(slotAt(find(three, at("2026-11-23T10:30")))).isEqualTo("2026-11-24T08:30");
	}

	@Test
	void followsTheRuleThatHoldsOnTheDay() {
		List<WindowRule> changing = List.of(window(LocalDate.of(2020, 10, 1), LocalDate.of(2027, 1, 1), "08:00"),
				window(LocalDate.of(2027, 1, 1), null, "10:00"));
		SlotQuestion question = asking(ADVERTISING, CALL, aCustomer(), new Rules(changing, List.of(), List.of()), null);

		assertThat(slotAt(find(question, at("2026-12-31T07:00")))).isEqualTo("2026-12-31T08:00");
		assertThat(slotAt(find(question, at("2026-12-31T18:00")))).isEqualTo("2027-01-01T10:00");
	}

	@Test
	void permitsNothingWithoutARule() {
		SlotQuestion question = asking(ADVERTISING, CALL, aCustomer(), new Rules(List.of(), List.of(), List.of()),
				null);

		SlotDecision decision = find(question, at("2026-11-23T09:00"));

		assertThat(decision.slot()).isEmpty();
		assertThat(decision.refused()).extracting(RefusedSlot::rule).containsExactly("NO_HOURS");
	}

	@Test
	void findsNothingWhenNobodyEverWorks() {
		SlotQuestion question = question(SERVICE, CALL, aCustomer());
		BusinessCalendar closed = BusinessCalendar.named("closed", VIETNAM).build();

		SlotDecision decision = find(with(question, closed, question.uses()), at("2026-11-23T09:00"));

		assertThat(decision.slot()).isEmpty();
		assertThat(decision.refused()).extracting(RefusedSlot::rule).containsExactly("WORKING_HOURS");
	}

	/** Sweeps random customers, uses and times; a failure names its seed. */
	@Test
	void neverBreaksABindingRuleAndExplainsEachMomentBefore() {
		for (long seed = 1; seed <= 3_000; seed++) {
			Random random = new Random(seed);
			SlotQuestion question = anyQuestion(random);
			Instant notBefore = at("2026-01-01T00:00").plusSeconds(random.nextInt(90_000_000));

			SlotDecision decision = find(question, notBefore);

			ContactSlot slot = decision.slot().orElseThrow();
			assertThat(slot.at()).as("seed %d", seed).isAfterOrEqualTo(notBefore).isBefore(slot.dueAt());
			assertThat(slot.remindAt()).as("seed %d", seed).isAfter(slot.at());
			assertThat(bindingRulesBrokenAt(question, slot.at())).as("seed %d", seed).isEmpty();
			for (Instant moment = notBefore; moment.isBefore(slot.at()); moment = moment.plusSeconds(1_800)) {
				Instant refused = moment;
				assertThat(decision.refused()).as("seed %d at %s", seed, moment)
					.anyMatch((reason) -> !reason.from().isAfter(refused) && refused.isBefore(reason.until()));
			}
		}
	}

	private static List<String> bindingRulesBrokenAt(SlotQuestion question, Instant at) {
		List<String> broken = new ArrayList<>();
		LocalTime time = at.atZone(question.zone()).toLocalTime();
		if (question.purpose() == ADVERTISING && question.channel() == CALL
				&& (time.isBefore(LocalTime.of(8, 0)) || !time.isBefore(LocalTime.of(17, 0)))) {
			broken.add("hours");
		}
		if (time.isBefore(LocalTime.of(7, 0)) || !time.isBefore(LocalTime.of(22, 0))) {
			broken.add("night");
		}
		if (question.workingHours() != null && !question.workingHours().isOpen(at)) {
			broken.add("nobody at work");
		}
		int most = (question.channel() == CALL) ? 1 : 3;
		long recent = question.uses()
			.stream()
			.filter((use) -> !use.to().isAfter(at) && use.from().isAfter(at.minus(Duration.ofHours(24))))
			.count();
		if (question.purpose() == ADVERTISING && recent >= most) {
			broken.add("quota");
		}
		return broken;
	}

	private static SlotQuestion anyQuestion(Random random) {
		ContactPurpose purpose = ContactPurpose.values()[random.nextInt(3)];
		FactsFixture customer = random.nextBoolean() ? aCustomer()
				: aCustomer().preferring("1" + random.nextInt(10) + ":00", "21:00");
		SlotQuestion question = question(purpose, random.nextBoolean() ? CALL : SMS, customer);
		List<NumberUse> uses = new ArrayList<>();
		for (int i = random.nextInt(5); i > 0; i--) {
			Instant from = at("2026-01-01T00:00").plusSeconds(random.nextInt(90_000_000));
			uses.add(new NumberUse(from, from.plusSeconds(random.nextBoolean() ? 0 : random.nextInt(30_000))));
		}
		return with(question, random.nextBoolean() ? SHOP : null, uses);
	}

	private static SlotDecision find(SlotQuestion question, Instant notBefore) {
		return new SlotFinder(question, notBefore, Duration.ofDays(60))
			.find(new SlotFinder.Reminder(CareDuration.parse("30m"), SHOP));
	}

	private static SlotQuestion question(ContactPurpose purpose, ContactChannel channel, FactsFixture customer) {
		return asking(purpose, channel, customer,
				new Rules(windows(purpose, channel), quotas(purpose, channel), List.of()), SHOP);
	}

	private static SlotQuestion asking(ContactPurpose purpose, ContactChannel channel, FactsFixture customer,
			Rules rules, @Nullable BusinessCalendar calendar) {
		return new SlotQuestion(purpose, channel, customer.facts(), CustomerWishes.NONE, false, rules, List.of(),
				List.of(), calendar, new Limits(Duration.ofMinutes(10), Duration.ofHours(72)), null);
	}

	private static SlotQuestion with(SlotQuestion question, @Nullable BusinessCalendar calendar, List<NumberUse> uses) {
		return new SlotQuestion(question.purpose(), question.channel(), question.customer(), question.wishes(),
				question.registered(), question.rules(), uses, question.others(), calendar, question.limits(),
				question.end());
	}

	private static SlotQuestion withoutPerson(SlotQuestion question) {
		return with(question, null, question.uses());
	}

	private static SlotQuestion used(SlotQuestion question, NumberUse... uses) {
		return with(question, question.workingHours(), List.of(uses));
	}

	private static NumberUse once(String local) {
		return new NumberUse(at(local), at(local));
	}

	private static List<WindowRule> windows(ContactPurpose purpose, ContactChannel channel) {
		String[] hours = switch (purpose) {
			case ADVERTISING ->
				(channel == CALL) ? new String[] { "08:00", "17:00" } : new String[] { "07:00", "22:00" };
			case SERVICE -> new String[] { "08:00", "20:00" };
			case REPLY -> new String[] { "07:00", "22:00" };
		};
		List<WindowRule> rules = new ArrayList<>();
		rules.add(rule("LEGAL_HOURS", purpose, channel, WindowRule.Strength.PERMIT, hours[0], hours[1], 0));
		if (purpose != REPLY) {
			rules.add(rule("LUNCH", purpose, channel, WindowRule.Strength.AVOID, "11:30", "13:30", 240));
			rules.add(rule("RUSH_MORNING", purpose, channel, WindowRule.Strength.AVOID, "07:00", "08:30", 120));
			rules.add(rule("RUSH_EVENING", purpose, channel, WindowRule.Strength.AVOID, "16:30", "18:30", 120));
		}
		return rules;
	}

	private static WindowRule rule(String code, ContactPurpose purpose, ContactChannel channel,
			WindowRule.Strength strength, String from, String to, int worth) {
		return new WindowRule(code, purpose, channel, strength, TimeRange.of(from, to), Duration.ofMinutes(worth),
				"Khung giờ", "Nghị định 91/2020/NĐ-CP", ALWAYS, null);
	}

	private static WindowRule window(LocalDate from, @Nullable LocalDate to, String opens) {
		return new WindowRule("LEGAL_HOURS", ADVERTISING, CALL, WindowRule.Strength.PERMIT,
				TimeRange.of(opens, "17:00"), Duration.ZERO, "Khung giờ", "Luật", from, to);
	}

	private static List<QuotaRule> quotas(ContactPurpose purpose, ContactChannel channel) {
		return (purpose != ADVERTISING) ? List.of()
				: List.of(new QuotaRule("QUOTA", purpose, channel, (channel == CALL) ? 1 : 3, Duration.ofHours(24),
						"Số lần quảng cáo", "Nghị định 91/2020/NĐ-CP", ALWAYS, null));
	}

	private static LocalDateTime slotAt(SlotDecision decision) {
		return decision.slot().orElseThrow().at().atZone(VIETNAM).toLocalDateTime();
	}

	private static Instant at(String local) {
		return at(LocalDateTime.parse(local));
	}

	private static Instant at(LocalDateTime local) {
		return local.atZone(VIETNAM).toInstant();
	}

}
