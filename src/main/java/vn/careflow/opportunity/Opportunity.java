package vn.careflow.opportunity;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * One need of one customer that may become a sale: open while it is pursued, concluded
 * exactly once.
 */
public class Opportunity {

	@Id
	private UUID id;

	@Version
	private int version;

	private @Nullable String source;

	private @Nullable String externalId;

	private UUID customerId;

	private String need;

	private @Nullable String productInterest;

	private Instant openedAt;

	/** The same for the same need of the same customer, and gone once concluded. */
	private @Nullable UUID openKey;

	private @Nullable OpportunityOutcome outcome;

	private @Nullable String reason;

	private @Nullable LocalDate comeBackOn;

	private @Nullable BigDecimal amount;

	private @Nullable Instant concludedAt;

	Opportunity(UUID id, UUID customerId, String need, Instant openedAt) {
		this.id = id;
		this.customerId = customerId;
		this.need = need;
		this.openedAt = openedAt;
	}

	static Opportunity opened(NewOpportunity wanted, Instant at) {
		UUID id = (wanted.id() != null) ? wanted.id() : UUID.randomUUID();
		Opportunity opportunity = new Opportunity(id, wanted.customerId(), wanted.need(), at);
		opportunity.source = wanted.source();
		opportunity.externalId = wanted.externalId();
		opportunity.productInterest = wanted.productInterest();
		opportunity.openKey = openKey(wanted.customerId(), wanted.need());
		return opportunity;
	}

	/**
	 * Identifies a customer's need however it is typed: case, spaces and the two ways to
	 * encode Vietnamese letters make no difference.
	 */
	static UUID openKey(UUID customerId, String need) {
		String plain = Normalizer.normalize(need, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
		String key = customerId + " " + plain.strip().replaceAll("\\s+", " ");
		return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Ends the pursuit.
	 * @return false where it had ended in the same way before
	 */
	boolean conclude(Conclusion conclusion, Instant at) {
		if (this.outcome == conclusion.outcome()) {
			return false;
		}
		if (this.outcome != null) {
			throw new OpportunityConcluded(this);
		}
		this.outcome = conclusion.outcome();
		this.reason = conclusion.reason();
		this.comeBackOn = conclusion.comeBackOn();
		this.amount = conclusion.amount();
		this.concludedAt = at;
		this.openKey = null;
		return true;
	}

	public UUID id() {
		return this.id;
	}

	public @Nullable String source() {
		return this.source;
	}

	public @Nullable String externalId() {
		return this.externalId;
	}

	public UUID customerId() {
		return this.customerId;
	}

	public String need() {
		return this.need;
	}

	public @Nullable String productInterest() {
		return this.productInterest;
	}

	public Instant openedAt() {
		return this.openedAt;
	}

	public boolean isOpen() {
		return this.outcome == null;
	}

	/**
	 * How it ended, none while it is open.
	 */
	public @Nullable OpportunityOutcome outcome() {
		return this.outcome;
	}

	public @Nullable String reason() {
		return this.reason;
	}

	public @Nullable LocalDate comeBackOn() {
		return this.comeBackOn;
	}

	/**
	 * The amount of the sale in VND.
	 */
	public @Nullable BigDecimal amount() {
		return this.amount;
	}

	public @Nullable Instant concludedAt() {
		return this.concludedAt;
	}

}
