package vn.careflow.staff;

import org.jspecify.annotations.Nullable;

/**
 * People who share a queue of work and a lead; a group of the engine with the same id.
 *
 * @param id the id, lower case
 * @param name the name shown to people
 * @param leadId the user id of the agent who leads it, or null while nobody does
 * @param calendarName the calendar by which it works, or null for the organisation's
 */
public record Team(String id, String name, @Nullable String leadId, @Nullable String calendarName) {
}
