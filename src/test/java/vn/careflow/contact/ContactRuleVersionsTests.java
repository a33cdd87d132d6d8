package vn.careflow.contact;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import vn.careflow.calendar.BusinessCalendar;
import vn.careflow.contact.ContactRuleVersions.BufferVersion;
import vn.careflow.contact.ContactRuleVersions.QuotaVersion;
import vn.careflow.contact.ContactRuleVersions.WindowVersion;
import vn.careflow.customer.Customers;
import vn.careflow.staff.WorkCalendars;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.Time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static vn.careflow.contact.FactsFixture.aCustomer;
import static vn.careflow.testsupport.Time.instant;

@JdbcTest
@OnH2
@RecordApplicationEvents
@EnableConfigurationProperties(ContactSettings.class)
@Import({ Contacts.class, ContactStore.class, ContactRules.class, ContactRuleTables.class, ContactWishes.class,
		AdvertisingRegister.class, SlotQuestions.class, Replanning.class, ContactRuleVersions.class })
class ContactRuleVersionsTests {

	private static final BusinessCalendar DAILY = BusinessCalendar.named("service", ZoneId.of("Asia/Ho_Chi_Minh"))
		.open(EnumSet.allOf(DayOfWeek.class), "06:00", "22:00")
		.build();

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

	@RegisterExtension
	final Time time = Time.at("2026-11-23T09:00");

	@MockitoBean
	Customers customers;

	@MockitoBean
	WorkCalendars calendars;

	@Autowired
	Contacts contacts;

	@Autowired
	ContactRuleVersions versions;

	@Autowired
	ContactRuleTables tables;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	ApplicationEvents events;

	private final UUID customerId = UUID.randomUUID();

	@BeforeEach
	void oneCustomerAndOneCalendar() {
		given(this.customers.facts(any())).willReturn(aCustomer().facts());
		given(this.calendars.named("service")).willReturn(DAILY);
	}

	@Test
	void movesAPlannedContactThatTheNewHoursForbidAndSaysWhy() {
		UUID contactId = scheduled("2026-11-24T09:00");

		this.versions.add(hours("10:00", "15:00", TODAY.plusDays(1), false));

		Contact moved = this.contacts.get(contactId);
		assertThat(moved.slotAt()).isEqualTo(instant("2026-11-24T10:00"));
		assertThat(moved.dueAt()).isEqualTo(instant("2026-11-24T15:00"));
		assertThat(moved.refused()).first().satisfies((slot) -> {
			assertThat(slot.rule()).isEqualTo("LEGAL_HOURS");
			assertThat(slot.source()).isEqualTo("Nghị định mới, Điều 1");
		});
		assertThat(this.events.stream(ContactReplanned.class)).singleElement().satisfies((event) -> {
			assertThat(event.contactId()).isEqualTo(contactId);
			assertThat(event.slot()).isEqualTo(moved.slot());
		});
		assertThat(this.events.stream(ContactRulesChanged.class))
			.containsExactly(new ContactRulesChanged(TODAY.plusDays(1)));
	}

	@Test
	void leavesAContactAloneThatTheNewRulesPermitAsItIs() {
		scheduled("2026-11-24T09:00");

		this.versions.add(hours("10:00", "15:00", TODAY.plusDays(2), false));

		assertThat(this.events.stream(ContactReplanned.class)).isEmpty();
	}

	@Test
	void endsAContactInTimeWhoseHoursGetShorterWhileItIsOpen() {
		UUID contactId = scheduled("2026-11-23T09:00");

		this.versions.add(hours("08:00", "12:00", TODAY, false));

		assertThat(this.contacts.get(contactId)).satisfies((open) -> {
			assertThat(open.slotAt()).isEqualTo(instant("2026-11-23T09:00"));
			assertThat(open.dueAt()).isEqualTo(instant("2026-11-23T12:00"));
		});
	}

	@Test
	void closesAContactAtOnceThatMayNotGoOn() {
		UUID contactId = scheduled("2026-11-23T09:00");
		this.time.is("2026-11-23T09:30");

		this.versions.add(hours("10:00", "15:00", TODAY, false));

		assertThat(this.contacts.get(contactId).slotAt()).isEqualTo(instant("2026-11-23T09:00"));
		assertThat(this.contacts.get(contactId).dueAt()).isEqualTo(instant("2026-11-23T09:30"));
	}

	@Test
	void tellsThatNothingIsPermittedAnyMore() {
		UUID contactId = scheduled("2026-11-24T09:00");

		this.contacts.optOut(this.customerId, ContactPurpose.ADVERTISING, ContactChannel.CALL, "Khách nói", "lan");

		assertThat(this.contacts.get(contactId)).satisfies((contact) -> {
			assertThat(contact.state()).isEqualTo(ContactState.NOT_POSSIBLE);
			assertThat(contact.refused()).extracting(RefusedSlot::rule).containsExactly("OPT_OUT");
		});
		assertThat(this.events.stream(ContactReplanned.class)).singleElement()
			.extracting(ContactReplanned::slot)
			.isNull();
	}

