package vn.careflow.opportunity;

import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What must be known to open an opportunity. The same id, the same external id of the
 * same source, or the same need of the same customer while it is open, always means the
 * same opportunity.
 *
 * @param id the identity the caller has already given it, else one is made
 * @param source the system that hands it over; needed with an external id
 * @param externalId its identity there
 * @param need what the customer is looking for, at most 2,000 characters
 * @param productInterest code of the product that may serve it
 */
public record NewOpportunity(@Nullable UUID id, @Nullable String source, @Nullable String externalId, UUID customerId,
		String need, @Nullable String productInterest) {

	static final int LONGEST_NEED = 2_000;

	public NewOpportunity {
		Objects.requireNonNull(customerId, "customerId");
		need = Texts.required("need", need, LONGEST_NEED);
		productInterest = Texts.optional("productInterest", productInterest, Texts.LONGEST_REFERENCE);
		source = Texts.optional("source", source, Texts.LONGEST_REFERENCE);
		externalId = Texts.optional("externalId", externalId, Texts.LONGEST_REFERENCE);
		if (externalId != null && source == null) {
			throw new IllegalArgumentException("An external id needs its source");
		}
	}

	/**
	 * An opportunity that arose here, without an identity in another system.
	 */
	public NewOpportunity(@Nullable UUID id, UUID customerId, String need, @Nullable String productInterest,
			@Nullable String source) {
		this(id, source, null, customerId, need, productInterest);
	}

	/** Just a customer's need, to be told more of by the other methods. */
	public static NewOpportunity of(UUID customerId, String need) {
		return new NewOpportunity(null, null, null, customerId, need, null);
	}

	/** The same under an identity that the caller has given it already. */
	public NewOpportunity withId(UUID opportunityId) {
		return new NewOpportunity(opportunityId, this.source, this.externalId, this.customerId, this.need,
				this.productInterest);
	}

	/** The same as another system knows it. */
	public NewOpportunity from(@Nullable String system, @Nullable String idThere) {
		return new NewOpportunity(this.id, system, idThere, this.customerId, this.need, this.productInterest);
	}

	/** The same with the product that may serve the need. */
	public NewOpportunity interestedIn(@Nullable String productCode) {
		return new NewOpportunity(this.id, this.source, this.externalId, this.customerId, this.need, productCode);
	}

}
