package vn.careflow.customer;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A customer to register.
 *
 * @param id the id to give, so that registering twice makes one
 * @param source where they come from, 1 to 60 characters, for example {@code web}
 * @param externalId their id in the source, null when it has none; the same source and
 * external id are the same customer
 * @param ownerId the agent responsible, null when nobody is yet
 * @param profile what is known of them
 */
public record NewCustomer(UUID id, String source, @Nullable String externalId, @Nullable String ownerId,
		CustomerProfile profile) {

	static final int MAX_SOURCE = 60;

	static final int MAX_EXTERNAL_ID = 120;

	static final int MAX_OWNER_ID = 64;

	public NewCustomer {
		requireLength(source, MAX_SOURCE, "source");
		requireLength(externalId, MAX_EXTERNAL_ID, "externalId");
		requireLength(ownerId, MAX_OWNER_ID, "ownerId");
	}

	/** A customer with a fresh id and nobody responsible yet. */
	public static NewCustomer from(String source, @Nullable String externalId, CustomerProfile profile) {
		return new NewCustomer(UUID.randomUUID(), source, externalId, null, profile);
	}

	/** The same with an agent responsible from the start. */
	public NewCustomer ownedBy(String agentId) {
		return new NewCustomer(this.id, this.source, this.externalId, agentId, this.profile);
	}

	private static void requireLength(@Nullable String value, int max, String name) {
		if (value != null && (value.isBlank() || value.length() > max)) {
			throw new IllegalArgumentException(name + " has 1 to " + max + " characters");
		}
	}

}
