package vn.careflow.staff;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A person who works here, as far as the distribution of work needs to know them. The id
 * is the person's user id in the engine too. All sets keep a stable order.
 *
 * @param id the user id
 * @param name the name shown to colleagues
 * @param email where the person is reached
 * @param roles what the person may do
 * @param teams ids of the teams the person belongs to
 * @param skills level (1 = beginner to 5 = expert) by skill id
 * @param languages language tags, such as {@code vi}
 * @param capacity how many work items may be open for a day
 * @param calendarName the calendar whose open hours are the person's shifts
 * @param employedFrom the first day of employment
 * @param employedUntil the first day after the employment, or null while no end is known
 * @param receiving whether new work may be given to the person
 * @param notReceivingReason why not, when not receiving
 */
public record Agent(String id, String name, String email, Set<Role> roles, Set<String> teams,
		Map<String, Integer> skills, Set<String> languages, int capacity, String calendarName, LocalDate employedFrom,
		@Nullable LocalDate employedUntil, boolean receiving, @Nullable String notReceivingReason) {

	/**
	 * Tells whether the person works here on a day.
	 * @param day the day asked about
	 * @return whether the day lies in [employedFrom, employedUntil)
	 */
	public boolean isEmployedOn(LocalDate day) {
		return !day.isBefore(this.employedFrom) && (this.employedUntil == null || day.isBefore(this.employedUntil));
	}

	/**
	 * Tells how well the person masters a skill.
	 * @param skillId the id of the skill
	 * @return the level from 1 to 5, or 0 without the skill
	 */
	public int levelOf(String skillId) {
		return this.skills.getOrDefault(skillId, 0);
	}

}
