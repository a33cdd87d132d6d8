package vn.careflow.customer;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Another agent became responsible for a customer.
 *
 * @param customerId the customer
 * @param earlierOwnerId who was responsible before, null when nobody was
 * @param ownerId who is now
 */
public record CustomerOwnerChanged(UUID customerId, @Nullable String earlierOwnerId, String ownerId) {

}
