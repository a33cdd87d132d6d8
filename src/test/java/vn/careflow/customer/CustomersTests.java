package vn.careflow.customer;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.Time;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@CustomerSlice
@OnH2
class CustomersTests {

	@Autowired
	Customers customers;

	@RegisterExtension
	final Time time = Time.at("2025-03-03T09:00");

	@Autowired
	JdbcClient jdbc;

	@Autowired
	ApplicationEvents events;

	@Test
	void keepsEverythingThatWasEntered() {
		CustomerProfile profile = CustomerProfile.person("Nguyễn Thị Ánh")
			.relation(CustomerRelation.PARTNER)
			.gender(Gender.FEMALE)
			.birthday(new Birthday(null, 2, 30, CalendarSystem.LUNAR))
			.phone("0901 234 567")
			.phone("028 3822 9999")
			.email("Anh.Nguyen@Example.VN")
			.at(ContactPoint.of(ContactPointKind.ZALO, "zalo-77"))
			.address("12 Lê Lợi, Quận 1")
			.preferences(new ContactPreferences(PreferredChannel.ZALO, LocalTime.of(9, 0), LocalTime.of(11, 30),
					ZoneId.of("Asia/Tokyo"), "en", true))
			.agreesToAdvertising()
			.servesState(true)
			.annualRevenue(12_000_000_000L)
			.need("Gói internet")
			.build();

		Customer customer = this.customers.register(NewCustomer.from("web", "w-1", profile).ownedBy("lan.nguyen"))
			.customer();

		assertThat(this.customers.get(customer.id())).isEqualTo(customer);
		assertThat(customer.profile()).isEqualTo(profile);
		assertThat(customer.number()).matches("KH\\d{6}");
		assertThat(customer.phone()).contains("+84901234567");
		assertThat(customer.email()).contains("anh.nguyen@example.vn");
		assertThat(customer.group()).isEqualTo(CustomerGroup.SPECIAL);
		assertThat(customer.lifecycle()).isEqualTo(Lifecycle.PROSPECT);
		assertThat(this.customers.ownersOf(customer.id())).extracting(OwnerPeriod::agentId)
			.containsExactly("lan.nguyen");
		assertThat(this.events.stream(CustomerRegistered.class)).containsExactly(new CustomerRegistered(customer.id()));
	}

	@Test
	void makesOneCustomerOfTheSameExternalIdHoweverOftenItComes() {
		Customer first = registered(CustomerProfile.person("Trần Văn Bình"), "b-1");

		Registration again = this.customers
			.register(NewCustomer.from("web", "b-1", CustomerProfile.person("Tên khác").build()));

		assertThat(again.isNew()).isFalse();
		assertThat(again.customer()).isEqualTo(first);
		assertThat(this.customers.page(CustomerSearch.ALL, 0, 20).total()).isOne();
	}

	@Test
	void keepsApartTheSameExternalIdOfTwoSources() {
		registered(CustomerProfile.person("Trần Văn Bình"), "b-1");

		Registration other = this.customers
			.register(NewCustomer.from("shopee", "b-1", CustomerProfile.person("Trần Văn Bình").build()));

		assertThat(other.isNew()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "nguyen", "Nguyễn", "NGUYEN duc", "đức", "duc nguyễn", "KH%06d", "0912345678",
			"+84 912 345 678", "5678", "duc@example.vn", "ext-9" })
	void findsByWhateverIsKnown(String text) {
		registered(CustomerProfile.person("Lê Thị Hoa").phone("0987654321"), "ext-8");
		Customer wanted = registered(
				CustomerProfile.person("Nguyễn Văn Đức").phone("0912345678").email("duc@example.vn"), "ext-9");
		String query = text.startsWith("KH") ? wanted.number().toLowerCase() : text;

		Page<Customer> found = this.customers.page(new CustomerSearch(query, null, null, null, null), 0, 20);

		assertThat(found.items()).containsExactly(wanted);
	}

	@Test
	void takesPercentAndUnderscoreAsOrdinaryCharacters() {
		registered(CustomerProfile.person("Lê Thị Hoa"), "a");

		assertThat(this.customers.page(new CustomerSearch("%", null, null, null, null), 0, 20).items()).isEmpty();
		assertThat(this.customers.page(new CustomerSearch("l_", null, null, null, null), 0, 20).items()).isEmpty();
	}

