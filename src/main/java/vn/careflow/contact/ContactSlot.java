package vn.careflow.contact;

import java.time.Instant;

/**
 * A time at which a contact is permitted.
 *
 * @param at from when
 * @param dueAt until when: the end of the day's hours for this contact, exclusive
 * @param remindAt when the agent is reminded of it
 */
public record ContactSlot(Instant at, Instant dueAt, Instant remindAt) {
}
