package vn.careflow.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
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

	private static final int LONGEST_REASONS = 20_000;

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

	/** A page of the planned contacts that are not over, by id. */
	List<UUID> scheduledAfter(Instant now, @Nullable UUID after, int atMost) {
		return this.jdbc.sql("""
				select id from contact where state = 'SCHEDULED' and due_at > :now and id > :after
				order by id fetch first :atMost rows only""")
			.param("now", sqlTime(now))
			.param("after", (after != null) ? after : new UUID(0, 0))
			.param("atMost", atMost)
			.query(UUID.class)
			.list();
	}

	/**
	 * Holds everything that shares a lock with one of these keys until the transaction
	 * ends; always in the same order, so that nobody waits in a circle.
	 */
	void lock(Set<String> keys) {
		this.jdbc.sql("select slot from contact_lock where slot in (:slots) order by slot for update")
			.param("slots", keys.stream().map((key) -> Math.floorMod(key.hashCode(), LOCKS)).sorted().toList())
			.query(Integer.class)
			.list();
	}

	/** Holds whatever could be planned until the transaction ends. */
	void lockAll() {
		this.jdbc.sql("select slot from contact_lock order by slot for update").query(Integer.class).list();
	}

	/**
	 * Other contacts that quotas and buffers count: those to the number for the same
	 * purpose and channel, and all with the customer. A customer who asked to be called
	 * back is not left alone for it, and what nobody did disturbed nobody.
	 * @param since how far back they matter
	 */
	Uses usesOf(String quotaKey, Contact other, Instant since) {
		List<CountedUse> uses = this.jdbc.sql("""
				select 'NUMBER' as counted, slot_at as used_from, due_at as used_to from contact
				where quota_key = :number and due_at > :since and state = 'SCHEDULED' and purpose = :purpose
					and channel = :channel and id <> :id
				union all
				select 'NUMBER', made_at, made_at from contact_attempt
				where quota_key = :number and made_at > :since and outcome <> 'MISSED' and purpose = :purpose
					and channel = :channel
				union all
				select 'CUSTOMER', slot_at, due_at from contact
				where customer_id = :customerId and due_at > :since and state = 'SCHEDULED' and id <> :id
				union all
				select 'CUSTOMER', a.made_at, a.made_at
				from contact c join contact_attempt a on a.contact_id = c.id
				where c.customer_id = :customerId and c.id <> :id and a.made_at > :since
					and a.outcome not in ('MISSED', 'CALL_BACK')""")
			.param("number", quotaKey)
			.param("since", sqlTime(since))
			.param("purpose", other.purpose().name())
			.param("channel", other.channel().name())
			.param("customerId", other.customerId())
			.param("id", other.id())
			.query((row, index) -> new CountedUse(row.getString("counted").equals("NUMBER"),
					new NumberUse(instant(row, "used_from"), instant(row, "used_to"))))
			.list();
		return new Uses(uses.stream().filter(CountedUse::ofNumber).map(CountedUse::use).toList(),
				uses.stream().filter((use) -> !use.ofNumber()).map(CountedUse::use).toList());
	}

	/** Planned contacts that are not over, the earliest first. */
	List<Contact> scheduled(Replan which, Instant now) {
		return this.jdbc.sql("""
				select id, customer_id, case_id, purpose, channel, reason, state, agent_id, slot_at, due_at, remind_at,
					slot_reasons
				from contact
				where state = 'SCHEDULED' and due_at > :from and (cast(:to as timestamp with time zone) is null
						or slot_at < :to)
					and (cast(:customerId as uuid) is null or customer_id = :customerId)
					and (cast(:purpose as varchar(20)) is null or purpose = :purpose)
				order by slot_at, id""")
			.param("from", sqlTime((which.from() != null && which.from().isAfter(now)) ? which.from() : now))
			.param("to", (which.to() != null) ? sqlTime(which.to()) : null)
			.param("customerId", which.customerId())
			.param("purpose", (which.purpose() != null) ? which.purpose().name() : null)
			.query(ContactStore::contact)
			.list();
	}

	void saveTimes(UUID contactId, ContactSlot slot) {
		this.jdbc.sql("update contact set slot_at = :at, due_at = :due, remind_at = :remind where id = :id")
			.param("at", sqlTime(slot.at()))
			.param("due", sqlTime(slot.dueAt()))
			.param("remind", sqlTime(slot.remindAt()))
			.param("id", contactId)
			.update();
	}

	/** Keeps who took on a contact that no case planned. */
	void taken(UUID contactId, String agentId) {
		this.jdbc.sql("update contact set agent_id = :agent, taken_by = :agent where id = :id")
			.param("agent", agentId)
			.param("id", contactId)
			.update();
	}

	boolean isTaken(UUID contactId) {
		return this.jdbc.sql("select count(*) from contact where id = :id and taken_by is not null")
			.param("id", contactId)
			.query(Integer.class)
			.single() > 0;
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
			.param("reasons", SlotReasons.fitting(decision, LONGEST_REASONS))
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

	List<Contact> scheduledOfTeam(String teamId, Collection<String> memberIds, Instant from, Instant until) {
		return this.jdbc.sql("""
				select id, customer_id, case_id, purpose, channel, reason, state, agent_id, slot_at, due_at, remind_at,
					slot_reasons
				from contact
				where state = 'SCHEDULED' and slot_at >= :from and slot_at < :until
					and (team_id = :team or (team_id is null and agent_id in (:members)))
				order by slot_at, id""")
			.param("team", teamId)
			.param("members", orNobody(memberIds))
			.param("from", sqlTime(from))
			.param("until", sqlTime(until))
			.query(ContactStore::contact)
			.list();
	}

	List<Contact> scheduledOfAgents(Collection<String> agentIds, Instant from, Instant until) {
		return this.jdbc.sql("""
				select id, customer_id, case_id, purpose, channel, reason, state, agent_id, slot_at, due_at, remind_at,
					slot_reasons
				from contact
				where state = 'SCHEDULED' and slot_at >= :from and slot_at < :until and agent_id in (:agents)
				order by slot_at, id""")
			.param("agents", orNobody(agentIds))
			.param("from", sqlTime(from))
			.param("until", sqlTime(until))
			.query(ContactStore::contact)
			.list();
	}

	private static Collection<String> orNobody(Collection<String> ids) {
		return ids.isEmpty() ? List.of("") : ids;
	}

	boolean offer(UUID contactId, String teamId, @Nullable String agentId) {
		return this.jdbc.sql("""
				update contact set team_id = :team, agent_id = coalesce(cast(:agent as varchar(64)), agent_id)
				where id = :id""").param("team", teamId).param("agent", agentId).param("id", contactId).update() == 1;
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

	/**
	 * What counts.
	 *
	 * @param ofNumber against quotas
	 * @param ofCustomer against buffers
	 */
	record Uses(List<NumberUse> ofNumber, List<NumberUse> ofCustomer) {
	}

	private record CountedUse(boolean ofNumber, NumberUse use) {
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
