package vn.careflow.contact;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

import vn.careflow.customer.Page;

/**
 * Reads and writes appointments and the time that they take. That nobody's time is given
 * away twice is held by the database: on PostgreSQL by an exclusion constraint, on H2 by
 * the unique five minutes that are written here beside each booking.
 */
@Component
class AppointmentStore {

	private static final int LOCKS = 256;

	private static final String COLUMNS = """
			id, customer_id, agent_id, kind, purpose, state, starts_at, ends_at, busy_from, busy_to, remind_agent_at,
			remind_customer_at, held_until, sequence_number, place, note, booked_by, booked_at, timed_at, changed_at""";

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	private final boolean writesCells;

	AppointmentStore(JdbcClient jdbc, JdbcTemplate template, DataSource dataSource) throws MetaDataAccessException {
		this.jdbc = jdbc;
		this.template = template;
		this.writesCells = !"PostgreSQL"
			.equals(JdbcUtils.<String>extractDatabaseMetaData(dataSource, DatabaseMetaData::getDatabaseProductName));
	}

	static String agent(String agentId) {
		return "agent:" + agentId;
	}

	static String customer(UUID customerId) {
		return "customer:" + customerId;
	}

	/**
	 * Holds these people's time until the transaction ends. Always before the appointment
	 * itself, and in one order, so that nobody waits for each other.
	 */
	void lock(Collection<String> people) {
		people.stream()
			.map((person) -> Math.floorMod(person.hashCode(), LOCKS))
			.distinct()
			.sorted()
			.forEach((slot) -> this.jdbc.sql("select slot from appointment_lock where slot = :slot for update")
				.param("slot", slot)
				.query(Integer.class)
				.single());
	}

	Optional<Appointment> find(UUID appointmentId) {
		return this.jdbc.sql("select " + COLUMNS + " from appointment where id = :id")
			.param("id", appointmentId)
			.query(AppointmentStore::appointment)
			.optional();
	}

	Optional<Appointment> findAndLock(UUID appointmentId) {
		return this.jdbc.sql("select " + COLUMNS + " from appointment where id = :id for update")
			.param("id", appointmentId)
			.query(AppointmentStore::appointment)
			.optional();
	}

	void insert(Appointment appointment) {
		this.jdbc.sql("insert into appointment (" + COLUMNS + """
				) values (:id, :customerId, :agentId, :kind, :purpose, :state, :startsAt, :endsAt, :busyFrom, :busyTo,
					:remindAgentAt, :remindCustomerAt, :heldUntil, :sequence, :place, :note, :bookedBy, :bookedAt,
					:timedAt, :changedAt)""")
			.param("id", appointment.id())
			.param("customerId", appointment.customerId())
			.param("agentId", appointment.agentId())
			.param("kind", appointment.kind())
			.param("purpose", appointment.purpose().name())
			.param("state", appointment.state().name())
			.param("startsAt", sqlTime(appointment.startsAt()))
			.param("endsAt", sqlTime(appointment.endsAt()))
			.param("busyFrom", sqlTime(appointment.busyFrom()))
			.param("busyTo", sqlTime(appointment.busyTo()))
			.param("remindAgentAt", sqlTime(appointment.remindAgentAt()))
			.param("remindCustomerAt", sqlTime(appointment.remindCustomerAt()))
			.param("heldUntil", nullableTime(appointment.heldUntil()))
			.param("sequence", appointment.sequence())
			.param("place", appointment.place())
			.param("note", appointment.note())
			.param("bookedBy", appointment.bookedBy())
			.param("bookedAt", sqlTime(appointment.bookedAt()))
			.param("timedAt", sqlTime(appointment.timedAt()))
			.param("changedAt", sqlTime(appointment.changedAt()))
			.update();
	}

	void update(Appointment appointment) {
		this.jdbc.sql("""
				update appointment set agent_id = :agentId, state = :state, starts_at = :startsAt, ends_at = :endsAt,
					busy_from = :busyFrom, busy_to = :busyTo, remind_agent_at = :remindAgentAt,
					remind_customer_at = :remindCustomerAt, held_until = :heldUntil, sequence_number = :sequence,
					timed_at = :timedAt, changed_at = :changedAt
				where id = :id""")
			.param("id", appointment.id())
			.param("agentId", appointment.agentId())
			.param("state", appointment.state().name())
			.param("startsAt", sqlTime(appointment.startsAt()))
			.param("endsAt", sqlTime(appointment.endsAt()))
			.param("busyFrom", sqlTime(appointment.busyFrom()))
			.param("busyTo", sqlTime(appointment.busyTo()))
			.param("remindAgentAt", sqlTime(appointment.remindAgentAt()))
			.param("remindCustomerAt", sqlTime(appointment.remindCustomerAt()))
			.param("heldUntil", nullableTime(appointment.heldUntil()))
			.param("sequence", appointment.sequence())
			.param("timedAt", sqlTime(appointment.timedAt()))
			.param("changedAt", sqlTime(appointment.changedAt()))
			.update();
	}

