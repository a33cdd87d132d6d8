package vn.careflow.contact;

import java.util.List;

/**
 * The answer to "when could we meet?".
 *
 * @param slots the free times, the best first
 * @param refused the times before and between them that cannot be had, with the reason
 */
public record AppointmentSlots(List<AppointmentSlot> slots, List<AppointmentRefusal> refused) {
}
