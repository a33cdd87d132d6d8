package vn.careflow.customer;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One round of care for one customer.
 *
 * @param id also the business key of the case that runs it
 * @param customerId the customer
 * @param beganAt when it began
 * @param endedAt null while it is open
 * @param plannedChannel how the customer is to be contacted in it
 * @param planNote what the agent planned
 * @param summary what came of it
 */
public record CareCycle(UUID id, UUID customerId, Instant beganAt, @Nullable Instant endedAt,
		@Nullable PreferredChannel plannedChannel, @Nullable String planNote, @Nullable String summary) {

	public boolean isOpen() {
		return this.endedAt == null;
	}

}
