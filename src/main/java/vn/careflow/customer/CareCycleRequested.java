package vn.careflow.customer;

import java.util.UUID;

/**
 * Somebody asked for a care cycle before its date; the cycle is on record and waits to be
 * run.
 *
 * @param cycleId the cycle
 * @param customerId the customer
 */
public record CareCycleRequested(UUID cycleId, UUID customerId) {

}
