package vn.careflow.contact;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What a customer told us beyond the record that all rooms share: what they do not want
 * by some channel, and hours they prefer by channel and day.
 *
 * @param optOuts what they refuse
 * @param preferred when they like to be contacted
 */
record CustomerWishes(List<OptOut> optOuts, List<PreferredHours> preferred) {

	static final CustomerWishes NONE = new CustomerWishes(List.of(), List.of());

	Optional<OptOut> refusing(ContactPurpose purpose, ContactChannel channel) {
		return this.optOuts.stream().filter((optOut) -> optOut.covers(purpose, channel)).findFirst();
	}

	/**
	 * The hours for a channel; those said for the channel itself outrank the general
	 * ones.
	 */
	List<PreferredHours> hoursFor(ContactChannel channel) {
		List<PreferredHours> own = this.preferred.stream().filter((hours) -> hours.channel() == channel).toList();
		return own.isEmpty() ? this.preferred.stream().filter((hours) -> hours.channel() == null).toList() : own;
	}

	/**
	 * A customer's no.
	 *
	 * @param purpose to what, null for everything
	 * @param channel by which channel, null for all
	 */
	record OptOut(@Nullable ContactPurpose purpose, @Nullable ContactChannel channel) {

		boolean covers(ContactPurpose asked, ContactChannel by) {
			return (this.purpose == null || this.purpose == asked) && (this.channel == null || this.channel == by);
		}

	}

}
