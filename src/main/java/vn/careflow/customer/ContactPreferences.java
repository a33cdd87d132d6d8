package vn.careflow.customer;

import java.time.LocalTime;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

/**
 * How and when the customer wishes to be contacted.
 *
 * @param channel the channel they prefer, null when they did not say
 * @param from start of the hours they prefer, inclusive, in their zone; null with
 * {@code until}
 * @param until end of these hours, exclusive
 * @param zone where they live, null when it is the zone of the business
 * @param language ISO 639-1 code
 * @param doNotCall on the do-not-call register, or asked never to be called
 */
public record ContactPreferences(@Nullable PreferredChannel channel, @Nullable LocalTime from,
		@Nullable LocalTime until, @Nullable ZoneId zone, String language, boolean doNotCall) {

	/** Nothing asked for: any permitted hour, in Vietnamese. */
	public static final ContactPreferences NONE = new ContactPreferences(null, null, null, null, "vi", false);

	public ContactPreferences {
		if ((from == null) != (until == null)) {
			throw new IllegalArgumentException("Preferred hours need a start and an end");
		}
		if (from != null && !from.isBefore(until)) {
			throw new IllegalArgumentException("Preferred hours must start before they end");
		}
		if (!language.matches("[a-z]{2}")) {
			throw new IllegalArgumentException("Language must be an ISO 639-1 code");
		}
	}

}
