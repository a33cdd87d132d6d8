package vn.careflow.contact;

import java.time.Duration;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * At most so many contacts to one number within so much time.
 *
 * @param code what refusals name
 * @param atMost how many
 * @param within the length of the stretch, half-open
 * @param label what people call it
 * @param source where it is written
 * @param validFrom first day
 * @param validTo first day no longer, null while no end is known
 */
record QuotaRule(String code, ContactPurpose purpose, ContactChannel channel, int atMost, Duration within, String label,
		String source, LocalDate validFrom, @Nullable LocalDate validTo) {

	boolean holds(ContactPurpose purpose, ContactChannel channel, LocalDate day) {
		return this.purpose == purpose && this.channel == channel && !day.isBefore(this.validFrom)
				&& (this.validTo == null || day.isBefore(this.validTo));
	}

}
