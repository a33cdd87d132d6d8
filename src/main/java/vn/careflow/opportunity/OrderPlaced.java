package vn.careflow.opportunity;

import java.util.UUID;

/**
 * A customer bought something.
 */
public record OrderPlaced(UUID orderId, UUID customerId) {

}
