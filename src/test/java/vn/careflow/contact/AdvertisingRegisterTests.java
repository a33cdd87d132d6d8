package vn.careflow.contact;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import vn.careflow.calendar.BusinessCalendar;
import vn.careflow.customer.Customers;
import vn.careflow.staff.WorkCalendars;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.Time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static vn.careflow.contact.FactsFixture.aCustomer;

@JdbcTest
@OnH2
@EnableConfigurationProperties(ContactSettings.class)
@Import({ Contacts.class, ContactStore.class, ContactRules.class, ContactRuleTables.class, ContactWishes.class,
		AdvertisingRegister.class, SlotQuestions.class, Replanning.class, RegisterImports.class })
class AdvertisingRegisterTests {

	private static final BusinessCalendar DAILY = BusinessCalendar.named("service", ZoneId.of("Asia/Ho_Chi_Minh"))
		.open(EnumSet.allOf(DayOfWeek.class), "06:00", "22:00")
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
	RegisterImports imports;

	@Autowired
	AdvertisingRegister register;

	@Autowired
	JdbcClient jdbc;

	private final UUID customerId = UUID.randomUUID();

	@BeforeEach
	void oneCustomerAndOneCalendar() {
		given(this.customers.facts(any())).willReturn(aCustomer().facts());
		given(this.calendars.named("service")).willReturn(DAILY);
	}

	@Test
	void refusesAdvertisingToAListedNumberForGoodAndNothingElse() {
		taken("number\n0901 234 567\n");

		assertThat(refusals(ContactPurpose.ADVERTISING, ContactChannel.CALL)).containsExactly("ADVERTISING_REGISTER");
		assertThat(refusals(ContactPurpose.ADVERTISING, ContactChannel.SMS)).containsExactly("ADVERTISING_REGISTER");
		assertThat(refusals(ContactPurpose.ADVERTISING, ContactChannel.EMAIL)).isEmpty();
		assertThat(refusals(ContactPurpose.SERVICE, ContactChannel.CALL)).isEmpty();
		assertThat(
				this.contacts.preview(this.customerId, ContactPurpose.ADVERTISING, ContactChannel.CALL, this.time.now())
					.refused())
			.singleElement()
			.satisfies((slot) -> {
				assertThat(slot.until()).isNull();
				assertThat(slot.source()).isEqualTo("Nghị định 91/2020/NĐ-CP, Điều 7");
			});
	}

	@Test
	void knowsANumberHoweverItIsWritten() {
		RegisterImport first = taken("﻿stt;Số điện thoại\n1;+84 90 123 45 67\n2;(028) 3822 1234\n3;0901234567\n");

		assertThat(first.rows()).isEqualTo(3);
		assertThat(first.changed()).isEqualTo(2);
		assertThat(first.unchanged()).isOne();
		assertThat(this.register.lists("+84901234567")).isTrue();
		assertThat(this.register.lists("+842838221234")).isTrue();
		assertThat(this.register.size()).isEqualTo(2);
	}

	@Test
	void takesTheSameFileTwiceWithoutAnotherEffect() {
		taken("number\n0901234567\n0901234568\n");

		RegisterImport again = taken("number\n0901234567\n0901234568\n");

		assertThat(again.changed()).isZero();
		assertThat(again.unchanged()).isEqualTo(2);
		assertThat(this.register.size()).isEqualTo(2);
	}

	@Test
	void saysWhichRowsHoldNoNumberWithoutKeepingWhatTheyHold() {
		RegisterImport taken = taken("phone,note\n0901234567,x\nnot-a-number,x\n,x\n12,x\n");

		assertThat(taken.state()).isEqualTo(RegisterImport.State.DONE);
		assertThat(taken.failed()).isEqualTo(3);
		assertThat(this.imports.errors(taken.id(), 0, 20)).containsExactly(
				new RegisterImport.RowError(2, "phone", "Không phải số điện thoại hợp lệ."),
				new RegisterImport.RowError(3, "phone", "Chưa có số điện thoại."),
				new RegisterImport.RowError(4, "phone", "Không phải số điện thoại hợp lệ."));
		assertThat(this.imports.countErrors(taken.id())).isEqualTo(3);
	}

	@Test
	void writesNothingOnADryRun() {
		RegisterImport looked = this.imports.read(file("number\n0901234567\nx\n"), RegisterImport.Change.ADD, true,
				"mai");

		assertThat(looked.changed()).isOne();
		assertThat(looked.failed()).isOne();
		assertThat(this.register.size()).isZero();
		assertThat(this.register.lists("+84901234567")).isFalse();
	}

	@Test
	void letsANumberLeaveTheRegisterAndComeBack() {
		taken("number\n0901234567\n");

		RegisterImport removed = this.imports.read(file("number\n0901234567\n0901234568\n"),
				RegisterImport.Change.REMOVE, false, "mai");

		assertThat(removed.changed()).isOne();
		assertThat(this.register.lists("+84901234567")).isFalse();
		taken("number\n0901234567\n");
		assertThat(this.register.lists("+84901234567")).isTrue();
	}

	@Test
	void keepsNoNumberThatCouldBeRead() {
		taken("number\n0901234567\n");

		List<String> kept = this.jdbc.sql("select number_hash from advertising_register").query(String.class).list();

		assertThat(kept).singleElement().satisfies((hash) -> assertThat(hash).matches("[0-9a-f]{64}"));
	}

	@Test
	void givesUpPlannedAdvertisingToANumberThatIsListed() {
		Contact planned = this.contacts.plan(new NewContact(UUID.randomUUID(), this.customerId, null,
				ContactPurpose.ADVERTISING, ContactChannel.CALL, ContactReason.AD_HOC));
		this.contacts.findSlot(planned, this.time.now());

		taken("number\n0901234567\n");

		assertThat(this.contacts.get(planned.id()).state()).isEqualTo(ContactState.NOT_POSSIBLE);
	}

	@Test
	void refusesAFileWithoutTheColumn() {
		assertThatExceptionOfType(FieldRefused.class).isThrownBy(() -> taken("tên,tuổi\nAn,3\n"))
			.satisfies((refused) -> assertThat(refused.getBody().getDetail()).contains("«number»"));
		assertThatExceptionOfType(FieldRefused.class).isThrownBy(() -> taken(""));
	}

	private RegisterImport taken(String csv) {
		return this.imports.read(file(csv), RegisterImport.Change.ADD, false, "mai.manager");
	}

	private static ByteArrayInputStream file(String csv) {
		return new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
	}

	private List<String> refusals(ContactPurpose purpose, ContactChannel channel) {
		return this.contacts.now(this.customerId, purpose, channel).refused().stream().map(RefusedSlot::rule).toList();
	}

}
