package vn.careflow.servicelevel;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import vn.careflow.calendar.CareDuration;

/**
 * One line of a clock's ledger.
 *
 * @param type what happened
 * @param at when
 * @param target the target from then on, for STARTED and TARGET_CHANGED
 * @param calendarName the calendar from then on, for STARTED and TARGET_CHANGED
 * @param cause why
 * @param actorId who did it, null when the product did
 */
record ClockEntry(Type type, Instant at, @Nullable CareDuration target, @Nullable String calendarName,
		@Nullable String cause, @Nullable String actorId) {

	static ClockEntry of(Type type, Instant at, @Nullable String cause) {
		return new ClockEntry(type, at, null, null, cause, null);
	}

	ClockEntry notBefore(Instant earliest) {
		return this.at.isBefore(earliest)
				? new ClockEntry(this.type, earliest, this.target, this.calendarName, this.cause, this.actorId) : this;
	}

	ClockEntry by(@Nullable String actorId) {
		return new ClockEntry(this.type, this.at, this.target, this.calendarName, this.cause, actorId);
	}

	enum Type {

		STARTED, PAUSED, RESUMED, TARGET_CHANGED, MET, BREACHED, CANCELLED

	}

}
