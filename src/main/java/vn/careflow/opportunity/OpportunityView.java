package vn.careflow.opportunity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An opportunity as it is shown over REST.
 */
record OpportunityView(UUID id, UUID customerId, @Nullable String source, @Nullable String externalId, String need,
		@Nullable String productInterest, Instant openedAt, boolean open, @Nullable OpportunityOutcome outcome,
		@Nullable String reason, @Nullable LocalDate comeBackOn, @Nullable BigDecimal amount,
		@Nullable Instant concludedAt) {

	static OpportunityView of(Opportunity opportunity) {
		return new OpportunityView(opportunity.id(), opportunity.customerId(), opportunity.source(),
				opportunity.externalId(), opportunity.need(), opportunity.productInterest(), opportunity.openedAt(),
				opportunity.isOpen(), opportunity.outcome(), opportunity.reason(), opportunity.comeBackOn(),
				opportunity.amount(), opportunity.concludedAt());
	}

}
