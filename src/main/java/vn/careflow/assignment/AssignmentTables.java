package vn.careflow.assignment;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * The room's tables: every decision, and apart from them what is on somebody's desk now.
 */
@Component
class AssignmentTables {

	private final JdbcClient jdbc;

	private final AgentLoads loads;

	private final String insertOpen;

	AssignmentTables(JdbcClient jdbc, AgentLoads loads, DataSource dataSource) throws MetaDataAccessException {
		this.jdbc = jdbc;
		this.loads = loads;
		String insert = "insert into open_assignment (work_item_id, assignment_id, agent_id, work_day, weight)"
				+ " values (?, ?, ?, ?, ?)";
		// A statement that fails ends the transaction on PostgreSQL, and only there.
		boolean postgres = "PostgreSQL"
			.equals(JdbcUtils.<String>extractDatabaseMetaData(dataSource, DatabaseMetaData::getDatabaseProductName));
		this.insertOpen = postgres ? insert + " on conflict (work_item_id) do nothing" : insert;
	}

	/**
	 * The decision by which somebody has the work item now.
	 */
	Optional<Decided> open(UUID workItemId) {
		return this.jdbc.sql("""
				select a.* from open_assignment o join assignment a on a.id = o.assignment_id
				where o.work_item_id = ?""").param(workItemId).query(AssignmentTables::decided).optional();
	}

	/**
	 * The decision by which somebody has the work item now; else the latest one, if any.
	 */
	Optional<Decided> current(UUID workItemId) {
		return this.jdbc.sql("""
				select * from assignment where work_item_id = ?
				order by case when agent_id is not null and ended_at is null then 0 else 1 end, decision_number desc
				fetch first row only""").param(workItemId).query(AssignmentTables::decided).optional();
	}

	/**
	 * The decisions by which a person has work items now.
	 */
	List<Decided> heldBy(String agentId) {
		return this.jdbc.sql("""
				select a.* from open_assignment o join assignment a on a.id = o.assignment_id
				where o.agent_id = ? order by o.work_item_id""").param(agentId).query(AssignmentTables::decided).list();
	}

	/**
	 * How many work items a person has now, of whatever day.
	 */
	long countHeldBy(String agentId) {
		return this.jdbc.sql("select count(*) from open_assignment where agent_id = ?")
			.param(agentId)
			.query(Long.class)
			.single();
	}

	/**
	 * The latest decision about a work item, whatever it was.
	 */
	Optional<Decided> latest(UUID workItemId) {
		return this.jdbc.sql("""
				select * from assignment where work_item_id = ? order by decision_number desc
				fetch first row only""").param(workItemId).query(AssignmentTables::decided).optional();
	}

	/**
	 * All decisions about a work item, the latest first.
	 */
	List<Decided> decisions(UUID workItemId) {
		return this.jdbc.sql("select * from assignment where work_item_id = ? order by decision_number desc")
			.param(workItemId)
			.query(AssignmentTables::decided)
			.list();
	}

	/**
	 * What is on a person's desk, the oldest first.
	 */
	List<UUID> openOf(String agentId) {
		return this.jdbc.sql("""
				select o.work_item_id from open_assignment o join assignment a on a.id = o.assignment_id
				where o.agent_id = ? order by o.work_day, a.decision_number""").param(agentId).query(UUID.class).list();
	}

	/**
	 * Puts a work item on somebody's desk.
	 * @return false when it is on somebody's desk already
	 */
	boolean insertOpen(Decided decided, String agentId) {
		boolean inserted = tryToInsertOpen(decided, agentId);
		if (inserted) {
			this.loads.add(agentId, decided.workDay(), decided.workItem().weight());
		}
		return inserted;
	}

	private boolean tryToInsertOpen(Decided decided, String agentId) {
		try {
			return this.jdbc.sql(this.insertOpen)
				.params(decided.workItem().id(), decided.id(), agentId, decided.workDay(), decided.workItem().weight())
				.update() == 1;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	void insert(Decided decided) {
		this.jdbc.sql("""
				insert into assignment (id, work_item_id, kind, team_id, agent_id, work_day, decided_at, decided_by,
				rules_version, summary, decision_record, from_agent_id, moved_by, moved_because)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(decided.id(), decided.workItem().id(), decided.workItem().kind(), decided.workItem().teamId(),
					decided.agentId(), decided.workDay(), decided.decidedAt().atOffset(ZoneOffset.UTC),
					decided.decidedBy(), decided.rulesVersion(), decided.summary(), decided.record().toJson(),
					decided.move().from(), decided.move().by(), decided.move().why())
			.update();
	}

	/**
	 * Takes a work item off whoever's desk it is on.
	 * @return who had it, or empty when nobody had, or another transaction took it off
	 */
	Optional<DeskWork> end(UUID workItemId, Instant at, String because) {
		Optional<DeskWork> work = onDesk(workItemId).filter(this::delete);
		work.ifPresent((open) -> {
			this.jdbc.sql("update assignment set ended_at = ?, ended_because = ? where id = ?")
				.params(at.atOffset(ZoneOffset.UTC), because, open.decisionId())
				.update();
			this.loads.add(open.agentId(), open.workDay(), -open.weight());
		});
		return work;
	}

	private Optional<DeskWork> onDesk(UUID workItemId) {
		return this.jdbc.sql("""
				select work_item_id, assignment_id, agent_id, work_day, weight from open_assignment
				where work_item_id = ?""")
			.param(workItemId)
			.query((row, number) -> new DeskWork(row.getObject(1, UUID.class), row.getObject(2, UUID.class),
					row.getString(3), row.getObject(4, LocalDate.class), row.getInt(5)))
			.optional();
	}

	private boolean delete(DeskWork open) {
		return this.jdbc.sql("delete from open_assignment where work_item_id = ? and assignment_id = ?")
			.params(open.workItemId(), open.decisionId())
			.update() == 1;
	}

	private static Decided decided(ResultSet row, int number) throws SQLException {
		OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
		return new Decided(row.getObject("id", UUID.class), row.getString("agent_id"),
				row.getObject("work_day", LocalDate.class),
				row.getObject("decided_at", OffsetDateTime.class).toInstant(), row.getString("decided_by"),
				row.getString("summary"), DecisionRecord.parse(row.getString("decision_record")),
				(ended != null) ? ended.toInstant() : null,
				new Move(row.getString("from_agent_id"), row.getString("moved_by"), row.getString("moved_because")));
	}

}
