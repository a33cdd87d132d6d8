package vn.careflow.contact;

import java.time.Duration;
import java.time.Instant;

import vn.careflow.calendar.CareDuration;

/**
 * A kind of appointment: data, because each business has its own.
 *
 * @param code what forms and REST call it
 * @param name what people call it
 * @param channel whose rules say when the customer may be asked for it
 * @param place where it takes place
 * @param length how long it takes, in steps of five minutes
 * @param before how long the agent is on the way there
 * @param after how long the agent is on the way back
 * @param remindAgent how long before it the agent is reminded, by the agent's calendar
 * @param remindCustomer how long before it the customer is reminded, by the same
 * @param active whether new ones may be made
 */
public record AppointmentKind(String code, String name, ContactChannel channel, AppointmentPlace place, Duration length,
		Duration before, Duration after, CareDuration remindAgent, CareDuration remindCustomer, boolean active) {

	/** The smallest part of time that is given away. */
	static final Duration STEP = Duration.ofMinutes(5);

	private static final Duration LONGEST = Duration.ofHours(12);

	public AppointmentKind {
		if (length.isZero()) {
			throw new IllegalArgumentException("An appointment takes some time");
		}
		requireSteps(length);
		requireSteps(before);
		requireSteps(after);
	}

	private static void requireSteps(Duration time) {
		if (time.isNegative() || time.compareTo(LONGEST) > 0 || time.toSeconds() % STEP.toSeconds() != 0) {
			throw new IllegalArgumentException("Appointments count in steps of 5 minutes up to 12 hours, not " + time);
		}
	}

	AppointmentTime at(Instant start) {
		Instant end = start.plus(this.length);
		return new AppointmentTime(start, end, start.minus(this.before), end.plus(this.after));
	}

}
