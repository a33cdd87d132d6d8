package vn.careflow.customer;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * When a customer is cared for next.
 *
 * @param customerId the customer
 * @param nextCycleAt null while a cycle runs and after an opt-out
 * @param reason why then, or why not
 * @param plannedAt when this was decided
 */
public record CarePlan(UUID customerId, @Nullable Instant nextCycleAt, String reason, Instant plannedAt) {

}
