package vn.careflow.request;

import java.util.UUID;

/**
 * A request was turned down with a reason.
 */
public record RequestRejected(UUID requestId, UUID customerId, RequestKind kind) {

}
