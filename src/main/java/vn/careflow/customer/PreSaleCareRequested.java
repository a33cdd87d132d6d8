package vn.careflow.customer;

import java.util.UUID;

/**
 * Pre-sale care was asked for together with the registration of a customer.
 *
 * @param customerId the customer
 * @param need what they are interested in
 */
public record PreSaleCareRequested(UUID customerId, String need) {

}
