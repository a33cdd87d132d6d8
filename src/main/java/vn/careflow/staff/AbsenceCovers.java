package vn.careflow.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.careflow.staff.AbsenceCover.Outcome;

/**
 * Remembers which work changed hands because somebody was absent, so that it can come
 * back.
 */
@Service
public class AbsenceCovers {

	private static final int LONGEST_REASON = 2000;

	private final JdbcClient jdbc;

	private final Clock clock;

	AbsenceCovers(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Puts on record that a piece of work changed hands now.
	 * @param absence the absence because of which it did
	 * @param caseId the case
	 * @param workKind what kind of work it is, at most 40 characters
	 * @param toAgentId the user id of who got it, or null when it went to the team's
	 * queue
	 * @param why the reason
	 */
	@Transactional
	public void record(Absence absence, UUID caseId, String workKind, @Nullable String toAgentId, String why) {
		this.jdbc.sql("""
				insert into absence_cover (absence_id, item_no, case_id, work_kind, from_agent_id, to_agent_id, why,
				covered_at, outcome) values (:absence, :no, :case, :kind, :from, :to, :why, :at, 'OPEN')""")
			.param("absence", absence.id())
			.param("no", of(absence.id()).size() + 1)
			.param("case", caseId)
			.param("kind", workKind)
			.param("from", absence.agentId())
			.param("to", toAgentId)
			.param("why", why.substring(0, Math.min(why.length(), LONGEST_REASON)))
			.param("at", now())
			.update();
	}

	/**
	 * Puts on record what became of a piece of work.
	 * @param cover the piece of work
	 * @param outcome what became of it
	 * @param agentId the user id of who has it from now on, or null
	 * @param by the user id of who decided it
	 */
	@Transactional
	public void settle(AbsenceCover cover, Outcome outcome, @Nullable String agentId, String by) {
		this.jdbc.sql("""
				update absence_cover set outcome = :outcome, outcome_agent_id = :agent, settled_at = :at,
				settled_by = :by where absence_id = :absence and item_no = :no""")
			.param("outcome", outcome.name())
			.param("agent", agentId)
			.param("at", now())
			.param("by", by)
			.param("absence", cover.absenceId())
			.param("no", cover.no())
			.update();
	}

	/**
	 * Everything that changed hands because of an absence, in order.
	 * @param absenceId the absence
	 * @return the pieces of work
	 */
	@Transactional(readOnly = true)
	public List<AbsenceCover> of(UUID absenceId) {
		return this.jdbc.sql("select * from absence_cover where absence_id = ? order by item_no")
			.param(absenceId)
			.query((row, number) -> cover(row))
			.list();
	}

	/**
	 * What changed hands because of an absence and waits for a decision, in order.
	 * @param absenceId the absence
	 * @return the pieces of work
	 */
	@Transactional(readOnly = true)
	public List<AbsenceCover> openOf(UUID absenceId) {
		return of(absenceId).stream().filter((cover) -> cover.outcome() == Outcome.OPEN).toList();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static AbsenceCover cover(ResultSet row) throws SQLException {
		return new AbsenceCover(row.getObject("absence_id", UUID.class), row.getInt("item_no"),
				row.getObject("case_id", UUID.class), row.getString("work_kind"), row.getString("from_agent_id"),
				row.getString("to_agent_id"), row.getString("why"),
				row.getObject("covered_at", OffsetDateTime.class).toInstant(),
				Outcome.valueOf(row.getString("outcome")), row.getString("outcome_agent_id"));
	}

}
