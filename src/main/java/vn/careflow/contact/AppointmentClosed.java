package vn.careflow.contact;

import java.util.UUID;

/**
 * A confirmed appointment took place, did not, or was called off.
 *
 * @param appointmentId the appointment
 * @param customerId with whom
 * @param state where it stands now
 */
public record AppointmentClosed(UUID appointmentId, UUID customerId, AppointmentState state) {
}
