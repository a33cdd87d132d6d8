package vn.careflow.opportunity;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;

/**
 * An offer made to a customer and their response to it: written once, never changed.
 *
 * @param orderId the order after which it was made
 */
public record Offer(@Id UUID id, UUID customerId, @Nullable UUID orderId, OfferKind kind, OfferResponse response,
		@Nullable String note, Instant madeAt) {

}
