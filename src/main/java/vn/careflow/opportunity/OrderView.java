package vn.careflow.opportunity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An order as it is shown over REST.
 */
record OrderView(UUID id, UUID customerId, String source, String externalId, @Nullable String product,
		BigDecimal amount, Instant placedAt, @Nullable LocalDate deliveredOn) {

	static OrderView of(CustomerOrder order) {
		return new OrderView(order.id(), order.customerId(), order.source(), order.externalId(), order.product(),
				order.amount(), order.placedAt(), order.deliveredOn());
	}

}
