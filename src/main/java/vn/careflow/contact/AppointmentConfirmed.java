package vn.careflow.contact;

import java.util.UUID;

/**
 * An appointment will take place.
 *
 * @param appointmentId the appointment
 * @param customerId with whom
 */
public record AppointmentConfirmed(UUID appointmentId, UUID customerId) {
}
