package vn.careflow.staff;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What has to be known of a person before they can work here. Start from
 * {@link #named(String, String, String, LocalDate)} and add what differs.
 *
 * @param id the user id, also in the engine: lower-case letters, digits, dot, dash and
 * underscore, at most 64 characters
 * @param name the name shown to colleagues
 * @param email where the person is reached
 * @param roles what the person may do
 * @param teams ids of the teams the person belongs to
 * @param skills level (1 = beginner to 5 = expert) by skill id
 * @param languages language tags, such as {@code vi}
 * @param capacity how many work items may be open for a day, 0 or more
 * @param calendarName the calendar whose open hours are the person's shifts
 * @param employedFrom the first day of employment
 * @param employedUntil the first day after the employment, or null while no end is known
 */
public record NewAgent(String id, String name, String email, Set<Role> roles, SortedSet<String> teams,
		SortedMap<String, Integer> skills, SortedSet<String> languages, int capacity, String calendarName,
		LocalDate employedFrom, @Nullable LocalDate employedUntil) {

	private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

	private static final int DEFAULT_CAPACITY = 20;

	public NewAgent {
		require(ID.matcher(id).matches(), "Not a user id: " + id);
		require(!name.isBlank(), "Agent without a name: " + id);
		require(email.contains("@"), "Agent without an e-mail address: " + id);
		require(capacity >= 0, "Negative capacity: " + id);
		require(employedUntil == null || employedUntil.isAfter(employedFrom),
				"Employment ends before it starts: " + id);
		require(skills.values().stream().allMatch((level) -> level >= 1 && level <= 5),
				"A skill level is not between 1 and 5: " + id);
		roles = Set.copyOf(roles);
		teams = Collections.unmodifiableSortedSet(new TreeSet<>(teams));
		skills = Collections.unmodifiableSortedMap(new TreeMap<>(skills));
		languages = Collections.unmodifiableSortedSet(new TreeSet<>(languages));
	}

	/**
	 * Describes an agent with the usual: role agent, Vietnamese, 20 open items a day,
	 * hours of the calendar {@code service}, no team and no skill yet.
	 * @param id the user id
	 * @param name the name shown to colleagues
	 * @param email where the person is reached
	 * @param employedFrom the first day of employment
	 * @return the description, to be refined
	 */
	public static NewAgent named(String id, String name, String email, LocalDate employedFrom) {
		return new NewAgent(id, name, email, Set.of(Role.AGENT), new TreeSet<>(), new TreeMap<>(),
				new TreeSet<>(Set.of("vi")), DEFAULT_CAPACITY, "service", employedFrom, null);
	}

	/**
	 * The same person with exactly these roles.
	 * @param roles what the person may do
	 * @return the refined description
	 */
	public NewAgent withRoles(Role... roles) {
		return new NewAgent(this.id, this.name, this.email, Set.of(roles), this.teams, this.skills, this.languages,
				this.capacity, this.calendarName, this.employedFrom, this.employedUntil);
	}

	/**
	 * The same person in exactly these teams.
	 * @param teamIds ids of teams
	 * @return the refined description
	 */
	public NewAgent inTeams(String... teamIds) {
		return new NewAgent(this.id, this.name, this.email, this.roles, new TreeSet<>(Set.of(teamIds)), this.skills,
				this.languages, this.capacity, this.calendarName, this.employedFrom, this.employedUntil);
	}

	/**
	 * The same person with one skill more.
	 * @param skillId the id of the skill
	 * @param level from 1 (beginner) to 5 (expert)
	 * @return the refined description
	 */
	public NewAgent skilled(String skillId, int level) {
		SortedMap<String, Integer> more = new TreeMap<>(this.skills);
		more.put(skillId, level);
		return new NewAgent(this.id, this.name, this.email, this.roles, this.teams, more, this.languages, this.capacity,
				this.calendarName, this.employedFrom, this.employedUntil);
	}

	/**
	 * The same person speaking exactly these languages.
	 * @param languageTags language tags, such as {@code vi} and {@code en}
	 * @return the refined description
	 */
	public NewAgent speaking(String... languageTags) {
		return new NewAgent(this.id, this.name, this.email, this.roles, this.teams, this.skills,
				new TreeSet<>(Set.of(languageTags)), this.capacity, this.calendarName, this.employedFrom,
				this.employedUntil);
	}

	/**
	 * The same person with another capacity.
	 * @param openItemsADay how many work items may be open for a day
	 * @return the refined description
	 */
	public NewAgent withCapacity(int openItemsADay) {
		return new NewAgent(this.id, this.name, this.email, this.roles, this.teams, this.skills, this.languages,
				openItemsADay, this.calendarName, this.employedFrom, this.employedUntil);
	}

	/**
	 * The same person with other hours.
	 * @param name the name of a business calendar
	 * @return the refined description
	 */
	public NewAgent workingBy(String name) {
		return new NewAgent(this.id, this.name, this.email, this.roles, this.teams, this.skills, this.languages,
				this.capacity, name, this.employedFrom, this.employedUntil);
	}

	/**
	 * The same person with an end of employment.
	 * @param firstDayAfter the first day on which the person no longer works here
	 * @return the refined description
	 */
	public NewAgent employedUntil(LocalDate firstDayAfter) {
		return new NewAgent(this.id, this.name, this.email, this.roles, this.teams, this.skills, this.languages,
				this.capacity, this.calendarName, this.employedFrom, firstDayAfter);
	}

	private static void require(boolean holds, String otherwise) {
		if (!holds) {
			throw new IllegalArgumentException(otherwise);
		}
	}

}
