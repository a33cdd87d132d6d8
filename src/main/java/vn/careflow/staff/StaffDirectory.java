package vn.careflow.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.careflow.calendar.BusinessCalendar;

/**
 * Everything known of the staff at one revision: an immutable picture that answers many
 * questions consistently and without reading anything. Get it from
 * {@link Staff#directory()} for each piece of work; do not keep it.
 */
public final class StaffDirectory {

	private final long revision;

	private final ZoneId zone;

	private final SortedMap<String, Agent> agents;

	private final SortedMap<String, Team> teams;

	private final Map<String, List<Absence>> absences;

	private final Map<String, BusinessCalendar> calendars;

	private final String organisationCalendar;

	private final SortedMap<String, String> skillNames;

	StaffDirectory(long revision, ZoneId zone, SortedMap<String, Agent> agents, SortedMap<String, Team> teams,
			Map<String, List<Absence>> absences, Map<String, BusinessCalendar> calendars, String organisationCalendar,
			SortedMap<String, String> skillNames) {
		this.revision = revision;
		this.zone = zone;
		this.agents = agents;
		this.teams = teams;
		this.absences = absences;
		this.calendars = calendars;
		this.organisationCalendar = organisationCalendar;
		this.skillNames = skillNames;
	}

	long revision() {
		return this.revision;
	}

	/**
	 * Finds a person.
	 * @param agentId a user id
	 * @return the person, or empty when unknown
	 */
	public Optional<Agent> find(String agentId) {
		return Optional.ofNullable(this.agents.get(agentId));
	}

	/**
	 * All people, those who have left included, by user id.
	 * @return the people
	 */
	public List<Agent> all() {
		return List.copyOf(this.agents.values());
	}

	/**
	 * Finds a team.
	 * @param teamId a team id
	 * @return the team, or empty when unknown
	 */
	public Optional<Team> team(String teamId) {
		return Optional.ofNullable(this.teams.get(teamId));
	}

	/**
	 * All teams, by id.
	 * @return the teams
	 */
	public List<Team> teams() {
		return List.copyOf(this.teams.values());
	}

	/**
	 * The people of a team, those who have left included, by user id.
	 * @param teamId a team id
	 * @return its people, none when the team is unknown
	 */
	public List<Agent> members(String teamId) {
		return this.agents.values().stream().filter((agent) -> agent.teams().contains(teamId)).toList();
	}

	/**
	 * Who leads a team.
	 * @param teamId a team id
	 * @return the lead, or empty while nobody is appointed or the team is unknown
	 */
	public Optional<Agent> leadOf(String teamId) {
		return team(teamId).map(Team::leadId).flatMap(this::find);
	}

	/**
	 * The managers employed on a day, by user id.
	 * @param day the day asked about
	 * @return the managers
	 */
	public List<Agent> managersOn(LocalDate day) {
		return this.agents.values()
			.stream()
			.filter((agent) -> agent.roles().contains(Role.MANAGER) && agent.isEmployedOn(day))
			.toList();
	}

	/**
	 * The absence that keeps a person away at a moment.
	 * @param agentId a user id
	 * @param at the moment
	 * @return the absence, or empty when the person is not absent
	 */
	public Optional<Absence> absenceOf(String agentId, Instant at) {
		return absencesOf(agentId).stream().filter((absence) -> absence.covers(at)).findFirst();
	}

	/**
	 * All absences of a person, past and coming, by start.
	 * @param agentId a user id
	 * @return the absences
	 */
	public List<Absence> absencesOf(String agentId) {
		return this.absences.getOrDefault(agentId, List.of());
	}

	/**
	 * Tells whether a person's shift runs at a moment, whatever else keeps them away.
	 * @param agent a person
	 * @param at the moment
	 * @return whether the person's calendar is open
	 */
	public boolean isOnShift(Agent agent, Instant at) {
		return calendar(agent.calendarName()).isOpen(at);
	}

	/**
	 * Tells whether a person can be reached for work at a moment: employed, receiving,
	 * not absent and on shift.
	 * @param agentId a user id
	 * @param at the moment
	 * @return whether all of it holds; false for an unknown person
	 */
	public boolean isOnDuty(String agentId, Instant at) {
		return find(agentId)
			.filter((agent) -> agent.isEmployedOn(at.atZone(this.zone).toLocalDate()) && agent.receiving()
					&& absenceOf(agentId, at).isEmpty() && isOnShift(agent, at))
			.isPresent();
	}

