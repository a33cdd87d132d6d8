package vn.careflow.customer;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One customer as the business knows them at this moment.
 *
 * @param id stable identity
 * @param number what people say on the phone, for example {@code KH000001}
 * @param version grows with every change of the profile
 * @param source where they come from
 * @param externalId their id in the source
 * @param profile what people entered
 * @param group the care group
 * @param potential how likely they buy
 * @param potentialScore 0 to 100
 * @param potentialReason why, in Vietnamese; null before the first assessment
 * @param lifecycle where they stand
 * @param ownerId the agent responsible now
 * @param dealings what happened so far, in short
 * @param optedOutAt since when they refuse care, null while they do not
 * @param registeredAt when the record began
 * @param changedAt when the profile was last changed
 */
public record Customer(UUID id, String number, int version, String source, @Nullable String externalId,
		CustomerProfile profile, CustomerGroup group, Potential potential, int potentialScore,
		@Nullable String potentialReason, Lifecycle lifecycle, @Nullable String ownerId, Dealings dealings,
		@Nullable Instant optedOutAt, Instant registeredAt, Instant changedAt) {

	public String name() {
		return this.profile.name();
	}

	public Optional<String> phone() {
		return this.profile.main(ContactPointKind.PHONE);
	}

	public Optional<String> email() {
		return this.profile.main(ContactPointKind.EMAIL);
	}

	/** The customer's number as people read it, from the count in the database. */
	static String numberOf(long count) {
		return "KH%06d".formatted(count);
	}

	/**
	 * Purchases and contacts in short; the timeline has them one by one.
	 *
	 * @param purchases how many orders they placed
	 * @param lastPurchaseAt null before the first
	 * @param lastContactAt when somebody last spoke with them, null when never
	 * @param lastOutcome how the latest opportunity ended, {@code NONE} before the first
	 */
	public record Dealings(int purchases, @Nullable Instant lastPurchaseAt, @Nullable Instant lastContactAt,
			String lastOutcome) {

	}

}
