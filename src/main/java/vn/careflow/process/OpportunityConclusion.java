package vn.careflow.process;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
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
import vn.careflow.opportunity.NewOrder;
import vn.careflow.opportunity.Opportunities;
import vn.careflow.opportunity.Opportunity;
import vn.careflow.opportunity.OpportunityOutcome;
import vn.careflow.opportunity.Orders;

/**
 * Ends an opportunity in one of the five ways, and leaves nobody without a next step: a
 * won one is handed to post-sale care, one that is not won comes back by the care plan.
 */
@Service
class OpportunityConclusion {

	private static final String COME_BACK_AFTER_LOSS = "120wd";

	private static final String COME_BACK_AFTER_SILENCE = "60wd";

	private static final String COME_BACK_AFTER_NOT_YET = "20wd";

	private final Opportunities opportunities;

	private final Orders orders;

	private final Customers customers;

	private final CarePlans carePlans;

	private final Timeline timeline;

	private final CareTimes times;

	private final Clock clock;

	OpportunityConclusion(Opportunities opportunities, Orders orders, Customers customers, CarePlans carePlans,
			Timeline timeline, CareTimes times, Clock clock) {
		this.opportunities = opportunities;
		this.orders = orders;
		this.customers = customers;
		this.carePlans = carePlans;
		this.timeline = timeline;
		this.times = times;
		this.clock = clock;
	}

	/**
	 * Concludes by what the agent entered, or by where the contact ladder ended.
	 * @return the outcome, for the model's gateway
	 */
	@Transactional
	public OpportunityOutcome conclude(DelegateExecution execution) {
		OpportunityOutcome outcome = outcome(execution);
		UUID opportunityId = CaseKeys.caseId(execution);
		Instant comeBackAt = comeBackAt(execution, outcome);
		BigDecimal amount = PreSaleCareProcess.AMOUNT.find(execution)
			.map((number) -> new BigDecimal(number.toString()))
			.orElse(null);
		conclude(opportunityId, outcome, PreSaleCareProcess.LOSS_REASON.find(execution).orElse(null), comeBackAt,
				(outcome == OpportunityOutcome.WON) ? amount : null,
				PreSaleCareProcess.ADVICE_NOTE.find(execution).orElse(null));
		if (outcome == OpportunityOutcome.WON) {
			placeOrder(execution, opportunityId, amount);
		}
		return outcome;
	}

	/**
	 * Concludes an opportunity whose customer has ordered already. One that was concluded
	 * before stays as it is: an order must not fail for it.
	 */
	@Transactional
	public void wonByOrder(UUID opportunityId) {
		if (this.opportunities.get(opportunityId).isOpen()) {
			conclude(opportunityId, OpportunityOutcome.WON, null, null, null, "Khách hàng tự đặt hàng");
		}
	}

	/**
	 * Concludes an opportunity whose customer wants to be left alone. One that was
	 * concluded before stays as it is: such a wish must not fail for it.
	 */
	@Transactional
	public void refusedByCustomer(UUID opportunityId, String reason) {
		if (this.opportunities.get(opportunityId).isOpen()) {
			conclude(opportunityId, OpportunityOutcome.NOT_INTERESTED, reason, null, null, null);
		}
	}

	private void conclude(UUID opportunityId, OpportunityOutcome outcome, @Nullable String reason,
			@Nullable Instant comeBackAt, @Nullable BigDecimal amount, @Nullable String note) {
		Opportunity opportunity = this.opportunities.get(opportunityId);
		LocalDate comeBackOn = (comeBackAt != null) ? LocalDate.ofInstant(comeBackAt, this.clock.getZone()) : null;
		this.opportunities.conclude(opportunityId, outcome, reason, comeBackOn, amount);
		this.customers.recordOutcome(opportunity.customerId(), outcome.name());
		this.timeline.record(TimelineEntry
			.of(opportunity.customerId(), TimelineKind.OPPORTUNITY, this.times.now(), Wording.of(outcome))
			.withDetail((note != null) ? note : reason)
			.about(opportunityId));
		if (outcome == OpportunityOutcome.NOT_INTERESTED) {
			this.customers.optOut(opportunity.customerId(), "Khách hàng từ chối chăm sóc khi được tư vấn");
		}
		if (comeBackAt != null) {
			this.carePlans.planNext(opportunity.customerId(), comeBackAt, Wording.of(outcome));
		}
	}

	private static OpportunityOutcome outcome(DelegateExecution execution) {
		String step = PreSaleCareProcess.LADDER_STEP.find(execution).orElse("UNREACHABLE");
		return switch (step) {
			case "ADVISE" -> OpportunityOutcome.valueOf(PreSaleCareProcess.OPPORTUNITY_OUTCOME.get(execution));
			case "OPT_OUT" -> OpportunityOutcome.NOT_INTERESTED;
			default -> OpportunityOutcome.UNREACHABLE;
		};
	}

	private @Nullable Instant comeBackAt(DelegateExecution execution, OpportunityOutcome outcome) {
		return switch (outcome) {
			case NOT_YET -> PreSaleCareProcess.COME_BACK_ON.find(execution)
				.map(Date::toInstant)
				.orElseGet(() -> this.times.after(COME_BACK_AFTER_NOT_YET));
			case LOST -> this.times.after(COME_BACK_AFTER_LOSS);
			case UNREACHABLE -> this.times.after(COME_BACK_AFTER_SILENCE);
			case WON, NOT_INTERESTED -> null;
		};
	}

	private void placeOrder(DelegateExecution execution, UUID opportunityId, @Nullable BigDecimal amount) {
		this.orders.place(new NewOrder(null, "opportunity", opportunityId.toString(), CaseKeys.customerId(execution),
				PreSaleCareProcess.PRODUCT.find(execution).orElse(null), (amount != null) ? amount : BigDecimal.ZERO,
				this.times.now()));
	}

}
