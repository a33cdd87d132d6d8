package vn.careflow.staff;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.careflow.staff.AbsenceEntry.Entered;

/**
 * Answers who works here, who can be reached for work at a moment, and takes changes of
 * it. Reads come from memory, checked against the database by one small query each; ask
 * for the {@link #directory()} when one piece of work has several questions.
 */
@Service
public class Staff {

	private final StaffDirectories directories;

	private final StaffTables tables;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Staff(StaffDirectories directories, StaffTables tables, ApplicationEventPublisher events, Clock clock) {
		this.directories = directories;
		this.tables = tables;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Everything known of the staff as committed now, with the own transaction's changes.
	 * @return an immutable picture for one piece of work
	 */
	public StaffDirectory directory() {
		return this.directories.current();
	}

	/**
	 * Finds a person.
	 * @param agentId a user id
	 * @return the person, or empty when unknown
	 */
	public Optional<Agent> find(String agentId) {
		return directory().find(agentId);
	}

	/**
	 * A person who must be known.
	 * @param agentId a user id
	 * @return the person
	 * @throws NoSuchElementException when unknown
	 */
	public Agent get(String agentId) {
		return find(agentId).orElseThrow(() -> new NoSuchElementException("No agent " + agentId));
	}

	/**
	 * All people, those who have left included, by user id.
	 * @return the people
	 */
	public List<Agent> all() {
		return directory().all();
	}

	/**
	 * All teams, by id.
	 * @return the teams
	 */
	public List<Team> teams() {
		return directory().teams();
	}

	/**
	 * The people of a team, by user id.
	 * @param teamId a team id
	 * @return its people, none when the team is unknown
	 */
	public List<Agent> members(String teamId) {
		return directory().members(teamId);
	}

	/**
	 * Who leads a team.
	 * @param teamId a team id
	 * @return the lead, or empty while nobody is appointed
	 */
	public Optional<Agent> leadOf(String teamId) {
		return directory().leadOf(teamId);
	}

	/**
	 * The managers employed today, by user id.
	 * @return the managers
	 */
	public List<Agent> managers() {
		return directory().managersOn(LocalDate.now(this.clock));
	}

	/**
	 * Tells whether a person can be reached for work at a moment: employed, receiving,
	 * not absent and on shift.
	 * @param agentId a user id
	 * @param at the moment
	 * @return whether all of it holds; false for an unknown person
	 */
	public boolean isOnDuty(String agentId, Instant at) {
		return directory().isOnDuty(agentId, at);
	}

	/**
	 * Registers a person and publishes {@link AgentRegistered}. A person who is known
	 * already stays as they are, so that starting twice registers nobody twice.
	 * @param agent who starts
	 * @return the person as known now
	 * @throws IllegalArgumentException when a team or the calendar is unknown
	 */
	@Transactional
	public Agent register(NewAgent agent) {
		return this.directories.<Optional<Agent>>change((staff) -> {
			Optional<Agent> known = staff.find(agent.id());
			if (known.isEmpty()) {
				requireReferences(agent, staff);
				this.tables.insert(agent);
			}
			return known;
		}).orElseGet(() -> {
			this.events.publishEvent(new AgentRegistered(agent.id()));
			return get(agent.id());
		});
	}

	/**
	 * Replaces what is known of a person and publishes {@link AgentChanged}; absences and
	 * whether they receive work stay.
	 * @param agent the person as they shall be known
	 * @return the person as known now
	 * @throws NoSuchElementException when the person is unknown
	 * @throws IllegalArgumentException when a team or the calendar is unknown
	 */
	@Transactional
	public Agent change(NewAgent agent) {
		return changed(agent.id(), (staff) -> {
			requireReferences(agent, staff);
			this.tables.update(agent);
		});
	}

	/**
	 * Registers a team and publishes {@link TeamRegistered}; a known team stays as it is.
	 * @param team the team
	 * @return the team as known now
	 */
	@Transactional
	public Team registerTeam(NewTeam team) {
		return this.directories.<Optional<Team>>change((staff) -> {
			Optional<Team> known = staff.team(team.id());
			if (known.isEmpty()) {
				this.tables.insert(team);
			}
			return known;
		}).orElseGet(() -> {
			this.events.publishEvent(new TeamRegistered(team.id()));
			return directory().team(team.id()).orElseThrow();
		});
	}

	/**
	 * Appoints the lead of a team.
	 * @param teamId the team
	 * @param agentId who leads it from now on
	 * @throws NoSuchElementException when the team or the person is unknown
	 */
	@Transactional
	public void appointLead(String teamId, String agentId) {
		this.directories.change((staff) -> {
			staff.team(teamId).orElseThrow(() -> new NoSuchElementException("No team " + teamId));
			staff.find(agentId).orElseThrow(() -> new NoSuchElementException("No agent " + agentId));
			this.tables.updateLead(teamId, agentId);
			return teamId;
		});
	}

	/**
	 * Gives a team a calendar to work by.
	 * @param teamId the team
	 * @param calendarName its calendar, or null for the organisation's
	 * @throws NoSuchElementException when the team is unknown
	 * @throws IllegalArgumentException when the calendar is unknown
	 */
	@Transactional
	public void workBy(String teamId, @Nullable String calendarName) {
		this.directories.change((staff) -> {
			staff.team(teamId).orElseThrow(() -> new NoSuchElementException("No team " + teamId));
			if (calendarName != null) {
				staff.calendar(calendarName);
			}
			this.tables.updateTeamCalendar(teamId, calendarName);
			return teamId;
		});
	}

	/**
	 * Gives a person a calendar to work by and publishes {@link AgentChanged}.
	 * @param agentId the person
	 * @param calendarName the person's calendar
	 * @return the person as known now
	 * @throws NoSuchElementException when the person is unknown
	 * @throws IllegalArgumentException when the calendar is unknown
	 */
	@Transactional
	public Agent giveCalendar(String agentId, String calendarName) {
		return changed(agentId, (staff) -> {
			staff.calendar(calendarName);
			this.tables.updateAgentCalendar(agentId, calendarName);
		});
	}

	/**
	 * Gives a skill the name that people call it by.
	 * @param skillId the id that rules and models use
	 * @param name the Vietnamese name
	 */
	@Transactional
	public void nameSkill(String skillId, String name) {
		this.directories.change((staff) -> {
			if (staff.skillName(skillId).equals(skillId)) {
				this.tables.insertSkill(skillId, name);
			}
			else {
				this.tables.updateSkill(skillId, name);
			}
			return skillId;
		});
	}

	/**
	 * Lets a person receive new work again and publishes {@link AgentChanged}.
	 * @param agentId the person
	 * @return the person as known now
	 * @throws NoSuchElementException when the person is unknown
	 */
	@Transactional
	public Agent startReceiving(String agentId) {
		return changed(agentId, (staff) -> this.tables.updateReceiving(agentId, true, Optional.empty()));
	}

	/**
	 * Keeps new work away from a person and publishes {@link AgentChanged}; what they
	 * have they keep.
	 * @param agentId the person
	 * @param reason why, for the lead, at most 500 characters
	 * @return the person as known now
	 * @throws NoSuchElementException when the person is unknown
	 */
	@Transactional
	public Agent stopReceiving(String agentId, String reason) {
		return changed(agentId, (staff) -> this.tables.updateReceiving(agentId, false, Optional.of(reason)));
	}

	/**
	 * Enters an absence and publishes {@link AgentChanged}, or refuses it with a reason.
	 * @param absence what is wanted; an id already entered is answered with what is kept
	 * @return the absence as kept, or why it was refused
	 * @throws NoSuchElementException when the person is unknown
	 */
	@Transactional
	public AbsenceEntry enterAbsence(NewAbsence absence) {
		AbsenceEntry entry = this.directories.change((staff) -> {
			staff.find(absence.agentId())
				.orElseThrow(() -> new NoSuchElementException("No agent " + absence.agentId()));
			return staff.absencesOf(absence.agentId())
				.stream()
				.filter((known) -> known.id().equals(absence.id()))
				.<AbsenceEntry>map(Entered::new)
				.findFirst()
				.orElseGet(() -> enter(absence, staff));
		});
		if (entry instanceof Entered) {
			this.events.publishEvent(new AgentChanged(absence.agentId()));
		}
		return entry;
	}

	private AbsenceEntry enter(NewAbsence wanted, StaffDirectory staff) {
		Optional<AbsenceEntry.Refused> refusal = AbsencePolicy.refusalOf(wanted, staff);
		if (refusal.isPresent()) {
			return refusal.get();
		}
		Absence absence = new Absence(wanted.id(), wanted.agentId(), wanted.from(), wanted.to(), wanted.substituteId(),
				wanted.reason());
		this.tables.hold(wanted.agentId());
		this.tables.insert(absence);
		return new Entered(absence);
	}

	/**
	 * Takes an absence out of the book and publishes {@link AgentChanged}.
	 * @param agentId the person
	 * @param absenceId the absence; an unknown one is left alone
	 * @throws NoSuchElementException when the person is unknown
	 */
	@Transactional
	public void cancelAbsence(String agentId, UUID absenceId) {
		changed(agentId, (staff) -> this.tables.deleteAbsence(agentId, absenceId));
	}

	/**
	 * Holds a person's record until the end of the transaction without ever waiting for
	 * it: while it is held nobody else can give them work or change their absences and
	 * whether they receive work. Read the {@link #directory()} again afterwards.
	 * @param agentId the person
	 * @return whether it is held now; false when another transaction holds it or the
	 * person is unknown
	 */
	@Transactional
	public boolean tryHold(String agentId) {
		return this.tables.tryHold(agentId);
	}

	private Agent changed(String agentId, Consumer<StaffDirectory> change) {
		this.directories.change((staff) -> {
			staff.find(agentId).orElseThrow(() -> new NoSuchElementException("No agent " + agentId));
			this.tables.hold(agentId);
			change.accept(staff);
			return agentId;
		});
		this.events.publishEvent(new AgentChanged(agentId));
		return get(agentId);
	}

	private static void requireReferences(NewAgent agent, StaffDirectory staff) {
		staff.calendar(agent.calendarName());
		agent.teams().stream().filter((teamId) -> staff.team(teamId).isEmpty()).findFirst().ifPresent((teamId) -> {
			throw new IllegalArgumentException("Agent " + agent.id() + " is in unknown team " + teamId);
		});
	}

}
