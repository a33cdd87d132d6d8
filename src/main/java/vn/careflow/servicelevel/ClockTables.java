package vn.careflow.servicelevel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.careflow.calendar.CareDuration;

/**
 * Reads ledgers and appends to them; nothing is ever changed. Of two transactions that
 * append to one clock at once, the second fails on the entry's number.
 */
@Component
class ClockTables {

	/** Before every id. */
	private static final UUID FIRST = new UUID(0, 0);

	private final JdbcClient jdbc;

	ClockTables(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** All clocks of a subject, of each kind the first round first. */
	List<ClockLedger> ledgersOf(UUID subjectId) {
		Map<UUID, Row> heads = new LinkedHashMap<>();
		Map<UUID, List<ClockEntry>> entries = new LinkedHashMap<>();
		this.jdbc.sql("""
				select c.id, c.kind, c.round_no, e.entry_type, e.happened_at, e.target, e.calendar_name, e.cause,
					e.actor_id
				from service_clock c join service_clock_entry e on e.clock_id = c.id
				where c.subject_id = :subjectId order by c.kind, c.round_no, e.entry_no""")
			.param("subjectId", subjectId)
			.query((row, index) -> new Row(row.getObject("id", UUID.class), ClockKind.valueOf(row.getString("kind")),
					row.getInt("round_no"), entry(row)))
			.list()
			.forEach((row) -> {
				heads.putIfAbsent(row.id(), row);
				entries.computeIfAbsent(row.id(), (id) -> new ArrayList<>()).add(row.entry());
			});
		return heads.values()
			.stream()
			.map((head) -> new ClockLedger(head.id(), subjectId, head.kind(), head.round(), entries.get(head.id())))
			.toList();
	}

	/** A page of the subjects whose open clocks have counted by one of the calendars. */
	List<UUID> openSubjects(Collection<String> calendarNames, @Nullable UUID after, int atMost) {
		return this.jdbc.sql("""
				select distinct c.subject_id from service_clock c
				where c.subject_id > :after
					and exists (select 1 from service_clock_entry e
						where e.clock_id = c.id and e.calendar_name in (:calendars))
					and not exists (select 1 from service_clock_entry e
						where e.clock_id = c.id and e.entry_type in ('MET', 'CANCELLED'))
				order by c.subject_id fetch first :atMost rows only""")
			.param("after", (after != null) ? after : FIRST)
			.param("calendars", calendarNames)
			.param("atMost", atMost)
			.query(UUID.class)
			.list();
	}

	void insert(ClockLedger clock) {
		this.jdbc
			.sql("insert into service_clock (id, subject_id, kind, round_no) values (:id, :subjectId, :kind, :round)")
			.param("id", clock.id())
			.param("subjectId", clock.subjectId())
			.param("kind", clock.kind().name())
			.param("round", clock.round())
			.update();
		append(clock.id(), 1, clock.entries().get(0));
	}

	void append(UUID clockId, int number, ClockEntry entry) {
		CareDuration target = entry.target();
		this.jdbc.sql("""
				insert into service_clock_entry (clock_id, entry_no, entry_type, happened_at, target, calendar_name,
					cause, actor_id)
				values (:clockId, :number, :type, :at, :target, :calendar, :cause, :actor)""")
			.param("clockId", clockId)
			.param("number", number)
			.param("type", entry.type().name())
			.param("at", entry.at().atOffset(ZoneOffset.UTC))
			.param("target", (target != null) ? target.toString() : null)
			.param("calendar", entry.calendarName())
			.param("cause", entry.cause())
			.param("actor", entry.actorId())
			.update();
	}

	private static ClockEntry entry(ResultSet row) throws SQLException {
		return new ClockEntry(ClockEntry.Type.valueOf(row.getString("entry_type")),
				row.getObject("happened_at", OffsetDateTime.class).toInstant(), target(row.getString("target")),
				row.getString("calendar_name"), row.getString("cause"), row.getString("actor_id"));
	}

	private static @Nullable CareDuration target(@Nullable String text) {
		return (text != null) ? CareDuration.parse(text) : null;
	}

	private record Row(UUID id, ClockKind kind, int round, ClockEntry entry) {
	}

}
