package vn.careflow.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that happened with a customer, across all departments: appended to, never
 * altered.
 */
@Service
public class Timeline {

	private static final String COLUMNS = """
			select id, customer_id, kind, happened_at, summary, detail, subject_id, actor_id from timeline_entry
			where customer_id = :customerId order by happened_at desc, recorded_at desc, id
			offset :offset rows fetch next :size rows only""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Timeline(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Appends an entry; an id that is there already is not appended again. */
	@Transactional
	public void record(TimelineEntry entry) {
		this.jdbc.sql("""
				insert into timeline_entry (id, customer_id, kind, happened_at, summary, detail, subject_id, actor_id,
					recorded_at)
				select cast(:id as uuid), cast(:customerId as uuid), cast(:kind as varchar(20)),
					cast(:at as timestamp with time zone), cast(:summary as varchar(500)),
					cast(:detail as varchar(20000)), cast(:subjectId as uuid), cast(:actorId as varchar(64)),
					cast(:now as timestamp with time zone)
				where not exists (select 1 from timeline_entry where id = :id)""")
			.param("id", entry.id())
			.param("customerId", entry.customerId())
			.param("kind", entry.kind().name())
			.param("at", SqlTime.of(entry.at()))
			.param("summary", entry.summary())
			.param("detail", entry.detail())
			.param("subjectId", entry.subjectId())
			.param("actorId", entry.actorId())
			.param("now", SqlTime.of(SqlTime.now(this.clock)))
			.update();
	}

	/** The latest entries, the newest first. */
	public List<TimelineEntry> latest(UUID customerId, int limit) {
		return read(customerId, 0, limit);
	}

	/** A page of all entries, the newest first. */
	public Page<TimelineEntry> page(UUID customerId, int page, int size) {
		int fitting = Math.min(Math.max(1, size), Page.MAX_SIZE);
		long total = this.jdbc.sql("select count(*) from timeline_entry where customer_id = :customerId")
			.param("customerId", customerId)
			.query(Long.class)
			.single();
		return new Page<>(read(customerId, (long) Math.max(0, page) * fitting, fitting), Math.max(0, page), fitting,
				total);
	}

	private List<TimelineEntry> read(UUID customerId, long offset, int size) {
		return this.jdbc.sql(COLUMNS)
			.param("customerId", customerId)
			.param("offset", offset)
			.param("size", size)
			.query(Timeline::entry)
			.list();
	}

	private static TimelineEntry entry(ResultSet row, int index) throws SQLException {
		return new TimelineEntry(row.getObject("id", UUID.class), row.getObject("customer_id", UUID.class),
				TimelineKind.valueOf(row.getString("kind")), SqlTime.read(row, "happened_at"), row.getString("summary"),
				row.getString("detail"), row.getObject("subject_id", UUID.class), row.getString("actor_id"));
	}

}
