package vn.careflow.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The changes of calendars that are being followed, and how far.
 */
@Component
class CalendarChangeTables {

	private final JdbcClient jdbc;

	CalendarChangeTables(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(Set<String> calendars, Instant changedAt, Instant notBefore) {
		this.jdbc.sql("""
				insert into calendar_change (id, calendars, changed_at, not_before, stage, checked, moved, failed)
				values (?, ?, ?, ?, 0, 0, 0, 0)""")
			.params(UUID.randomUUID(), String.join(",", calendars), changedAt.atOffset(ZoneOffset.UTC),
					notBefore.atOffset(ZoneOffset.UTC))
			.update();
	}

	/** One that nobody else is at, held until the transaction ends. */
	Optional<CalendarChange> holdNext(Instant now) {
		return this.jdbc.sql("""
				select * from calendar_change where finished_at is null and not_before <= :now
				order by not_before, id fetch first 1 row only for update skip locked""")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.query(CalendarChangeTables::change)
			.optional();
	}

	/** How far it is, unless somebody else has got on with it meanwhile. */
	Optional<CalendarChange> hold(CalendarChange seen) {
		return this.jdbc.sql("select * from calendar_change where id = :id for update skip locked")
			.param("id", seen.id())
			.query(CalendarChangeTables::change)
			.optional()
			.filter(seen::equals);
	}

	void update(CalendarChange change) {
		Instant finishedAt = change.finishedAt();
		this.jdbc.sql("""
				update calendar_change set stage = :stage, last_seen = :lastSeen, checked = :checked, moved = :moved,
					failed = :failed, finished_at = :finishedAt
				where id = :id""")
			.param("stage", change.stage())
			.param("lastSeen", change.lastSeen(), Types.VARCHAR)
			.param("checked", change.checked())
			.param("moved", change.moved())
			.param("failed", change.failed())
			.param("finishedAt", (finishedAt != null) ? finishedAt.atOffset(ZoneOffset.UTC) : null,
					Types.TIMESTAMP_WITH_TIMEZONE)
			.param("id", change.id())
			.update();
	}

	/** The latest ones first. */
	List<CalendarChange> latest(int atMost) {
		return this.jdbc.sql("""
				select * from calendar_change order by changed_at desc, not_before desc, id
				fetch first :atMost rows only""").param("atMost", atMost).query(CalendarChangeTables::change).list();
	}

	int deleteFinishedBefore(Instant moment) {
		return this.jdbc.sql("delete from calendar_change where finished_at < :moment")
			.param("moment", moment.atOffset(ZoneOffset.UTC))
			.update();
	}

	private static CalendarChange change(ResultSet row, int number) throws SQLException {
		return new CalendarChange(row.getObject("id", UUID.class), Set.of(row.getString("calendars").split(",")),
				instant(row, "changed_at"), row.getInt("stage"), row.getString("last_seen"), row.getInt("checked"),
				row.getInt("moved"), row.getInt("failed"),
				(row.getObject("finished_at") != null) ? instant(row, "finished_at") : null);
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	/**
	 * A change of calendars and how far what depends on them has followed.
	 *
	 * @param id the change
	 * @param calendars the names of the calendars
	 * @param changedAt when they changed
	 * @param stage which follower's turn it is, from 0
	 * @param lastSeen the last thing of that stage that was looked at, null before the
	 * first
	 * @param checked how many things were looked at
	 * @param moved how many of them had to be moved
	 * @param failed how many of them could not be moved
	 * @param finishedAt when there was nothing left, null until then
	 */
	record CalendarChange(UUID id, Set<String> calendars, Instant changedAt, int stage, @Nullable String lastSeen,
			int checked, int moved, int failed, @Nullable Instant finishedAt) {

		CalendarChange looked(String at, boolean movedIt) {
			return new CalendarChange(this.id, this.calendars, this.changedAt, this.stage, at, this.checked + 1,
					this.moved + (movedIt ? 1 : 0), this.failed, null);
		}

		CalendarChange stumbled(String at) {
			return new CalendarChange(this.id, this.calendars, this.changedAt, this.stage, at, this.checked + 1,
					this.moved, this.failed + 1, null);
		}

		CalendarChange nextStage() {
			return new CalendarChange(this.id, this.calendars, this.changedAt, this.stage + 1, null, this.checked,
					this.moved, this.failed, null);
		}

		CalendarChange finished(Instant at) {
			return new CalendarChange(this.id, this.calendars, this.changedAt, this.stage, this.lastSeen, this.checked,
					this.moved, this.failed, at);
		}

	}

}
