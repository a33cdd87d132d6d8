package vn.careflow.staff;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * The room's tables: reads all of them into a directory, writes one thing at a time.
 */
@Component
class StaffTables {

	private static final List<String> SETS = List.of("agent_role", "agent_skill", "agent_language", "agent_product",
			"agent_customer_group", "team_member");

	private final JdbcClient jdbc;

	private final CalendarTables calendars;

	private final Clock clock;

	private final String lock;

	StaffTables(JdbcClient jdbc, CalendarTables calendars, Clock clock, DataSource dataSource)
			throws MetaDataAccessException {
		this.jdbc = jdbc;
		this.calendars = calendars;
		this.clock = clock;
		// On PostgreSQL a full lock would be in the way of every row elsewhere that
		// refers to the person.
		boolean postgres = "PostgreSQL"
			.equals(JdbcUtils.<String>extractDatabaseMetaData(dataSource, DatabaseMetaData::getDatabaseProductName));
		this.lock = "select id from agent where id = ? " + (postgres ? "for no key update" : "for update");
	}

	long revision() {
		return this.jdbc.sql("select revision from staff_revision").query(Long.class).single();
	}

	void raiseRevision() {
		this.jdbc.sql("update staff_revision set revision = revision + 1").update();
	}

	StaffDirectory load(long revision) {
		return new StaffDirectory(revision, this.clock.getZone(), agents(), teams(), absences(),
				this.calendars.family().byName(), this.calendars.organisationCalendar(), skillNames());
	}

	/**
	 * Holds a person's row until the end of the transaction, waiting for who holds it.
	 */
	void hold(String agentId) {
		this.jdbc.sql(this.lock).param(agentId).query(String.class).optional();
	}

	/**
	 * Holds a person's row until the end of the transaction, unless somebody else does.
	 */
	boolean tryHold(String agentId) {
		return this.jdbc.sql(this.lock + " skip locked").param(agentId).query(String.class).optional().isPresent();
	}

	void insert(NewAgent agent, LocalDate today) {
		this.jdbc.sql("""
				insert into agent (id, name, email, capacity, calendar_name, employed_from, employed_until, receiving,
				known_employed) values (?, ?, ?, ?, ?, ?, ?, true, ?)""")
			.params(agent.id(), agent.name(), agent.email(), agent.capacity(), agent.calendarName(),
					agent.employedFrom(), agent.employedUntil(), agent.isEmployedOn(today))
			.update();
		insertSets(agent);
	}

	void update(NewAgent agent, LocalDate today) {
		this.jdbc.sql("""
				update agent set name = ?, email = ?, capacity = ?, calendar_name = ?, employed_from = ?,
				employed_until = ?, known_employed = ? where id = ?""")
			.params(agent.name(), agent.email(), agent.capacity(), agent.calendarName(), agent.employedFrom(),
					agent.employedUntil(), agent.isEmployedOn(today), agent.id())
			.update();
		for (String table : SETS) {
			this.jdbc.sql("delete from " + table + " where agent_id = ?").param(agent.id()).update();
		}
		insertSets(agent);
	}

	private void insertSets(NewAgent agent) {
		agent.roles().forEach((role) -> insertPair("agent_role (agent_id, role_id)", agent.id(), role.groupId()));
		agent.languages().forEach((tag) -> insertPair("agent_language (agent_id, language_tag)", agent.id(), tag));
		agent.products().forEach((product) -> insertPair("agent_product (agent_id, product)", agent.id(), product));
		agent.customerGroups()
			.forEach((group) -> insertPair("agent_customer_group (agent_id, customer_group)", agent.id(), group));
		agent.teams().forEach((teamId) -> insertPair("team_member (agent_id, team_id)", agent.id(), teamId));
		agent.skills()
			.forEach((skillId, level) -> this.jdbc
				.sql("insert into agent_skill (agent_id, skill_id, skill_level) values (?, ?, ?)")
				.params(agent.id(), skillId, level)
				.update());
	}

	private void insertPair(String target, String agentId, String value) {
		this.jdbc.sql("insert into " + target + " values (?, ?)").params(agentId, value).update();
	}

	void updateReceiving(String agentId, boolean receiving, Optional<String> reason) {
		this.jdbc.sql("update agent set receiving = ?, not_receiving_reason = ? where id = ?")
			.params(receiving, reason.orElse(null), agentId)
			.update();
	}

	void insert(NewTeam team) {
		this.jdbc.sql("insert into team (id, name) values (?, ?)").params(team.id(), team.name()).update();
	}

	void updateName(NewTeam team) {
		this.jdbc.sql("update team set name = ? where id = ?").params(team.name(), team.id()).update();
	}

	void updateLead(String teamId, @Nullable String agentId) {
		this.jdbc.sql("update team set lead_id = :lead where id = :id")
			.param("lead", agentId)
			.param("id", teamId)
			.update();
	}

	void updateTeamCalendar(String teamId, @Nullable String calendarName) {
		this.jdbc.sql("update team set calendar_name = :calendar where id = :id")
			.param("calendar", calendarName)
			.param("id", teamId)
			.update();
	}

	void updateAgentCalendar(String agentId, String calendarName) {
		this.jdbc.sql("update agent set calendar_name = ? where id = ?").params(calendarName, agentId).update();
	}

	void insertSkill(String skillId, String name) {
		this.jdbc.sql("insert into skill (id, name) values (?, ?)").params(skillId, name).update();
	}

