package vn.careflow.servicelevel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people were told and have read.
 */
@Service
public class Notices {

	/** The most notices given at once. */
	static final int MOST = 200;

	private final JdbcClient jdbc;

	private final Clock clock;

	Notices(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** What a person has not read yet, the latest first, at most 200. */
	public List<Notice> of(String agentId) {
		return page(agentId, true, 0, MOST);
	}

	List<Notice> page(String agentId, boolean unreadOnly, int page, int size) {
		return this.jdbc.sql("""
				select id, subject_id, rung, told_at, read_at from notice
				where recipient_id = :agentId and (read_at is null or :all)
				order by told_at desc, id offset :offset rows fetch next :size rows only""")
			.param("agentId", agentId)
			.param("all", !unreadOnly)
			.param("offset", (long) page * size)
			.param("size", size)
			.query(Notices::notice)
			.list();
	}

	long count(String agentId, boolean unreadOnly) {
		return this.jdbc.sql("select count(*) from notice where recipient_id = :agentId and (read_at is null or :all)")
			.param("agentId", agentId)
			.param("all", !unreadOnly)
			.query(Long.class)
			.single();
	}

	/**
	 * The person has read it; reading it again changes nothing.
	 * @return false when no notice with this id is theirs
	 */
	@Transactional
	public boolean markRead(UUID noticeId, String agentId) {
		return this.jdbc.sql("""
				update notice set read_at = coalesce(read_at, cast(:now as timestamp with time zone))
				where id = :id and recipient_id = :agentId""")
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("id", noticeId)
			.param("agentId", agentId)
			.update() == 1;
	}

	private static Notice notice(ResultSet row, int index) throws SQLException {
		String rung = row.getString("rung");
		return new Notice(row.getObject("id", UUID.class), row.getObject("subject_id", UUID.class), rung,
				Notice.textOf(rung), row.getObject("told_at", OffsetDateTime.class).toInstant(),
				nullable(row.getObject("read_at", OffsetDateTime.class)));
	}

	private static @Nullable Instant nullable(@Nullable OffsetDateTime time) {
		return (time != null) ? time.toInstant() : null;
	}

}
