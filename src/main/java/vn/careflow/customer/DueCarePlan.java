package vn.careflow.customer;

import java.time.Instant;
import java.util.UUID;

/**
 * A customer whose next care cycle is due and who was claimed by the caller.
 *
 * @param customerId the customer
 * @param cycleId the id the cycle will have, the same however often it is claimed
 * @param dueAt when it became due
 * @param reason why it was planned
 */
public record DueCarePlan(UUID customerId, UUID cycleId, Instant dueAt, String reason) {

}
