package vn.careflow.servicelevel;

import java.time.ZoneOffset;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells people that a case is in danger, each rung once.
 */
@Service
public class Escalations {

	private final JdbcClient jdbc;

	Escalations(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Tells a person. A rung that told them before in this round of the case, that is
	 * since its clocks were last started, does not tell them again.
	 * @return whether it told them now
	 */
	@Transactional
	public boolean tell(NewNotice notice) {
		return this.jdbc.sql("""
				insert into notice (id, subject_id, round_no, rung, recipient_id, told_at)
				select cast(:id as uuid), cast(:subjectId as uuid), r.round_no, cast(:rung as varchar(60)),
					cast(:recipient as varchar(64)), cast(:at as timestamp with time zone)
				from (select coalesce(max(c.round_no), 1) as round_no from service_clock c
					where c.subject_id = :subjectId) r
				where not exists (select 1 from notice n where n.subject_id = :subjectId and n.round_no = r.round_no
					and n.rung = :rung and n.recipient_id = :recipient)""")
			.param("id", UUID.randomUUID())
			.param("subjectId", notice.subjectId())
			.param("rung", notice.rung())
			.param("recipient", notice.recipientId())
			.param("at", notice.at().atOffset(ZoneOffset.UTC))
			.update() == 1;
	}

}