	@Test
	void endsARuleFromADayOnAndKeepsItsHistory() {
		this.versions.add(hours("08:00", "17:00", TODAY.plusDays(7), true));

		assertThat(slotFrom("2026-11-29T18:00")).isNull();
		assertThat(slotFrom("2026-11-23T18:00")).isEqualTo(instant("2026-11-24T08:30"));
		assertThat(this.versions.all().windows())
			.filteredOn((version) -> version.code().equals("LEGAL_HOURS") && version.channel() == ContactChannel.CALL)
			.extracting((version) -> version.validity().validFrom())
			.containsExactly(TODAY.plusDays(7), LocalDate.of(2020, 10, 1));
	}

	@Test
	void changesNoHistory() {
		this.versions.add(hours("09:00", "16:00", TODAY.plusDays(1), false));

		assertThatExceptionOfType(FieldRefused.class)
			.isThrownBy(() -> this.versions.add(hours("09:00", "16:00", TODAY.minusDays(1), false)))
			.satisfies((refused) -> assertThat(refused.getBody().getDetail()).contains("sớm nhất từ hôm nay"));
	}

	@Test
	void followsNewQuotasAndBuffers() {
		this.versions.add(new QuotaVersion("HOUSE_WEEKLY", ContactPurpose.ADVERTISING, ContactChannel.CALL, 2, 168,
				version("Số lần mỗi tuần", TODAY, null)));
		this.versions
			.add(new BufferVersion("BUFFER", ContactPurpose.ADVERTISING, 2880, version("Khoảng nghỉ", TODAY, null)));
		made("2026-11-22T09:00");
		made("2026-11-20T09:00");

		SlotDecision decision = this.contacts.preview(this.customerId, ContactPurpose.ADVERTISING, ContactChannel.CALL,
				this.time.now());

		assertThat(decision.slot()).get().extracting(ContactSlot::at).isEqualTo(instant("2026-11-27T09:00"));
		assertThat(decision.refused()).extracting(RefusedSlot::rule).containsOnlyOnce("HOUSE_WEEKLY", "BUFFER");
	}

	@Test
	void isKnownToOtherNodesWithTheNextQuestion() {
		ContactRules otherNode = new ContactRules(this.tables);
		assertThat(otherNode.current(ContactPurpose.ADVERTISING, ContactChannel.CALL).buffers()).hasSize(1);

		this.versions.add(new BufferVersion("SECOND_BUFFER", ContactPurpose.ADVERTISING, 30,
				version("Khoảng nghỉ", TODAY.plusDays(30), null)));

		assertThat(otherNode.current(ContactPurpose.ADVERTISING, ContactChannel.CALL).buffers()).hasSize(2);
	}

	@Test
	void hasASourceAndALabelForEachRule() {
		ContactRuleVersions.All all = this.versions.all();

		assertThat(all.windows()).allSatisfy((version) -> assertThat(version.validity().source()).isNotBlank());
		assertThat(all.quotas()).hasSize(4).allSatisfy((version) -> {
			assertThat(version.validity().label()).isNotBlank();
			assertThat(version.validity().source()).isNotBlank();
		});
		assertThat(all.buffers()).hasSize(2)
			.allSatisfy((version) -> assertThat(version.validity().source()).isNotBlank());
	}

	private static WindowVersion hours(String opensAt, String closesAt, LocalDate from, boolean repealed) {
		return new WindowVersion("LEGAL_HOURS", ContactPurpose.ADVERTISING, ContactChannel.CALL,
				WindowRule.Strength.PERMIT, opensAt, closesAt, 0, new RuleVersion("Giờ gọi quảng cáo",
						"Nghị định mới, Điều 1", from, null, repealed, "mai.manager", null));
	}

	private static RuleVersion version(String label, LocalDate from, @Nullable LocalDate to) {
		return new RuleVersion(label, "Quy định nội bộ", from, to, false, "mai.manager", null);
	}

	private void made(String at) {
		UUID contactId = UUID.randomUUID();
		this.jdbc.sql("""
				insert into contact (id, customer_id, case_id, purpose, channel, reason, state, quota_key, planned_at)
				values (?, ?, ?, 'ADVERTISING', 'CALL', 'AD_HOC', 'DONE', ?, ?)""")
			.params(contactId, this.customerId, contactId, aCustomer().facts().phone(),
					instant(at).atOffset(ZoneOffset.UTC))
			.update();
		this.contacts.record(contactId, ContactOutcome.NO_ANSWER, "lan", null, instant(at));
	}

	private @Nullable Instant slotFrom(String from) {
		return this.contacts.preview(this.customerId, ContactPurpose.ADVERTISING, ContactChannel.CALL, instant(from))
			.slot()
			.map(ContactSlot::at)
			.orElse(null);
	}

	private UUID scheduled(String from) {
		Contact contact = this.contacts.plan(new NewContact(UUID.randomUUID(), this.customerId, null,
				ContactPurpose.ADVERTISING, ContactChannel.CALL, ContactReason.AD_HOC));
		this.contacts.findSlot(contact, instant(from));
		return contact.id();
	}

}
