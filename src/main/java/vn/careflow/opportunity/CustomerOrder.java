package vn.careflow.opportunity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * Something that a customer bought, and whether they have received it.
 */
public class CustomerOrder {

	@Id
	private UUID id;

	@Version
	private int version;

	private String source;

	private String externalId;

	private UUID customerId;

	private @Nullable String product;

	private BigDecimal amount;

	private Instant placedAt;

	private @Nullable LocalDate deliveredOn;

	CustomerOrder(UUID id, String source, String externalId, UUID customerId, @Nullable String product,
			BigDecimal amount, Instant placedAt) {
		this.id = id;
		this.source = source;
		this.externalId = externalId;
		this.customerId = customerId;
		this.product = product;
		this.amount = amount;
		this.placedAt = placedAt;
	}

	static CustomerOrder placed(NewOrder wanted, Instant at) {
		UUID id = (wanted.id() != null) ? wanted.id() : UUID.randomUUID();
		return new CustomerOrder(id, wanted.source(), wanted.externalId(), wanted.customerId(), wanted.product(),
				wanted.amount(), at);
	}

	/**
	 * Records the day of delivery, or corrects it.
	 * @return false where it is known already
	 */
	boolean delivered(LocalDate on) {
		boolean changes = !on.equals(this.deliveredOn);
		this.deliveredOn = on;
		return changes;
	}

	public UUID id() {
		return this.id;
	}

	public String source() {
		return this.source;
	}

	/**
	 * The number that the shop gave it and the customer knows.
	 */
	public String externalId() {
		return this.externalId;
	}

	public UUID customerId() {
		return this.customerId;
	}

	/**
	 * Code of what was bought, where it is known.
	 */
	public @Nullable String product() {
		return this.product;
	}

	/**
	 * What was paid, in whole VND.
	 */
	public BigDecimal amount() {
		return this.amount;
	}

	public Instant placedAt() {
		return this.placedAt;
	}

	public @Nullable LocalDate deliveredOn() {
		return this.deliveredOn;
	}

}
