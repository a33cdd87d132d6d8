package vn.careflow.request;

import java.util.UUID;

/**
 * A request was closed for good, unless the customer comes back on it.
 */
public record RequestClosed(UUID requestId, UUID customerId, RequestKind kind) {

}
