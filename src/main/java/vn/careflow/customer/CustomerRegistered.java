package vn.careflow.customer;

import java.util.UUID;

/**
 * A customer came on record.
 *
 * @param customerId the customer
 */
public record CustomerRegistered(UUID customerId) {

}
