package vn.careflow.contact;

import java.time.Duration;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * How much time lies between two contacts with one customer, whatever they are for.
 *
 * @param code what refusals name
 * @param purpose of the contact that has to wait
 * @param gap how much time, half-open
 * @param label what people call it
 * @param source where it is written
 * @param validFrom first day
 * @param validTo first day no longer, null while no end is known
 */
record BufferRule(String code, ContactPurpose purpose, Duration gap, String label, String source, LocalDate validFrom,
		@Nullable LocalDate validTo) {

	boolean holds(ContactPurpose asked, LocalDate day) {
		return this.purpose == asked && !day.isBefore(this.validFrom)
				&& (this.validTo == null || day.isBefore(this.validTo));
	}

}
