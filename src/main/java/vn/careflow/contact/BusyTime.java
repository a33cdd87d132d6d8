package vn.careflow.contact;

import java.time.Instant;
import java.util.UUID;

/**
 * Time that a person has given away.
 *
 * @param appointmentId to which appointment
 * @param person whom it binds, as {@link AppointmentStore} calls them
 * @param from from when, the way there included
 * @param to until when, the way back included, exclusive
 */
public record BusyTime(UUID appointmentId, String person, Instant from, Instant to) {
}
