package vn.careflow.request;

import java.util.UUID;

/**
 * A closed request lives again, in a new resolution cycle.
 */
public record RequestReopened(UUID requestId, UUID customerId) {

}