	/**
	 * When a person comes to work next: a shift begins, an absence ends within one, or
	 * the employment begins. Whether they receive work then does not matter.
	 * @param agentId a user id
	 * @param after the moment after which to look; a shift that began earlier is not
	 * meant
	 * @return the first such moment; empty for an unknown person, or when there is none
	 * before the employment ends or ever
	 */
	public Optional<Instant> nextShiftStart(String agentId, Instant after) {
		return find(agentId)
			.flatMap((agent) -> new ShiftStarts(agent, absencesOf(agentId), calendarOf(agent), this.zone).after(after));
	}

	/**
	 * Who stands in for an absent person at a moment: the substitute, or the substitute's
	 * substitute, and so on while they are absent too.
	 * @param agentId a user id
	 * @param at the moment
	 * @return the first person of the chain who is not absent; empty when the person is
	 * not absent or the chain ends without anybody
	 */
	public Optional<String> substituteOf(String agentId, Instant at) {
		Set<String> asked = new HashSet<>();
		String person = agentId;
		Optional<Absence> absence = absenceOf(person, at);
		while (absence.isPresent()) {
			@Nullable String next = absence.get().substituteId();
			if (next == null || !asked.add(person)) {
				return Optional.empty();
			}
			person = next;
			absence = absenceOf(person, at);
		}
		return person.equals(agentId) ? Optional.empty() : Optional.of(person);
	}

	/**
	 * Looks for a ring of substitutes: somebody who, at one and the same moment, would
	 * stand in for themselves.
	 * @param agentId who will be absent
	 * @param substituteId who shall stand in
	 * @param from the first moment of the absence
	 * @param to the first moment after it
	 * @return whether the chain from the substitute leads back to the absent person in
	 * some part of that time
	 */
	boolean closesRing(String agentId, String substituteId, Instant from, Instant to) {
		if (substituteId.equals(agentId)) {
			return true;
		}
		return absencesOf(substituteId).stream()
			.filter((absence) -> absence.substituteId() != null && absence.overlaps(from, to))
			.anyMatch((absence) -> closesRing(agentId, absence.substituteId(), later(from, absence.from()),
					earlier(to, absence.to())));
	}

	/**
	 * The skills that have a name, with it, by id.
	 * @return Vietnamese name by skill id
	 */
	public SortedMap<String, String> skills() {
		return this.skillNames;
	}

	/**
	 * Finds an absence.
	 * @param absenceId the identity of an absence
	 * @return the absence, or empty when it is not in the book (any more)
	 */
	public Optional<Absence> absence(UUID absenceId) {
		return this.absences.values()
			.stream()
			.flatMap(List::stream)
			.filter((absence) -> absence.id().equals(absenceId))
			.findFirst();
	}

	/**
	 * What people call a skill.
	 * @param skillId the id of a skill
	 * @return its Vietnamese name, or the id when it has none
	 */
	public String skillName(String skillId) {
		return this.skillNames.getOrDefault(skillId, skillId);
	}

	/**
	 * A calendar by its name.
	 * @param name the name
	 * @return the calendar
	 * @throws IllegalArgumentException when there is none of that name
	 */
	public BusinessCalendar calendar(String name) {
		BusinessCalendar calendar = this.calendars.get(name);
		if (calendar == null) {
			throw new IllegalArgumentException("No calendar named " + name + "; there are " + this.calendars.keySet());
		}
		return calendar;
	}

	/**
	 * The calendar by which the organisation works as a whole.
	 * @return the calendar
	 */
	public BusinessCalendar organisationCalendar() {
		return calendar(this.organisationCalendar);
	}

	/**
	 * The calendar by which a team works: its own, or the organisation's.
	 * @param teamId a team id
	 * @return the calendar; the organisation's for an unknown team
	 */
	public BusinessCalendar calendarOf(String teamId) {
		return team(teamId).map(Team::calendarName).map(this::calendar).orElseGet(this::organisationCalendar);
	}

	/**
	 * The calendar by which a person works.
	 * @param agent a person
	 * @return the calendar
	 */
	public BusinessCalendar calendarOf(Agent agent) {
		return calendar(agent.calendarName());
	}

	/**
	 * The names of all calendars, in order.
	 * @return the names
	 */
	public List<String> calendarNames() {
		return this.calendars.keySet().stream().sorted(Comparator.naturalOrder()).toList();
	}

	/**
	 * The zone in which days of employment are counted.
	 * @return the zone
	 */
	public ZoneId zone() {
		return this.zone;
	}

	private static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

	private static Instant earlier(Instant one, Instant other) {
		return one.isBefore(other) ? one : other;
	}

}
