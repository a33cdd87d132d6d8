package vn.careflow.contact;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which contacts and appointments a person is to carry out, for whoever hands them over,
 * and the link by which other programs read them.
 */
@Service
public class TimeOfAgent {

	private static final String OPEN_CONTACTS = "agent_id = ? and state in ('PLANNED', 'SCHEDULED')";

	private static final String BOOKED = "agent_id = ? and state in ('HELD', 'CONFIRMED')";

	private final JdbcClient jdbc;

	TimeOfAgent(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** How many contacts wait for a person. */
	public long countContacts(String agentId) {
		return count("contact where " + OPEN_CONTACTS, agentId);
	}

	/** The contacts that wait for a person, the earliest first. */
	public List<Booked> contacts(String agentId) {
		return list(
				"select id, customer_id, reason as code from contact where " + OPEN_CONTACTS + " order by slot_at, id",
				agentId);
	}

	/**
	 * Lets another person carry out a contact, unless it is over or with somebody else by
	 * now; its time stays.
	 * @return whether it was still with the first one
	 */
	@Transactional
	public boolean handOverContact(UUID contactId, String from, String to) {
		return this.jdbc.sql("update contact set agent_id = ? where id = ? and " + OPEN_CONTACTS)
			.params(to, contactId, from)
			.update() == 1;
	}

	/** How many appointments a person has to keep. */
	public long countAppointments(String agentId) {
		return count("appointment where " + BOOKED, agentId);
	}

	/** The appointments that a person has to keep, the earliest first. */
	public List<Booked> appointments(String agentId) {
		return list("select id, customer_id, kind as code from appointment where " + BOOKED + " order by starts_at, id",
				agentId);
	}

	/** How many links to a person's calendar work: none or one. */
	public long countLinks(String agentId) {
		return count("calendar_link where agent_id = ?", agentId);
	}

	/**
	 * Makes the link to a person's calendar useless.
	 * @return what restoring it needs; it does not tell the secret
	 */
	@Transactional
	public Optional<String> takeLink(String agentId) {
		Optional<String> kept = this.jdbc
			.sql("select secret_hash, cast(made_at as varchar(60)) as made from calendar_link where agent_id = ?")
			.param(agentId)
			.query((row, index) -> row.getString("secret_hash") + " " + row.getString("made"))
			.optional();
		this.jdbc.sql("delete from calendar_link where agent_id = ?").param(agentId).update();
		return kept;
	}

	/**
	 * Makes a link work again, unless the person has another one by now.
	 * @param kept what {@link #takeLink} gave
	 */
	@Transactional
	public boolean restoreLink(String agentId, String kept) {
		String[] parts = kept.split(" ", 2);
		return countLinks(agentId) == 0 && this.jdbc.sql("""
				insert into calendar_link (agent_id, secret_hash, made_at)
				values (?, ?, cast(? as timestamp with time zone))""")
			.params(agentId, parts[0], parts[1])
			.update() == 1;
	}

	private long count(String what, String agentId) {
		return this.jdbc.sql("select count(*) from " + what).param(agentId).query(Long.class).single();
	}

	private List<Booked> list(String sql, String agentId) {
		return this.jdbc.sql(sql)
			.param(agentId)
			.query((row, index) -> new Booked(row.getObject("id", UUID.class), row.getObject("customer_id", UUID.class),
					row.getString("code")))
			.list();
	}

	/**
	 * A contact or an appointment.
	 *
	 * @param id its identity
	 * @param customerId with whom
	 * @param code what for
	 */
	public record Booked(UUID id, UUID customerId, String code) {
	}

}