	/** A page of the appointments of some agents that are still to come, by id. */
	List<UUID> toComeOf(List<String> agentIds, Instant now, @Nullable UUID after, int atMost) {
		return this.jdbc.sql("""
				select id from appointment
				where agent_id in (:agents) and starts_at > :now and state in ('HELD', 'CONFIRMED') and id > :after
				order by id fetch first :atMost rows only""")
			.param("agents", agentIds)
			.param("now", sqlTime(now))
			.param("after", (after != null) ? after : new UUID(0, 0))
			.param("atMost", atMost)
			.query(UUID.class)
			.list();
	}

	/** Gives the time of agent and customer away to the appointment. */
	void book(Appointment appointment) {
		AppointmentTime time = appointment.time();
		book(new BusyTime(appointment.id(), agent(appointment.agentId()), time.busyFrom(), time.busyTo()));
		book(new BusyTime(appointment.id(), customer(appointment.customerId()), time.start(), time.end()));
	}

	private void book(BusyTime busy) {
		this.jdbc.sql("""
				insert into appointment_booking (appointment_id, person, busy_from, busy_to)
				values (:id, :person, :busyFrom, :busyTo)""")
			.param("id", busy.appointmentId())
			.param("person", busy.person())
			.param("busyFrom", sqlTime(busy.from()))
			.param("busyTo", sqlTime(busy.to()))
			.update();
		if (this.writesCells) {
			bookCells(busy);
		}
	}

	private void bookCells(BusyTime busy) {
		long step = AppointmentKind.STEP.toSeconds();
		long[] cells = LongStream
			.range(Math.floorDiv(busy.from().getEpochSecond(), step),
					Math.floorDiv(busy.to().getEpochSecond() + step - 1, step))
			.toArray();
		this.template.batchUpdate("insert into appointment_cell (person, cell, appointment_id) values (?, ?, ?)",
				new BatchPreparedStatementSetter() {

					@Override
					public void setValues(java.sql.PreparedStatement statement, int i) throws SQLException {
						statement.setString(1, busy.person());
						statement.setLong(2, cells[i]);
						statement.setObject(3, busy.appointmentId());
					}

					@Override
					public int getBatchSize() {
						return cells.length;
					}

				});
	}

	/** Gives the time that the appointment took back. */
	void free(UUID appointmentId) {
		this.jdbc.sql("delete from appointment_booking where appointment_id = :id").param("id", appointmentId).update();
	}

	/**
	 * The time that people have given away, by start.
	 * @param except an appointment that does not count, null for none
	 */
	List<BusyTime> busy(Collection<String> people, Instant from, Instant to, @Nullable UUID except, Instant now) {
		return people.isEmpty() ? List.of()
				: this.jdbc.sql("""
						select b.appointment_id, b.person, b.busy_from, b.busy_to from appointment_booking b
						join appointment a on a.id = b.appointment_id
						where b.person in (:people) and b.busy_to > :busyFrom and b.busy_from < :busyTo
							and b.appointment_id <> :except and (a.held_until is null or a.held_until > :now)
						order by b.busy_from""")
					.param("people", people)
					.param("busyFrom", sqlTime(from))
					.param("busyTo", sqlTime(to))
					.param("except", (except != null) ? except : new UUID(0, 0))
					.param("now", sqlTime(now))
					.query((row, index) -> new BusyTime(row.getObject("appointment_id", UUID.class),
							row.getString("person"), instant(row, "busy_from"), instant(row, "busy_to")))
					.list();
	}

	/** Times of these people that were kept for long enough. */
	List<UUID> expiredOf(Collection<String> people, Instant now) {
		return this.jdbc.sql("""
				select distinct a.id from appointment a join appointment_booking b on b.appointment_id = a.id
				where a.state = 'HELD' and a.held_until <= :now and b.person in (:people)""")
			.param("people", people)
			.param("now", sqlTime(now))
			.query(UUID.class)
			.list();
	}

