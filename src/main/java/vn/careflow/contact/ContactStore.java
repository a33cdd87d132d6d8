package vn.careflow.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;

/**
 * Reads and writes contacts and attempts, with as few statements as each needs: a
 * campaign makes a hundred thousand of them.
 */
@Component
class ContactStore {

	private static final int LOCKS = 256;

	private final JdbcClient jdbc;

	ContactStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Adds a contact unless one with its id is there. */
	boolean insert(Contact contact, Instant now) {
		return this.jdbc
			.sql("""
					insert into contact (id, customer_id, case_id, purpose, channel, reason, state, planned_at)
					select cast(:id as uuid), cast(:customerId as uuid), cast(:caseId as uuid), cast(:purpose as varchar(20)),
						cast(:channel as varchar(20)), cast(:reason as varchar(30)), cast(:state as varchar(20)),
						cast(:now as timestamp with time zone)
					where not exists (select 1 from contact where id = :id)""")
			.param("id", contact.id())
			.param("customerId", contact.customerId())
			.param("caseId", contact.caseId())
			.param("purpose", contact.purpose().name())
			.param("channel", contact.channel().name())
			.param("reason", contact.reason().name())
			.param("state", contact.state().name())
			.param("now", sqlTime(now))
			.update() == 1;
	}

	Optional<Contact> find(UUID contactId) {
		return this.jdbc.sql("""
				select id, customer_id, case_id, purpose, channel, reason, state, agent_id, slot_at, due_at, remind_at,
					slot_reasons
				from contact where id = :id""").param("id", contactId).query(ContactStore::contact).optional();
	}

	/** Holds all numbers that share a lock with this one until the transaction ends. */
	void lockNumber(String quotaKey) {
		this.jdbc.sql("select slot from contact_lock where slot = :slot for update")
			.param("slot", Math.floorMod(quotaKey.hashCode(), LOCKS))
			.query(Integer.class)
			.single();
	}

	/**
	 * Other contacts to a number that a quota counts.
	 * @param since how far back they matter
	 */
	List<NumberUse> usesOf(String quotaKey, Contact other, Instant since) {
		return this.jdbc.sql("""
				select slot_at as used_from, due_at as used_to from contact
				where quota_key = :number and due_at > :since and state = 'SCHEDULED' and purpose = :purpose
					and channel = :channel and id <> :id
				union all
				select made_at, made_at from contact_attempt
				where quota_key = :number and made_at > :since and outcome <> 'MISSED' and purpose = :purpose
					and channel = :channel""")
			.param("number", quotaKey)
			.param("since", sqlTime(since))
			.param("purpose", other.purpose().name())
			.param("channel", other.channel().name())
			.param("id", other.id())
			.query((row, index) -> new NumberUse(instant(row, "used_from"), instant(row, "used_to")))
			.list();
	}

	void saveDecision(UUID contactId, @Nullable String quotaKey, SlotDecision decision) {
		ContactSlot slot = decision.slot().orElse(null);
		this.jdbc.sql("""
				update contact set state = :state, quota_key = :number, slot_at = :at, due_at = :due,
					remind_at = :remind, slot_reasons = :reasons
				where id = :id""")
			.param("state", ((slot != null) ? ContactState.SCHEDULED : ContactState.NOT_POSSIBLE).name())
			.param("number", quotaKey)
			.param("at", (slot != null) ? sqlTime(slot.at()) : null)
			.param("due", (slot != null) ? sqlTime(slot.dueAt()) : null)
			.param("remind", (slot != null) ? sqlTime(slot.remindAt()) : null)
			.param("reasons", SlotReasons.of(decision).toJson())
			.param("id", contactId)
			.update();
	}

