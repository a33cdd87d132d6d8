package vn.careflow.contact;

import java.time.Instant;

/**
 * The time that an appointment takes: of the customer from its start to its end, of the
 * agent with the way there and back. Half-open.
 *
 * @param start when it begins
 * @param end when it ends
 * @param busyFrom when the agent leaves for it
 * @param busyTo when the agent is back
 */
record AppointmentTime(Instant start, Instant end, Instant busyFrom, Instant busyTo) {
}
