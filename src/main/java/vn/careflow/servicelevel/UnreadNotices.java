package vn.careflow.servicelevel;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person was told and has not read, for whoever hands it over: somebody else is
 * told then.
 */
@Service
public class UnreadNotices {

	private static final String UNREAD = "recipient_id = ? and read_at is null and passed_to is null";

	private final JdbcClient jdbc;

	private final Clock clock;

	UnreadNotices(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** How many there are. */
	public long count(String agentId) {
		return this.jdbc.sql("select count(*) from notice where " + UNREAD).param(agentId).query(Long.class).single();
	}

	/** The notices, the oldest first. */
	public List<Unread> of(String agentId) {
		return this.jdbc.sql("select id, subject_id, rung from notice where " + UNREAD + " order by told_at, id")
			.param(agentId)
			.query((row, index) -> new Unread(row.getObject("id", UUID.class), row.getObject("subject_id", UUID.class),
					row.getString("rung")))
			.list();
	}

	/**
	 * Tells another person instead, once.
	 * @return whether it was still unread
	 */
	@Transactional
	public boolean passOn(UUID noticeId, String from, String to) {
		boolean unread = this.jdbc.sql("update notice set passed_to = ? where id = ? and " + UNREAD)
			.params(to, noticeId, from)
			.update() == 1;
		if (unread) {
			this.jdbc.sql("""
					insert into notice (id, subject_id, round_no, rung, recipient_id, told_at)
					select cast(:id as uuid), o.subject_id, o.round_no, o.rung, cast(:to as varchar(64)),
						cast(:at as timestamp with time zone)
					from notice o where o.id = :notice and not exists (select 1 from notice n
						where n.subject_id = o.subject_id and n.round_no = o.round_no and n.rung = o.rung
							and n.recipient_id = :to)""")
				.param("id", UUID.randomUUID())
				.param("to", to)
				.param("at", this.clock.instant().atOffset(ZoneOffset.UTC))
				.param("notice", noticeId)
				.update();
		}
		return unread;
	}

	/**
	 * Lets the first recipient read it after all; the other one knows it anyway.
	 * @return whether it had been passed on to the other one
	 */
	@Transactional
	public boolean takeBack(UUID noticeId, String from, String to) {
		return this.jdbc.sql("update notice set passed_to = null where id = ? and recipient_id = ? and passed_to = ?")
			.params(noticeId, to, from)
			.update() == 1;
	}

	/** Whether the notice was for this person. */
	public boolean isFor(UUID noticeId, String agentId) {
		return this.jdbc.sql("select count(*) from notice where id = ? and recipient_id = ?")
			.params(noticeId, agentId)
			.query(Long.class)
			.single() == 1;
	}

	/**
	 * A notice that waits to be read.
	 *
	 * @param id its identity
	 * @param subjectId the case
	 * @param rung what it says, a code
	 */
	public record Unread(UUID id, UUID subjectId, String rung) {
	}

}
