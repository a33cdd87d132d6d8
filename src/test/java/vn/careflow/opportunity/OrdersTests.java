package vn.careflow.opportunity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
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
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DataJdbcTest
@OnH2
@WithCustomers
@Import(Orders.class)
@RecordApplicationEvents
class OrdersTests {

	private static final BigDecimal PRICE = new BigDecimal("199000");

	@RegisterExtension
	final Time time = Time.at("2025-03-03T09:30");

	@Autowired
	private Orders orders;

	@Autowired
	private Customers customers;

	@Autowired
	private ApplicationEvents events;

	private UUID customerId;

	@BeforeEach
	void aCustomer() {
		CustomerProfile profile = CustomerProfile.person("Lê Thị Hoa").build();
		this.customerId = this.customers.register(NewCustomer.from("web", null, profile)).customer().id();
	}

	@Test
	void keepsEverythingThatWasOrdered() {
		Instant yesterday = Time.instant("2025-03-02T20:15");

		CustomerOrder kept = this.orders.get(this.orders.place(anOrder("DH-1", yesterday)).id());

		assertThat(kept.customerId()).isEqualTo(this.customerId);
		assertThat(kept.source()).isEqualTo("webshop");
		assertThat(kept.externalId()).isEqualTo("DH-1");
		assertThat(kept.product()).isEqualTo("CAP-QUANG-100");
		assertThat(kept.amount()).isEqualTo(PRICE);
		assertThat(kept.placedAt()).isEqualTo(yesterday);
		assertThat(kept.deliveredOn()).isNull();
	}

	@Test
	void placesTheSameExternalIdOnceAndTellsOfItOnce() {
		CustomerOrder first = this.orders.place(anOrder("DH-1", null));

		CustomerOrder second = this.orders.place(anOrder("DH-1", null));

		assertThat(second.id()).isEqualTo(first.id());
		assertThat(first.placedAt()).isEqualTo(this.time.now());
		assertThat(this.events.stream(OrderPlaced.class)).containsExactly(new OrderPlaced(first.id(), this.customerId));
	}

	@Test
	void registeringTellsNobodyToCareForIt() {
		UUID id = UUID.randomUUID();

		this.orders.register(anOrder("DH-1", null).withId(id));
		this.orders.register(anOrder("DH-2", null).withId(id));

		assertThat(this.orders.ofCustomer(this.customerId)).extracting(CustomerOrder::externalId)
			.containsExactly("DH-1");
		assertThat(this.events.stream(OrderPlaced.class)).isEmpty();
	}

	@Test
	void confirmsADeliveryAndCorrectsItsDay() {
		UUID id = this.orders.place(anOrder("DH-1", null)).id();

		this.orders.confirmDelivery(id, LocalDate.of(2025, 3, 4));
		this.orders.confirmDelivery(id, LocalDate.of(2025, 3, 4));
		this.orders.confirmDelivery(id, LocalDate.of(2025, 3, 5));

		assertThat(this.orders.get(id).deliveredOn()).isEqualTo(LocalDate.of(2025, 3, 5));
	}

	@Test
	void listsTheLatestFirst() {
		this.orders.place(anOrder("DH-1", Time.instant("2025-03-01T08:00")));
		this.orders.place(anOrder("DH-2", Time.instant("2025-03-02T08:00")));

		assertThat(this.orders.page(this.customerId, PageRequest.of(0, 1)).getContent())
			.extracting(CustomerOrder::externalId)
			.containsExactly("DH-2");
		assertThat(this.orders.page(null, PageRequest.of(0, 20)).getTotalElements()).isEqualTo(2);
		assertThat(this.orders.page(UUID.randomUUID(), PageRequest.of(0, 20)).getContent()).isEmpty();
	}

	@Test
	void namesTheOrderThatDoesNotExist() {
		assertThatExceptionOfType(Unknown.class).isThrownBy(() -> this.orders.get(UUID.randomUUID()))
			.satisfies((unknown) -> assertThat(unknown.getBody().getDetail()).contains("đơn hàng"));
	}

	@Test
	void refusesAnOrderWithoutANumberOrWithAnImpossibleAmount() {
		assertThatIllegalArgumentException().isThrownBy(() -> anOrder(" ", null));
		assertThatIllegalArgumentException().isThrownBy(() -> new NewOrder(null, "webshop", "DH-1", this.customerId,
				"CAP-QUANG-100", new BigDecimal("-1"), null));
	}

	private NewOrder anOrder(String externalId, @Nullable Instant placedAt) {
		return new NewOrder(null, "webshop", externalId, this.customerId, "CAP-QUANG-100", PRICE, placedAt);
	}

}
