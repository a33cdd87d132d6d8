package vn.careflow.contact;

import java.time.Duration;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import vn.careflow.calendar.TimeRange;

/**
 * Hours of the customer's day within which a contact is permitted, or better avoided.
 *
 * @param code what refusals name
 * @param strength whether it binds or is weighed
 * @param hours the hours
 * @param worth how long a contact waits rather than break it, for AVOID
 * @param label what people call it
 * @param source where it is written
 * @param validFrom first day
 * @param validTo first day no longer, null while no end is known
 */
record WindowRule(String code, ContactPurpose purpose, ContactChannel channel, Strength strength, TimeRange hours,
		Duration worth, String label, String source, LocalDate validFrom, @Nullable LocalDate validTo) {

	boolean holds(ContactPurpose purpose, ContactChannel channel, LocalDate day) {
		return this.purpose == purpose && this.channel == channel && !day.isBefore(this.validFrom)
				&& (this.validTo == null || day.isBefore(this.validTo));
	}

	enum Strength {

		PERMIT, AVOID

	}

}
