package vn.careflow.contact;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Something that was done to an appointment.
 *
 * @param kind HELD, CONFIRMED, MOVED, HANDED_OVER, DONE, NO_SHOW, CANCELLED or EXPIRED
 * @param at when
 * @param by who did it
 * @param agentId who of us had the appointment from then on
 * @param startsAt which time it had from then on
 * @param reason why, null when nobody said
 */
public record AppointmentChange(String kind, Instant at, String by, String agentId, Instant startsAt,
		@Nullable String reason) {
}