	/** Times that were kept for long enough, the oldest first. */
	List<UUID> expired(Instant now, int limit) {
		return this.jdbc.sql("""
				select id from appointment where state = 'HELD' and held_until <= :now
				order by held_until, id fetch next :limit rows only""")
			.param("now", sqlTime(now))
			.param("limit", limit)
			.query(UUID.class)
			.list();
	}

	/** The appointments that each of these agents has between two moments. */
	List<Load> loads(Collection<String> agentIds, Instant from, Instant to) {
		return agentIds.isEmpty() ? List.of()
				: this.jdbc.sql("""
						select agent_id, starts_at from appointment
						where agent_id in (:agents) and starts_at >= :start and starts_at < :end
							and state in ('HELD', 'CONFIRMED')""")
					.param("agents", agentIds)
					.param("start", sqlTime(from))
					.param("end", sqlTime(to))
					.query((row, index) -> new Load(row.getString("agent_id"), instant(row, "starts_at")))
					.list();
	}

	void log(Appointment appointment, String change, String by, @Nullable String reason) {
		this.jdbc.sql("""
				insert into appointment_change (appointment_id, change_number, change_kind, changed_at, changed_by,
					agent_id, starts_at, reason)
				select cast(:id as uuid), count(*) + 1, cast(:change as varchar(20)),
					cast(:at as timestamp with time zone), cast(:by as varchar(64)), cast(:agentId as varchar(64)),
					cast(:startsAt as timestamp with time zone), cast(:reason as varchar(500))
				from appointment_change where appointment_id = :id""")
			.param("id", appointment.id())
			.param("change", change)
			.param("at", sqlTime(appointment.changedAt()))
			.param("by", by)
			.param("agentId", appointment.agentId())
			.param("startsAt", sqlTime(appointment.startsAt()))
			.param("reason", reason)
			.update();
	}

	List<AppointmentChange> changes(UUID appointmentId) {
		return this.jdbc.sql("""
				select change_kind, changed_at, changed_by, agent_id, starts_at, reason from appointment_change
				where appointment_id = :id order by change_number""")
			.param("id", appointmentId)
			.query((row, index) -> new AppointmentChange(row.getString("change_kind"), instant(row, "changed_at"),
					row.getString("changed_by"), row.getString("agent_id"), instant(row, "starts_at"),
					row.getString("reason")))
			.list();
	}

	Page<Appointment> page(AppointmentFilter filter, int page, int size) {
		String where = """
				where (cast(:agentId as varchar(64)) is null or agent_id = :agentId)
					and (cast(:customerId as uuid) is null or customer_id = :customerId)
					and (cast(:state as varchar(20)) is null or state = :state)
					and starts_at >= :start and starts_at < :end""";
		long total = filtered("select count(*) from appointment " + where, filter).query(Long.class).single();
		List<Appointment> items = filtered("select " + COLUMNS + " from appointment " + where
				+ " order by starts_at, id offset :offset rows fetch next :size rows only", filter)
			.param("offset", (long) page * size)
			.param("size", size)
			.query(AppointmentStore::appointment)
			.list();
		return new Page<>(items, page, size, total);
	}

	private JdbcClient.StatementSpec filtered(String sql, AppointmentFilter filter) {
		return this.jdbc.sql(sql)
			.param("agentId", filter.agentId())
			.param("customerId", filter.customerId())
			.param("state", (filter.state() != null) ? filter.state().name() : null)
			.param("start", sqlTime(filter.from()))
			.param("end", sqlTime(filter.to()));
	}

	private static Appointment appointment(ResultSet row, int index) throws SQLException {
		OffsetDateTime heldUntil = row.getObject("held_until", OffsetDateTime.class);
		return new Appointment(row.getObject("id", UUID.class), row.getObject("customer_id", UUID.class),
				row.getString("agent_id"), row.getString("kind"), ContactPurpose.valueOf(row.getString("purpose")),
				AppointmentState.valueOf(row.getString("state")), instant(row, "starts_at"), instant(row, "ends_at"),
				instant(row, "busy_from"), instant(row, "busy_to"), instant(row, "remind_agent_at"),
				instant(row, "remind_customer_at"), (heldUntil != null) ? heldUntil.toInstant() : null,
				row.getInt("sequence_number"), row.getString("place"), row.getString("note"),
				row.getString("booked_by"), instant(row, "booked_at"), instant(row, "timed_at"),
				instant(row, "changed_at"));
	}

	static OffsetDateTime sqlTime(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	private static @Nullable OffsetDateTime nullableTime(@Nullable Instant instant) {
		return (instant != null) ? sqlTime(instant) : null;
	}

	static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	/** That an agent has an appointment at a time. */
	record Load(String agentId, Instant startsAt) {
	}

}
