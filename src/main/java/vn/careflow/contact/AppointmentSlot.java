package vn.careflow.contact;

import java.time.Instant;
import java.util.List;

/**
 * A time that an appointment could have.
 *
 * @param agentId who of us is free then
 * @param startsAt its start
 * @param endsAt its end, exclusive
 * @param broken the wishes that it would not fulfil
 */
public record AppointmentSlot(String agentId, Instant startsAt, Instant endsAt, List<AppointmentRefusal> broken) {
}
