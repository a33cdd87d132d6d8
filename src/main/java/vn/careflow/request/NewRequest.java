package vn.careflow.request;

import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What must be known to take in a request. The same id, or the same external id of the
 * same source, always means the same request.
 *
 * @param id the identity the caller has already given it, else one is made
 * @param source the system that hands it over; needed with an external id
 * @param externalId its identity there
 * @param subject at most 200 characters
 * @param description at most 20,000 characters
 * @param product code of the product it is about
 * @param orderId the order it is about
 */
public record NewRequest(@Nullable UUID id, @Nullable String source, @Nullable String externalId, UUID customerId,
		RequestKind kind, String subject, String description, RequestChannel channel, @Nullable String product,
		@Nullable UUID orderId, Level impact, Level urgency) {

	static final int LONGEST_SUBJECT = 200;

	static final int LONGEST_TEXT = 20_000;

	static final int LONGEST_REFERENCE = 200;

	public NewRequest {
		Objects.requireNonNull(customerId, "customerId");
		Objects.requireNonNull(kind, "kind");
		Objects.requireNonNull(channel, "channel");
		Objects.requireNonNull(impact, "impact");
		Objects.requireNonNull(urgency, "urgency");
		subject = text("subject", subject, LONGEST_SUBJECT);
		description = text("description", description, LONGEST_TEXT);
		source = optional("source", source);
		externalId = optional("externalId", externalId);
		product = optional("product", product);
		if (externalId != null && source == null) {
			throw new IllegalArgumentException("An external id needs its source");
		}
	}

	/**
	 * A request of medium impact and urgency, to be told more of by the other methods.
	 */
	public static NewRequest of(UUID customerId, RequestKind kind, String subject, String description,
			RequestChannel channel) {
		return new NewRequest(null, null, null, customerId, kind, subject, description, channel, null, null,
				Level.MEDIUM, Level.MEDIUM);
	}

	/** The same under an identity that the caller has given it already. */
	public NewRequest withId(UUID requestId) {
		return new NewRequest(requestId, this.source, this.externalId, this.customerId, this.kind, this.subject,
				this.description, this.channel, this.product, this.orderId, this.impact, this.urgency);
	}

	/** The same as another system knows it. */
	public NewRequest from(@Nullable String system, @Nullable String idThere) {
		return new NewRequest(this.id, system, idThere, this.customerId, this.kind, this.subject, this.description,
				this.channel, this.product, this.orderId, this.impact, this.urgency);
	}

	/** The same about a product or an order. */
	public NewRequest about(@Nullable String productCode, @Nullable UUID order) {
		return new NewRequest(this.id, this.source, this.externalId, this.customerId, this.kind, this.subject,
				this.description, this.channel, productCode, order, this.impact, this.urgency);
	}

	/** The same with the two inputs of its priority. */
	public NewRequest graded(Level newImpact, Level newUrgency) {
		return new NewRequest(this.id, this.source, this.externalId, this.customerId, this.kind, this.subject,
				this.description, this.channel, this.product, this.orderId, newImpact, newUrgency);
	}

	/** The text without what PostgreSQL cannot keep. */
	static String text(String name, @Nullable String value, int longest) {
		if (value == null || value.isBlank()) {
			throw new IllegalArgumentException(name + " must not be blank");
		}
		if (value.length() > longest) {
			throw new IllegalArgumentException(name + " must not be longer than " + longest + " characters");
		}
		return value.replace("\0", "").strip();
	}

	/** Blank is the same as left out: forms send empty strings. */
	private static @Nullable String optional(String name, @Nullable String value) {
		return (value == null || value.isBlank()) ? null : text(name, value, LONGEST_REFERENCE);
	}

}
