package vn.careflow.customer;

import org.jspecify.annotations.Nullable;

/**
 * Which customers to list; null means any.
 *
 * @param text words of the name with or without diacritics, or a customer number, phone,
 * e-mail or external id, or the last digits of a phone
 * @param lifecycle where they stand
 * @param group the care group
 * @param potential how likely they buy
 * @param ownerId the agent responsible
 */
public record CustomerSearch(@Nullable String text, @Nullable Lifecycle lifecycle, @Nullable CustomerGroup group,
		@Nullable Potential potential, @Nullable String ownerId) {

	/** Everybody. */
	public static final CustomerSearch ALL = new CustomerSearch(null, null, null, null, null);

}
