package vn.careflow.contact;

import java.util.UUID;

/**
 * A confirmed appointment got another time or another agent.
 *
 * @param appointmentId the appointment
 * @param customerId with whom
 */
public record AppointmentMoved(UUID appointmentId, UUID customerId) {
}
