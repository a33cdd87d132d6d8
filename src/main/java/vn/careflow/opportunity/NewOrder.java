package vn.careflow.opportunity;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What must be known of an order. The same id, or the same external id of the same
 * source, always means the same order.
 *
 * @param id the identity the caller has already given it, else one is made
 * @param source the system or shop it was placed in
 * @param externalId its number there
 * @param product code of what was bought, where it is known
 * @param amount in whole VND
 * @param placedAt when it was placed, now if left out
 */
public record NewOrder(@Nullable UUID id, String source, String externalId, UUID customerId, @Nullable String product,
		BigDecimal amount, @Nullable Instant placedAt) {

	public NewOrder {
		Objects.requireNonNull(customerId, "customerId");
		source = Texts.required("source", source, Texts.LONGEST_REFERENCE);
		externalId = Texts.required("externalId", externalId, Texts.LONGEST_REFERENCE);
		product = Texts.optional("product", product, Texts.LONGEST_REFERENCE);
		amount = Money.inWholeVnd("amount", amount);
	}

	/** The same under an identity that the caller has given it already. */
	public NewOrder withId(UUID orderId) {
		return new NewOrder(orderId, this.source, this.externalId, this.customerId, this.product, this.amount,
				this.placedAt);
	}

}
