package vn.careflow.request;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An open request is about another product than it was thought to be.
 *
 * @param product code of the product, null when it is about none
 */
public record RequestProductChanged(UUID requestId, @Nullable String product) {

}
