package vn.careflow.request;

import java.util.UUID;

/**
 * A request was taken in, by whatever way it came: the first thing that is told of it.
 */
public record RequestRegistered(UUID requestId, UUID customerId, RequestKind kind) {

}