	/**
	 * Adds an attempt unless the same is there.
	 * @return the unanswered attempts of the case by then; empty when nothing was added
	 */
	OptionalInt insertAttempt(NewAttempt attempt) {
		KeyHolder key = new GeneratedKeyHolder();
		int inserted = this.jdbc.sql("""
				insert into contact_attempt (contact_id, made_at, case_id, purpose, channel, quota_key, outcome,
					agent_id, note, unanswered)
				select c.id, cast(:at as timestamp with time zone), c.case_id, c.purpose, c.channel, c.quota_key,
					cast(:outcome as varchar(20)), cast(:agent as varchar(64)), cast(:note as varchar(4000)),
					cast(:own as integer) + (select count(*) from contact_attempt a
						where a.case_id = c.case_id and a.outcome in ('NO_ANSWER', 'BUSY'))
				from contact c
				where c.id = :id and not exists (
					select 1 from contact_attempt b where b.contact_id = c.id and b.made_at = :at)""")
			.param("id", attempt.contactId())
			.param("at", sqlTime(attempt.at()))
			.param("outcome", attempt.outcome().name())
			.param("agent", attempt.agentId())
			.param("note", attempt.note())
			.param("own", attempt.outcome().isUnanswered() ? 1 : 0)
			.update(key, "unanswered");
		Number unanswered = key.getKey();
		return (inserted == 1 && unanswered != null) ? OptionalInt.of(unanswered.intValue()) : OptionalInt.empty();
	}

	void markDone(UUID contactId, @Nullable String agentId) {
		this.jdbc.sql("""
				update contact set state = 'DONE', agent_id = coalesce(cast(:agent as varchar(64)), agent_id)
				where id = :id""").param("agent", agentId).param("id", contactId).update();
	}

	List<ContactAttempt> attemptsOf(UUID caseId) {
		return this.jdbc.sql("""
				select contact_id, made_at, channel, outcome, agent_id, note, unanswered
				from contact_attempt where case_id = :caseId order by made_at""")
			.param("caseId", caseId)
			.query(ContactStore::attempt)
			.list();
	}

	Optional<ContactAttempt> attempt(UUID contactId, Instant at) {
		return this.jdbc.sql("""
				select contact_id, made_at, channel, outcome, agent_id, note, unanswered
				from contact_attempt where contact_id = :id and made_at = :at""")
			.param("id", contactId)
			.param("at", sqlTime(at))
			.query(ContactStore::attempt)
			.optional();
	}

	boolean assign(UUID contactId, String agentId) {
		return this.jdbc.sql("update contact set agent_id = :agent where id = :id")
			.param("agent", agentId)
			.param("id", contactId)
			.update() == 1;
	}

	int cancel(UUID contactId, String reason) {
		return this.jdbc.sql("""
				update contact set state = 'CANCELLED', cancelled_because = :reason
				where id = :id and state in ('PLANNED', 'SCHEDULED', 'NOT_POSSIBLE')""")
			.param("reason", reason)
			.param("id", contactId)
			.update();
	}

	int cancelOpenOf(UUID caseId, String reason) {
		return this.jdbc.sql("""
				update contact set state = 'CANCELLED', cancelled_because = :reason
				where case_id = :id and state in ('PLANNED', 'SCHEDULED', 'NOT_POSSIBLE')""")
			.param("reason", reason)
			.param("id", caseId)
			.update();
	}

	private static Contact contact(ResultSet row, int index) throws SQLException {
		Instant slotAt = nullableInstant(row, "slot_at");
		ContactSlot slot = (slotAt != null) ? new ContactSlot(slotAt, instant(row, "due_at"), instant(row, "remind_at"))
				: null;
		SlotReasons reasons = SlotReasons.fromJson(row.getString("slot_reasons"));
		return new Contact(row.getObject("id", UUID.class), row.getObject("customer_id", UUID.class),
				row.getObject("case_id", UUID.class), ContactPurpose.valueOf(row.getString("purpose")),
				ContactChannel.valueOf(row.getString("channel")), ContactReason.valueOf(row.getString("reason")),
				ContactState.valueOf(row.getString("state")), row.getString("agent_id"), slot, reasons.refused(),
				reasons.compromises());
	}

	private static ContactAttempt attempt(ResultSet row, int index) throws SQLException {
		return new ContactAttempt(row.getObject("contact_id", UUID.class), instant(row, "made_at"),
				ContactChannel.valueOf(row.getString("channel")), ContactOutcome.valueOf(row.getString("outcome")),
				row.getString("agent_id"), row.getString("note"), row.getInt("unanswered"));
	}

	/**
	 * An attempt as it is told.
	 */
	record NewAttempt(UUID contactId, Instant at, ContactOutcome outcome, @Nullable String agentId,
			@Nullable String note) {
	}

	private static OffsetDateTime sqlTime(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private static @Nullable Instant nullableInstant(ResultSet row, String column) throws SQLException {
		OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
		return (value != null) ? value.toInstant() : null;
	}

}
