package vn.careflow.request;

import java.util.UUID;

/**
 * The customer took a request back: nobody needs to work on it any more.
 */
public record RequestWithdrawn(UUID requestId, UUID customerId, RequestKind kind) {

}