	@Test
	void listsPageByPageTheNewestFirst() {
		List<Customer> all = List.of("Một", "Hai", "Ba")
			.stream()
			.map((name) -> registered(CustomerProfile.person(name), name))
			.toList();

		Page<Customer> second = this.customers.page(CustomerSearch.ALL, 1, 2);

		assertThat(second.items()).containsExactly(all.get(0));
		assertThat(second.total()).isEqualTo(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "number", "0912 345 678", "84912345678", "DUC@example.vn", "ext-9", "zalo-9" })
	void findsTheOneBehindAReference(String reference) {
		Customer wanted = registered(CustomerProfile.person("Nguyễn Văn Đức")
			.phone("0912345678")
			.email("duc@example.vn")
			.at(ContactPoint.of(ContactPointKind.ZALO, "zalo-9")), "ext-9");

		assertThat(this.customers.findByReference(reference.equals("number") ? wanted.number() : reference))
			.contains(wanted);
		assertThat(this.customers.findByReference("nobody")).isEmpty();
		assertThat(this.customers.findByReference(" ")).isEmpty();
	}

	@Test
	void namesTheRecordsThatShareAPhone() {
		Customer first = registered(CustomerProfile.person("Nguyễn An").phone("0912345678"), "1");
		Customer second = registered(CustomerProfile.person("An Nguyen").phone("+84912345678"), "2");
		registered(CustomerProfile.person("Nguyễn An").phone("0912345679"), "3");

		assertThat(this.customers.duplicatesOf(first.id())).containsExactly(
				new DuplicateMatch(second.id(), second.number(), "An Nguyen", ContactPointKind.PHONE, "+84912345678"));
	}

	@Test
	void replacesTheProfileAndKeepsTheConsentHistory() {
		Customer customer = registered(CustomerProfile.person("Nguyễn An").phone("0912345678").need("Vay"), "1");

		Customer changed = this.customers.change(customer.id(), customer.version(),
				CustomerProfile.person("Nguyễn Văn An").phone("0912345679").agreesToAdvertising().build(), "Khách gọi");

		assertThat(changed.name()).isEqualTo("Nguyễn Văn An");
		assertThat(changed.version()).isEqualTo(customer.version() + 1);
		assertThat(changed.profile().values(ContactPointKind.PHONE)).containsExactly("+84912345679");
		assertThat(changed.profile().needs()).isEmpty();
		assertThat(this.jdbc.sql("select purpose || ' ' || reason from customer_consent_change where given")
			.query(String.class)
			.list()).containsExactly("ADVERTISING Khách gọi");
	}

	@Test
	void refusesAChangeMadeOnAnOldVersion() {
		Customer customer = registered(CustomerProfile.person("Nguyễn An"), "1");
		CustomerProfile profile = CustomerProfile.person("Nguyễn Bình").build();
		this.customers.change(customer.id(), customer.version(), profile, "");

		assertThatExceptionOfType(CustomerChangedMeanwhile.class)
			.isThrownBy(() -> this.customers.change(customer.id(), customer.version(), profile, ""));
	}

	@Test
	void answersTheFactsOfACustomerNobodyKnowsYet() {
		Customer customer = registered(CustomerProfile.person("Nguyễn An"), "1");

		CustomerFacts facts = this.customers.facts(customer.id());

		assertThat(facts).isEqualTo(new CustomerFacts(CustomerKind.PERSON, false, 0, false, 0, CustomerFacts.NEVER,
				"NONE", CustomerGroup.SMALL, Potential.COLD, Lifecycle.PROSPECT, "vi", null, null, false, false, true,
				null, null, null, ZoneId.of("Asia/Ho_Chi_Minh")));
	}

	@Test
	void answersTheFactsOfACustomerCaredFor() {
		Customer customer = registered(CustomerProfile.organisation("Công ty Sao Mai")
			.phone("0912345678")
			.phone("0912345679")
			.annualRevenue(5_000_000_000L)
			.agreesToAdvertising()
			.preferences(new ContactPreferences(PreferredChannel.CALL, LocalTime.of(14, 0), LocalTime.of(16, 0),
					ZoneId.of("Asia/Tokyo"), "en", true)),
				"1");
		this.customers.addNeed(customer.id(), "Tổng đài");
		this.customers.recordContact(customer.id(), this.time.now());
		this.customers.recordPurchase(customer.id(), this.time.now());
		this.customers.recordOutcome(customer.id(), "WON");
		this.customers.changeOwner(customer.id(), "minh.tran", "Phụ trách mới");
		this.customers.assess(customer.id(),
				new Assessment(CustomerGroup.LARGE, Potential.HOT, 90, "Doanh thu lớn", "customer-potential 1"));
		this.time.passes(Duration.ofDays(3));

		CustomerFacts facts = this.customers.facts(customer.id());

		assertThat(facts).isEqualTo(new CustomerFacts(CustomerKind.ORGANISATION, false, 5_000_000_000L, true, 1, 3,
				"WON", CustomerGroup.LARGE, Potential.HOT, Lifecycle.CUSTOMER, "en", "minh.tran", "+84912345678", true,
				true, true, PreferredChannel.CALL, LocalTime.of(14, 0), LocalTime.of(16, 0), ZoneId.of("Asia/Tokyo")));
	}

