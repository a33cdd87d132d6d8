package vn.careflow.process;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.careflow.customer.CarePlans;
import vn.careflow.customer.Customers;
import vn.careflow.customer.Timeline;
import vn.careflow.customer.TimelineEntry;
import vn.careflow.customer.TimelineKind;
import vn.careflow.opportunity.CustomerOrder;
import vn.careflow.opportunity.NewOrder;
import vn.careflow.opportunity.OfferKind;
import vn.careflow.opportunity.OfferResponse;
import vn.careflow.opportunity.Offers;
import vn.careflow.opportunity.Orders;

/**
 * Takes an order that a person entered in Tasklist, or the one that the case is about
 * already, and keeps what follows.
 */
@Service
class SaleIntake {

	private final Orders orders;

	private final Offers offers;

	private final Timeline timeline;

	private final CarePlans carePlans;

	private final Customers customers;

	private final CustomerReferences references;

	private final CareMessages messages;

	private final Decisions decisions;

	private final Segmentation segmentation;

	private final CareTimes times;

	SaleIntake(Orders orders, Offers offers, Timeline timeline, CarePlans carePlans, Customers customers,
			CustomerReferences references, CareMessages messages, Decisions decisions, Segmentation segmentation,
			CareTimes times) {
		this.orders = orders;
		this.offers = offers;
		this.timeline = timeline;
		this.carePlans = carePlans;
		this.customers = customers;
		this.references = references;
		this.messages = messages;
		this.decisions = decisions;
		this.segmentation = segmentation;
		this.times = times;
	}

	@Transactional
	public void take(DelegateExecution execution) {
		CustomerOrder order = CaseKeys.hasCase(execution) ? this.orders.get(CaseKeys.caseId(execution))
				: enter(execution);
		CaseVariables.CUSTOMER_ID.set(execution, order.customerId().toString());
	}

	/**
	 * What follows from every order, wherever it came from: the customer bought once
	 * more, and nobody need persuade them any longer.
	 */
	@Transactional
	public void follow(UUID orderId, UUID customerId) {
		this.customers.recordPurchase(customerId, this.times.now());
		this.timeline
			.record(TimelineEntry.of(customerId, TimelineKind.ORDER, this.times.now(), "Khách hàng đã đặt hàng")
				.about(orderId));
		this.messages.tellCasesOf(customerId, PreSaleCareProcess.MESSAGE_ORDER_PLACED);
	}

	/** The customer has the goods: what the agent wrote when thanking them is kept. */
	@Transactional
	public void confirmDelivery(UUID orderId, LocalDate deliveredOn, @Nullable String note) {
		CustomerOrder order = this.orders.confirmDelivery(orderId, deliveredOn);
		if (note != null) {
			this.timeline.record(TimelineEntry
				.of(order.customerId(), TimelineKind.NOTE, this.times.now(), "Ghi chú khi cảm ơn khách hàng")
				.withDetail(note)
				.about(orderId));
		}
	}

	@Transactional
	public void recordOffer(UUID orderId, UUID customerId, String kind, String response, @Nullable String note) {
		this.offers.record(customerId, orderId, OfferKind.valueOf(kind), OfferResponse.valueOf(response), note);
		this.timeline
			.record(TimelineEntry.of(customerId, TimelineKind.OFFER, this.times.now(), "Đã đề xuất ưu đãi tiếp theo")
				.withDetail(note)
				.about(orderId));
		this.carePlans.planNext(customerId, this.times.after(cadence(customerId)), "Chăm sóc định kỳ sau bán hàng");
	}

	private String cadence(UUID customerId) {
		return this.decisions.text("care-cadence", this.segmentation.groupAndPotential(customerId), "nextCycleAfter");
	}

	private CustomerOrder enter(DelegateExecution execution) {
		UUID customerId = this.references.resolve(execution);
		NewOrder entered = new NewOrder(null, "tasklist", PostSaleCareProcess.ORDER_NUMBER.get(execution), customerId,
				PreSaleCareProcess.PRODUCT.find(execution).orElse(null),
				new BigDecimal(PreSaleCareProcess.AMOUNT.get(execution).toString()), this.times.now());
		if (this.orders.known(entered).isPresent()) {
			throw new FormRejected(PostSaleCareProcess.ORDER_NUMBER.name(),
					"Đơn hàng «%s» đã được ghi nhận trước đó.".formatted(entered.externalId()));
		}
		CustomerOrder order = this.orders.register(entered);
		CaseKeys.begin(execution, order.id());
		follow(order.id(), customerId);
		return order;
	}

}
