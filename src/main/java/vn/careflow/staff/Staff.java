package vn.careflow.staff;

import java.time.Clock;
import java.time.Duration;
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

	/** An absence that ends the moment it begins was one all the same. */
	private static final Duration SHORTEST = Duration.ofMillis(1);

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
		return directory().managersOn(today());
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
	 * When a person comes to work next, see
	 * {@link StaffDirectory#nextShiftStart(String, Instant)}.
	 * @param agentId a user id
	 * @param after the moment after which to look
	 * @return the first moment at which a shift, the employment or the time after an
	 * absence begins; empty when there is none or the person is unknown
	 */
	public Optional<Instant> nextShiftStart(String agentId, Instant after) {
		return directory().nextShiftStart(agentId, after);
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
				this.tables.insert(agent, today());
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
			this.tables.update(agent, today());
		});
	}

	/**
	 * Changes when a person works here and publishes {@link AgentChanged}. When the day
	 * comes, {@link AgentChanged} is published again.
	 * @param agentId the person
	 * @param from the first day of employment
	 * @param until the first day after it, or null while no end is known
	 * @return the person as known now
	 * @throws NoSuchElementException when the person is unknown
	 * @throws IllegalArgumentException when the employment would end before it starts
	 */
	@Transactional
	public Agent changeEmployment(String agentId, LocalDate from, @Nullable LocalDate until) {
		if (until != null && !until.isAfter(from)) {
			throw new IllegalArgumentException("Employment ends before it starts: " + agentId);
		}
		return changed(agentId, (staff) -> this.tables
			.update(NewAgent.of(staff.find(agentId).orElseThrow()).employed(from, until), today()));
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
	 * Gives a team another name and publishes {@link TeamChanged}.
	 * @param team the team as it shall be known
	 * @return the team as known now
	 * @throws NoSuchElementException when the team is unknown
	 */
	@Transactional
	public Team renameTeam(NewTeam team) {
		return changedTeam(team.id(), (staff) -> this.tables.updateName(team));
	}

	/**
	 * Appoints the lead of a team and publishes {@link TeamChanged}.
	 * @param teamId the team
	 * @param agentId who leads it from now on, or null for nobody
	 * @throws NoSuchElementException when the team or the person is unknown
	 */
	@Transactional
	public void appointLead(String teamId, @Nullable String agentId) {
		changedTeam(teamId, (staff) -> {
			if (agentId != null) {
				requireKnown(agentId, staff);
			}
			this.tables.updateLead(teamId, agentId);
		});
	}

	/**
	 * Gives a team a calendar to work by and publishes {@link TeamChanged}.
	 * @param teamId the team
	 * @param calendarName its calendar, or null for the organisation's
	 * @throws NoSuchElementException when the team is unknown
	 * @throws IllegalArgumentException when the calendar is unknown
	 */
	@Transactional
	public void workBy(String teamId, @Nullable String calendarName) {
		changedTeam(teamId, (staff) -> {
			if (calendarName != null) {
				staff.calendar(calendarName);
			}
			this.tables.updateTeamCalendar(teamId, calendarName);
		});
	}

	private Team changedTeam(String teamId, Consumer<StaffDirectory> change) {
		this.directories.change((staff) -> {
			staff.team(teamId).orElseThrow(() -> new NoSuchElementException("No team " + teamId));
			change.accept(staff);
			return teamId;
		});
		this.events.publishEvent(new TeamChanged(teamId));
		return directory().team(teamId).orElseThrow();
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
			if (staff.skills().containsKey(skillId)) {
				this.tables.updateSkill(skillId, name);
			}
			else {
				this.tables.insertSkill(skillId, name);
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
	 * Enters an absence and publishes {@link AbsenceEntered} and {@link AgentChanged}, or
	 * refuses it with a reason.
	 * @param absence what is wanted; an id already entered is answered with what is kept
	 * @return the absence as kept, or why it was refused
	 * @throws NoSuchElementException when the person is unknown
	 */
	@Transactional
	public AbsenceEntry enterAbsence(NewAbsence absence) {
		AbsenceEntry entry = this.directories.change((staff) -> {
			requireKnown(absence.agentId(), staff);
			return known(absence, staff).<AbsenceEntry>map((known) -> new Entered(known, false))
				.orElseGet(() -> kept(absence, staff, this.tables::insert));
		});
		if (entry instanceof Entered entered && entered.changed()) {
			publish(new AbsenceEntered(absence.id(), absence.agentId()), absence.agentId());
		}
		return entry;
	}

	/**
	 * Gives an absence other times, another substitute or reason, and publishes
	 * {@link AbsenceChanged} and {@link AgentChanged}, or refuses it with a reason. One
	 * that has begun keeps its start, one that is over stays as it was.
	 * @param absence the absence as it shall be
	 * @return the absence as kept, or why it was refused
	 * @throws NoSuchElementException when the person has no such absence
	 */
	@Transactional
	public AbsenceEntry changeAbsence(NewAbsence absence) {
		AbsenceEntry entry = this.directories.change((staff) -> {
			Absence known = known(absence, staff).orElseThrow(
					() -> new NoSuchElementException("No absence " + absence.id() + " of agent " + absence.agentId()));
			return absence.isAbout(known) ? new Entered(known, false)
					: AbsencePolicy.refusalOfChange(known, absence, this.clock.instant())
						.<AbsenceEntry>map((refused) -> refused)
						.orElseGet(() -> kept(absence, staff, this.tables::update));
		});
		if (entry instanceof Entered entered && entered.changed()) {
			publish(new AbsenceChanged(absence.id(), absence.agentId()), absence.agentId());
		}
		return entry;
	}

	/**
	 * Takes an absence out of the book and publishes {@link AbsenceCancelled} and
	 * {@link AgentChanged}. One that has begun ends now instead, with
	 * {@link AbsenceChanged}: that the person was away stays true.
	 * @param agentId the person
	 * @param absenceId the absence; an unknown one, and one that is over, is left alone
	 * @return what became of it
	 * @throws NoSuchElementException when the person is unknown
	 */
	@Transactional
	public AbsenceCancellation cancelAbsence(String agentId, UUID absenceId) {
		Instant now = this.clock.instant();
		AbsenceCancellation cancellation = this.directories.change((staff) -> {
			requireKnown(agentId, staff);
			return staff.absence(absenceId)
				.filter((absence) -> absence.agentId().equals(agentId))
				.map((absence) -> cancelled(absence, now))
				.orElse(AbsenceCancellation.UNKNOWN);
		});
		switch (cancellation) {
			case CANCELLED -> publish(new AbsenceCancelled(absenceId, agentId), agentId);
			case ENDED -> publish(new AbsenceChanged(absenceId, agentId), agentId);
			default -> {
			}
		}
		return cancellation;
	}

	private AbsenceCancellation cancelled(Absence absence, Instant now) {
		AbsenceCancellation cancellation = AbsenceCancellation.of(absence, now);
		this.tables.hold(absence.agentId());
		if (cancellation == AbsenceCancellation.CANCELLED) {
			this.tables.deleteAbsence(absence.id());
		}
		if (cancellation == AbsenceCancellation.ENDED) {
			this.tables.update(absence.until(now.isAfter(absence.from()) ? now : absence.from().plus(SHORTEST)));
		}
		return cancellation;
	}

	private static Optional<Absence> known(NewAbsence wanted, StaffDirectory staff) {
		return staff.absence(wanted.id()).filter((absence) -> absence.agentId().equals(wanted.agentId()));
	}

	private AbsenceEntry kept(NewAbsence wanted, StaffDirectory staff, Consumer<Absence> keep) {
		Optional<AbsenceEntry.Refused> refusal = AbsencePolicy.refusalOf(wanted, staff);
		if (refusal.isPresent()) {
			return refusal.get();
		}
		Absence absence = wanted.toAbsence();
		this.tables.hold(wanted.agentId());
		keep.accept(absence);
		return new Entered(absence, true);
	}

	private void publish(Object fact, String agentId) {
		this.events.publishEvent(fact);
		this.events.publishEvent(new AgentChanged(agentId));
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
			requireKnown(agentId, staff);
			this.tables.hold(agentId);
			change.accept(staff);
			return agentId;
		});
		this.events.publishEvent(new AgentChanged(agentId));
		return get(agentId);
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

	private static void requireKnown(String agentId, StaffDirectory staff) {
		staff.find(agentId).orElseThrow(() -> new NoSuchElementException("No agent " + agentId));
	}

	private static void requireReferences(NewAgent agent, StaffDirectory staff) {
		staff.calendar(agent.calendarName());
		agent.teams().stream().filter((teamId) -> staff.team(teamId).isEmpty()).findFirst().ifPresent((teamId) -> {
			throw new IllegalArgumentException("Agent " + agent.id() + " is in unknown team " + teamId);
		});
	}

}
