package vn.careflow.customer;

import java.util.UUID;

/**
 * A customer refused further care: whatever runs for them stops.
 *
 * @param customerId the customer
 */
public record CustomerOptedOut(UUID customerId) {

}
