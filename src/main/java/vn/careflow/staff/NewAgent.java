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
 * @param products what the person serves; empty for everything
 * @param customerGroups the groups of customers whom the person serves, of
 * {@link #CUSTOMER_GROUPS}; empty for all
 * @param capacity how many points of work a day the person takes, 0 or more
 * @param calendarName the calendar whose open hours are the person's shifts
 * @param employedFrom the first day of employment
 * @param employedUntil the first day after the employment, or null while no end is known
 */
public record NewAgent(String id, String name, String email, Set<Role> roles, SortedSet<String> teams,
		SortedMap<String, Integer> skills, SortedSet<String> languages, SortedSet<String> products,
		SortedSet<String> customerGroups, int capacity, String calendarName, LocalDate employedFrom,
		@Nullable LocalDate employedUntil) {

	/**
	 * The groups that a customer can be in.
	 */
	public static final Set<String> CUSTOMER_GROUPS = Set.of("SPECIAL", "LARGE", "SMALL");

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
		require(CUSTOMER_GROUPS.containsAll(customerGroups), "Not only customer groups: " + customerGroups);
		require(products.stream().noneMatch(String::isBlank), "A product without a name: " + id);
		roles = Set.copyOf(roles);
		teams = Collections.unmodifiableSortedSet(new TreeSet<>(teams));
		skills = Collections.unmodifiableSortedMap(new TreeMap<>(skills));
		languages = Collections.unmodifiableSortedSet(new TreeSet<>(languages));
		products = Collections.unmodifiableSortedSet(new TreeSet<>(products));
		customerGroups = Collections.unmodifiableSortedSet(new TreeSet<>(customerGroups));
	}

	/**
	 * Describes an agent with the usual: role agent, Vietnamese, 20 points a day, hours
	 * of the calendar {@code service}, all products and customers, no team and no skill
	 * yet.
	 * @param id the user id
	 * @param name the name shown to colleagues
	 * @param email where the person is reached
	 * @param employedFrom the first day of employment
	 * @return the description, to be refined
	 */
	public static NewAgent named(String id, String name, String email, LocalDate employedFrom) {
		return new NewAgent(id, name, email, Set.of(Role.AGENT), new TreeSet<>(), new TreeMap<>(),
				new TreeSet<>(Set.of("vi")), new TreeSet<>(), new TreeSet<>(), DEFAULT_CAPACITY, "service",
				employedFrom, null);
	}

	/**
	 * The same person with exactly these roles.
	 * @param roles what the person may do
	 * @return the refined description
	 */
	public NewAgent withRoles(Role... roles) {
		return new NewAgent(this.id, this.name, this.email, Set.of(roles), this.teams, this.skills, this.languages,
				this.products, this.customerGroups, this.capacity, this.calendarName, this.employedFrom,
				this.employedUntil);
	}

	/**
	 * The same person in exactly these teams.
	 * @param teamIds ids of teams
	 * @return the refined description
	 */
	public NewAgent inTeams(String... teamIds) {
		return new NewAgent(this.id, this.name, this.email, this.roles, new TreeSet<>(Set.of(teamIds)), this.skills,
				this.languages, this.products, this.customerGroups, this.capacity, this.calendarName, this.employedFrom,
				this.employedUntil);
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
		return new NewAgent(this.id, this.name, this.email, this.roles, this.teams, more, this.languages, this.products,
				this.customerGroups, this.capacity, this.calendarName, this.employedFrom, this.employedUntil);
	}

	/**
	 * The same person speaking exactly these languages.
	 * @param languageTags language tags, such as {@code vi} and {@code en}
	 * @return the refined description
	 */
	public NewAgent speaking(String... languageTags) {
		return new NewAgent(this.id, this.name, this.email, this.roles, this.teams, this.skills,
				new TreeSet<>(Set.of(languageTags)), this.products, this.customerGroups, this.capacity,
				this.calendarName, this.employedFrom, this.employedUntil);
	}

	/**
	 * The same person serving exactly these products.
	 * @param products as requests and opportunities name them; none for everything
	 * @return the refined description
	 */
	public NewAgent servingProducts(String... products) {
		return new NewAgent(this.id, this.name, this.email, this.roles, this.teams, this.skills, this.languages,
				new TreeSet<>(Set.of(products)), this.customerGroups, this.capacity, this.calendarName,
				this.employedFrom, this.employedUntil);
	}

	/**
	 * The same person serving exactly these groups of customers.
	 * @param groups of {@link #CUSTOMER_GROUPS}; none for all
	 * @return the refined description
	 */
	public NewAgent servingGroups(String... groups) {
		return new NewAgent(this.id, this.name, this.email, this.roles, this.teams, this.skills, this.languages,
				this.products, new TreeSet<>(Set.of(groups)), this.capacity, this.calendarName, this.employedFrom,
				this.employedUntil);
	}

	/**
	 * The same person with another capacity.
	 * @param pointsADay how many points of work a day the person takes
	 * @return the refined description
	 */
	public NewAgent withCapacity(int pointsADay) {
		return new NewAgent(this.id, this.name, this.email, this.roles, this.teams, this.skills, this.languages,
				this.products, this.customerGroups, pointsADay, this.calendarName, this.employedFrom,
				this.employedUntil);
	}

	/**
	 * The same person with other hours.
	 * @param name the name of a business calendar
	 * @return the refined description
	 */
	public NewAgent workingBy(String name) {
		return new NewAgent(this.id, this.name, this.email, this.roles, this.teams, this.skills, this.languages,
				this.products, this.customerGroups, this.capacity, name, this.employedFrom, this.employedUntil);
	}

	/**
	 * The same person with an end of employment.
	 * @param firstDayAfter the first day on which the person no longer works here
	 * @return the refined description
	 */
	public NewAgent employedUntil(LocalDate firstDayAfter) {
		return new NewAgent(this.id, this.name, this.email, this.roles, this.teams, this.skills, this.languages,
				this.products, this.customerGroups, this.capacity, this.calendarName, this.employedFrom, firstDayAfter);
	}

	/**
	 * The same person with another employment.
	 * @param from the first day of employment
	 * @param until the first day after it, or null while no end is known
	 * @return the refined description
	 */
	public NewAgent employed(LocalDate from, @Nullable LocalDate until) {
		return new NewAgent(this.id, this.name, this.email, this.roles, this.teams, this.skills, this.languages,
				this.products, this.customerGroups, this.capacity, this.calendarName, from, until);
	}

	/**
	 * Describes a person as they are known, to be refined.
	 * @param agent the person
	 * @return the description
	 */
	public static NewAgent of(Agent agent) {
		return new NewAgent(agent.id(), agent.name(), agent.email(), agent.roles(), new TreeSet<>(agent.teams()),
				new TreeMap<>(agent.skills()), new TreeSet<>(agent.languages()), new TreeSet<>(agent.products()),
				new TreeSet<>(agent.customerGroups()), agent.capacity(), agent.calendarName(), agent.employedFrom(),
				agent.employedUntil());
	}

	boolean isEmployedOn(LocalDate day) {
		return !day.isBefore(this.employedFrom) && (this.employedUntil == null || day.isBefore(this.employedUntil));
	}

	private static void require(boolean holds, String otherwise) {
		if (!holds) {
			throw new IllegalArgumentException(otherwise);
		}
	}

}
