package vn.careflow.request;

import java.util.UUID;

/**
 * A request turned out to be about what another one is already about.
 */
public record RequestMerged(UUID requestId, UUID survivorId, UUID customerId, RequestKind kind) {

}
