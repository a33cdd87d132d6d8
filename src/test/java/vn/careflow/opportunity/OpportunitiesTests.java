package vn.careflow.opportunity;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.careflow.customer.CustomerProfile;
import vn.careflow.customer.Customers;
import vn.careflow.customer.NewCustomer;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.Time;
import vn.careflow.testsupport.WithCustomers;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.data.jdbc.DataJdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.PageRequest;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DataJdbcTest
@OnH2
@WithCustomers
@Import({ Opportunities.class, Offers.class, Products.class })
@RecordApplicationEvents
class OpportunitiesTests {

	@RegisterExtension
	final Time time = Time.at("2025-03-03T09:30");

	@Autowired
	private Opportunities opportunities;

	@Autowired
	private Offers offers;

	@Autowired
	private Products products;

	@Autowired
	private Customers customers;

	@Autowired
	private ApplicationEvents events;

	private UUID customerId;

	@BeforeEach
	void aCustomer() {
		CustomerProfile profile = CustomerProfile.person("Trần Văn Bình").build();
		this.customerId = this.customers.register(NewCustomer.from("web", null, profile)).customer().id();
	}

	@Test
	void keepsEverythingThatWasOpened() {
		NewOpportunity wanted = fibre().from("webshop", "L-1").interestedIn("CAP-QUANG-100");

		Opportunity kept = this.opportunities.get(this.opportunities.open(wanted).id());

		assertThat(kept.customerId()).isEqualTo(this.customerId);
		assertThat(kept.need()).isEqualTo("Gói cáp quang");
		assertThat(kept.productInterest()).isEqualTo("CAP-QUANG-100");
		assertThat(kept.source()).isEqualTo("webshop");
		assertThat(kept.externalId()).isEqualTo("L-1");
		assertThat(kept.openedAt()).isEqualTo(this.time.now());
		assertThat(kept.isOpen()).isTrue();
	}

	@Test
	void opensANeedOfACustomerOnceAtATime() {
		Opportunity first = this.opportunities.receive(fibre());

		Opportunity second = this.opportunities.receive(NewOpportunity.of(this.customerId, " gói CÁP  quang"));

		assertThat(second.id()).isEqualTo(first.id());
		assertThat(this.events.stream(OpportunityOpened.class))
			.containsExactly(new OpportunityOpened(first.id(), this.customerId));
	}

	@Test
	void opensTheNeedAgainOnceItWasConcluded() {
		Opportunity first = this.opportunities.open(fibre());
		this.opportunities.conclude(first.id(), OpportunityOutcome.LOST, "Giá cao", null, null);

		Opportunity second = this.opportunities.open(fibre());

		assertThat(second.id()).isNotEqualTo(first.id());
		assertThat(this.opportunities.openOf(this.customerId)).extracting(Opportunity::id).containsExactly(second.id());
	}

	@Test
	void knowsAnExternalIdEvenAfterTheConclusion() {
		Opportunity first = this.opportunities.receive(fibre().from("webshop", "L-1"));
		this.opportunities.conclude(first.id(), OpportunityOutcome.NOT_INTERESTED, null, null, null);

		Opportunity second = this.opportunities.receive(fibre().from("webshop", "L-1"));

		assertThat(second.id()).isEqualTo(first.id());
		assertThat(this.events.stream(OpportunityOpened.class)).hasSize(1);
	}

	@Test
	void openingTheSameIdTwiceOpensOne() {
		UUID id = UUID.randomUUID();
		this.opportunities.open(fibre().withId(id));

		this.opportunities.open(NewOpportunity.of(this.customerId, "Nhu cầu khác").withId(id));

		assertThat(this.opportunities.openOf(this.customerId)).hasSize(1);
		assertThat(this.events.stream(OpportunityOpened.class)).isEmpty();
	}

	@Test
	void remembersHowTheLatestOneEnded() {
		assertThat(this.opportunities.lastOutcomeOf(this.customerId)).isEmpty();
		UUID first = this.opportunities.open(fibre()).id();
		this.opportunities.conclude(first, OpportunityOutcome.NOT_YET, null, LocalDate.of(2025, 4, 1), null);
		this.time.passes(Duration.ofHours(1));
		UUID second = this.opportunities.open(fibre()).id();
		this.opportunities.conclude(second, OpportunityOutcome.WON, null, null, new BigDecimal("299000.00"));

		assertThat(this.opportunities.lastOutcomeOf(this.customerId)).hasValue(OpportunityOutcome.WON);
		assertThat(this.opportunities.get(second).amount()).isEqualTo(new BigDecimal("299000"));
		assertThat(this.opportunities.get(first).comeBackOn()).isEqualTo(LocalDate.of(2025, 4, 1));
	}

	@Test
	void listsWhatFitsTheFilter() {
		UUID concluded = this.opportunities.open(fibre()).id();
		this.opportunities.conclude(concluded, OpportunityOutcome.UNREACHABLE, null, null, null);
		UUID open = this.opportunities.open(fibre()).id();

		assertThat(idsOf(new OpportunityFilter(true, null, this.customerId))).containsExactly(open);
		assertThat(idsOf(new OpportunityFilter(false, null, null))).containsExactly(concluded);
		assertThat(idsOf(new OpportunityFilter(null, OpportunityOutcome.WON, null))).isEmpty();
		assertThat(idsOf(new OpportunityFilter(null, null, null))).hasSize(2);
	}

	@Test
	void namesTheOpportunityThatDoesNotExist() {
		UUID nobody = UUID.randomUUID();

		assertThatExceptionOfType(Unknown.class).isThrownBy(() -> this.opportunities.get(nobody))
			.satisfies((unknown) -> assertThat(unknown.getBody().getDetail()).contains(nobody.toString()));
	}

	@Test
	void keepsOffersWithTheCustomersResponse() {
		this.offers.record(this.customerId, null, OfferKind.UPSELL, OfferResponse.LATER, " ");
		this.time.passes(Duration.ofHours(1));

		Offer latest = this.offers.record(this.customerId, null, OfferKind.GIFT, OfferResponse.ACCEPTED, "Tặng ô");

		assertThat(this.offers.ofCustomer(this.customerId)).first().isEqualTo(latest);
		assertThat(this.offers.ofCustomer(this.customerId)).extracting(Offer::note).containsExactly("Tặng ô", null);
	}

	@Test
	void offersOnlyProductsThatAreSoldNow() {
		Product fibre = new Product("CAP-QUANG-100", "Cáp quang 100 Mbps", new BigDecimal("199000"), true);
		assertThat(this.products.keep(fibre)).isTrue();
		assertThat(this.products.keep(new Product("TV", "Truyền hình", null, true))).isTrue();
		assertThat(this.products.active()).extracting(Product::code).containsExactly("CAP-QUANG-100", "TV");

		assertThat(this.products.keep(new Product("TV", "Truyền hình", null, false))).isFalse();

		assertThat(this.products.active()).containsExactly(fibre);
		assertThat(this.products.find("TV")).hasValue(new Product("TV", "Truyền hình", null, false));
	}

	private Iterable<UUID> idsOf(OpportunityFilter filter) {
		return this.opportunities.page(filter, PageRequest.of(0, 20)).map(Opportunity::id);
	}

	private NewOpportunity fibre() {
		return NewOpportunity.of(this.customerId, "Gói cáp quang");
	}

}
