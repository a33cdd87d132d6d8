package vn.careflow.customer;

import java.util.UUID;

/**
 * A customer's numbers, consents or wishes about being contacted are others now.
 *
 * @param customerId the customer
 */
public record CustomerReachabilityChanged(UUID customerId) {
}