	@Test
	void neverMovesTheLastContactBack() {
		Customer customer = registered(CustomerProfile.person("Nguyễn An"), "1");
		this.customers.recordContact(customer.id(), this.time.now());

		this.customers.recordContact(customer.id(), this.time.now().minus(Duration.ofDays(9)));

		assertThat(this.customers.facts(customer.id()).daysSinceContact()).isZero();
	}

	@Test
	void keepsAnAssessmentOnlyWhenItSaysSomethingNew() {
		Customer customer = registered(CustomerProfile.person("Nguyễn An"), "1");
		Assessment warm = new Assessment(CustomerGroup.SMALL, Potential.WARM, 50, "Có nhu cầu", "r1");

		this.customers.assess(customer.id(), warm);
		this.customers.assess(customer.id(), warm);

		assertThat(this.jdbc.sql("select count(*) from customer_assessment").query(Integer.class).single()).isOne();
		assertThat(this.customers.get(customer.id()).potentialReason()).isEqualTo("Có nhu cầu");
	}

	@Test
	void stopsAdvertisingAndTellsOnceWhenTheCustomerOptsOut() {
		Customer customer = registered(CustomerProfile.person("Nguyễn An").agreesToAdvertising(), "1");

		assertThat(this.customers.optOut(customer.id(), "Không muốn nghe quảng cáo")).isTrue();
		assertThat(this.customers.optOut(customer.id(), "Lần nữa")).isFalse();

		assertThat(this.customers.facts(customer.id()).advertisingConsent()).isFalse();
		assertThat(this.customers.get(customer.id()).optedOutAt()).isEqualTo(this.time.now());
		assertThat(this.events.stream(CustomerOptedOut.class)).containsExactly(new CustomerOptedOut(customer.id()));
	}

	@Test
	void welcomesBackWhoAgreesAgain() {
		Customer customer = registered(CustomerProfile.person("Nguyễn An"), "1");
		this.customers.optOut(customer.id(), "Không muốn nghe quảng cáo");
		int version = this.customers.get(customer.id()).version();

		Customer back = this.customers.change(customer.id(), version,
				CustomerProfile.person("Nguyễn An").agreesToAdvertising().build(), "Khách đồng ý lại");

		assertThat(back.optedOutAt()).isNull();
	}

	@Test
	void keepsEveryOwnerWithFromAndUntil() {
		Customer customer = registered(CustomerProfile.person("Nguyễn An"), "1");
		this.customers.changeOwner(customer.id(), "lan.nguyen", "Nhận khách mới");
		this.time.passes(Duration.ofDays(1));

		this.customers.changeOwner(customer.id(), "minh.tran", "Lan nghỉ phép");
		this.customers.changeOwner(customer.id(), "minh.tran", "Nhắc lại");

		assertThat(this.customers.ownersOf(customer.id())).containsExactly(
				new OwnerPeriod("lan.nguyen", Time.instant("2025-03-03T09:00"), this.time.now(), "Nhận khách mới"),
				new OwnerPeriod("minh.tran", this.time.now(), null, "Lan nghỉ phép"));
		assertThat(this.events.stream(CustomerOwnerChanged.class)).hasSize(2);
	}

	@Test
	void keepsANeedOnceHoweverItIsWritten() {
		Customer customer = registered(CustomerProfile.person("Nguyễn An"), "1");

		this.customers.addNeed(customer.id(), "Gói Internet");
		this.customers.addNeed(customer.id(), "goi  internet ");

		assertThat(this.customers.get(customer.id()).profile().needs()).containsExactly("Gói Internet");
	}

	@Test
	void saysWhichCustomerIsUnknown() {
		UUID nobody = UUID.randomUUID();

		assertThatExceptionOfType(CustomerNotFound.class).isThrownBy(() -> this.customers.get(nobody))
			.satisfies((ex) -> assertThat(ex.getBody().getDetail()).contains(nobody.toString()));
		assertThatExceptionOfType(CustomerNotFound.class).isThrownBy(() -> this.customers.facts(nobody));
		assertThatExceptionOfType(CustomerNotFound.class).isThrownBy(() -> this.customers.optOut(nobody, ""));
		assertThatExceptionOfType(CustomerNotFound.class)
			.isThrownBy(() -> this.customers.moveTo(nobody, Lifecycle.LOST));
	}

	private Customer registered(CustomerProfile.Builder profile, String externalId) {
		return this.customers.register(NewCustomer.from("web", externalId, profile.build())).customer();
	}

}
