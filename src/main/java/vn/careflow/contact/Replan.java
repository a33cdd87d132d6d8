package vn.careflow.contact;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Which planned contacts are looked at again, and what gave rise to it.
 *
 * @param customerId those of one customer, null for everybody's
 * @param purpose those for one purpose, null for all
 * @param from those whose slot reaches beyond this moment, and the present
 * @param to those whose slot begins before this moment, null without an end
 */
public record Replan(@Nullable UUID customerId, @Nullable ContactPurpose purpose, @Nullable Instant from,
		@Nullable Instant to) {

	/** Rules or a calendar changed that everybody is planned by. */
	public static Replan everything() {
		return new Replan(null, null, null, null);
	}

	/** Only a stretch of time changed. */
	public static Replan between(Instant from, @Nullable Instant to) {
		return new Replan(null, null, from, to);
	}

	/** Something changed that advertising alone is bound by. */
	public static Replan advertising() {
		return new Replan(null, ContactPurpose.ADVERTISING, null, null);
	}

	/** Something changed about one customer. */
	public static Replan of(UUID customerId) {
		return new Replan(customerId, null, null, null);
	}

}