	void updateSkill(String skillId, String name) {
		this.jdbc.sql("update skill set name = ? where id = ?").params(name, skillId).update();
	}

	void insert(Absence absence) {
		this.jdbc.sql("""
				insert into absence (id, agent_id, starts_at, ends_at, substitute_id, reason)
				values (?, ?, ?, ?, ?, ?)""")
			.params(absence.id(), absence.agentId(), absence.from().atOffset(ZoneOffset.UTC),
					absence.to().atOffset(ZoneOffset.UTC), absence.substituteId(), absence.reason())
			.update();
	}

	void update(Absence absence) {
		this.jdbc.sql("update absence set starts_at = ?, ends_at = ?, substitute_id = ?, reason = ? where id = ?")
			.params(absence.from().atOffset(ZoneOffset.UTC), absence.to().atOffset(ZoneOffset.UTC),
					absence.substituteId(), absence.reason(), absence.id())
			.update();
	}

	void deleteAbsence(UUID absenceId) {
		this.jdbc.sql("delete from absence where id = ?").param(absenceId).update();
	}

	/**
	 * The people of whom it has not been told that their employment has begun or ended.
	 * Whoever asks has them alone until the end of the transaction.
	 */
	List<String> claimEmploymentTurns(LocalDate today, int limit) {
		return this.jdbc.sql("""
				select id from agent
				where (known_employed is null or known_employed <> (employed_from <= :today
				and (employed_until is null or employed_until > :today)))
				order by id limit :limit for update skip locked""")
			.param("today", today)
			.param("limit", limit)
			.query(String.class)
			.list();
	}

	void tellEmployment(String agentId, boolean employed) {
		this.jdbc.sql("update agent set known_employed = ? where id = ?").params(employed, agentId).update();
	}

	private SortedMap<String, Agent> agents() {
		Map<String, SortedSet<String>> roles = sets("select agent_id, role_id from agent_role");
		Map<String, SortedSet<String>> languages = sets("select agent_id, language_tag from agent_language");
		Map<String, SortedSet<String>> teams = sets("select agent_id, team_id from team_member");
		Map<String, SortedSet<String>> products = sets("select agent_id, product from agent_product");
		Map<String, SortedSet<String>> groups = sets("select agent_id, customer_group from agent_customer_group");
		Map<String, SortedMap<String, Integer>> skills = skills();
		SortedMap<String, Agent> agents = new TreeMap<>();
		this.jdbc.sql("select * from agent").query((row) -> {
			String id = row.getString("id");
			agents.put(id,
					new Agent(id, row.getString("name"), row.getString("email"), roles(of(id, roles)), of(id, teams),
							Collections.unmodifiableSortedMap(skills.getOrDefault(id, new TreeMap<>())),
							of(id, languages), of(id, products), of(id, groups), row.getInt("capacity"),
							row.getString("calendar_name"), row.getObject("employed_from", LocalDate.class),
							row.getObject("employed_until", LocalDate.class), row.getBoolean("receiving"),
							row.getString("not_receiving_reason")));
		});
		return Collections.unmodifiableSortedMap(agents);
	}

	private static SortedSet<String> of(String agentId, Map<String, SortedSet<String>> sets) {
		return Collections.unmodifiableSortedSet(sets.getOrDefault(agentId, Collections.emptySortedSet()));
	}

	private static Set<Role> roles(SortedSet<String> groupIds) {
		return Collections.unmodifiableSortedSet(groupIds.stream()
			.flatMap((id) -> Role.ofGroup(id).stream())
			.collect(Collectors.toCollection(TreeSet::new)));
	}

	private Map<String, SortedSet<String>> sets(String sql) {
		Map<String, SortedSet<String>> sets = new HashMap<>();
		this.jdbc.sql(sql).query((row) -> {
			sets.computeIfAbsent(row.getString(1), (id) -> new TreeSet<>()).add(row.getString(2));
		});
		return sets;
	}

	private Map<String, SortedMap<String, Integer>> skills() {
		Map<String, SortedMap<String, Integer>> skills = new HashMap<>();
		this.jdbc.sql("select agent_id, skill_id, skill_level from agent_skill").query((row) -> {
			skills.computeIfAbsent(row.getString(1), (id) -> new TreeMap<>()).put(row.getString(2), row.getInt(3));
		});
		return skills;
	}

	private SortedMap<String, Team> teams() {
		SortedMap<String, Team> teams = new TreeMap<>();
		this.jdbc.sql("select id, name, lead_id, calendar_name from team").query((row) -> {
			teams.put(row.getString(1),
					new Team(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
		});
		return Collections.unmodifiableSortedMap(teams);
	}

	private Map<String, List<Absence>> absences() {
		Map<String, List<Absence>> absences = new HashMap<>();
		this.jdbc.sql("select * from absence order by agent_id, starts_at").query((row) -> {
			absences.computeIfAbsent(row.getString("agent_id"), (id) -> new ArrayList<>()).add(absence(row));
		});
		return absences;
	}

	private static Absence absence(ResultSet row) throws SQLException {
		return new Absence(row.getObject("id", UUID.class), row.getString("agent_id"), instant(row, "starts_at"),
				instant(row, "ends_at"), row.getString("substitute_id"), row.getString("reason"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private SortedMap<String, String> skillNames() {
		SortedMap<String, String> names = new TreeMap<>();
		this.jdbc.sql("select id, name from skill").query((row) -> {
			names.put(row.getString(1), row.getString(2));
		});
		return Collections.unmodifiableSortedMap(names);
	}

}
