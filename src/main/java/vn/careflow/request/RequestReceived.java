package vn.careflow.request;

import java.util.UUID;

/**
 * A request came from outside, and nobody handles it yet.
 */
public record RequestReceived(UUID requestId, UUID customerId) {

}
