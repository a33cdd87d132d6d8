package vn.careflow.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * When each customer is cared for next, and the cycles of care so far. A date in a table
 * costs nothing until it is due, so a million customers do not mean a million timers.
 */
@Service
public class CarePlans {

	/** Long enough to start a batch of cases, short enough to try again after a crash. */
	private static final Duration CLAIM = Duration.ofMinutes(5);

	private static final String CYCLE = """
			select id, customer_id, began_at, ended_at, planned_channel, plan_note, summary from care_cycle
			""";

	private final JdbcClient jdbc;

	private final Customers customers;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	CarePlans(JdbcClient jdbc, Customers customers, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.customers = customers;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Sets when the customer's next cycle is due, in place of any earlier date.
	 * @return false when the customer opted out: then nothing is planned
	 */
	@Transactional
	public boolean planNext(UUID customerId, Instant at, String reason) {
		if (this.customers.lock(customerId).optedOut()) {
			return false;
		}
		UUID cycleId = UUID.randomUUID();
		if (updatePlan(customerId, cycleId, at, reason) == 0) {
			this.jdbc.sql("""
					insert into care_plan (customer_id, next_cycle_id, next_cycle_at, reason, planned_at)
					values (:customerId, :cycleId, :at, :reason, :now)""")
				.param("customerId", customerId)
				.param("cycleId", cycleId)
				.param("at", SqlTime.of(at))
				.param("reason", LimitedText.reason(reason))
				.param("now", now())
				.update();
		}
		return true;
	}

	/** When the customer is cared for next; empty before the first plan. */
	public Optional<CarePlan> planOf(UUID customerId) {
		return this.jdbc
			.sql("select customer_id, next_cycle_at, reason, planned_at from care_plan where customer_id = :id")
			.param("id", customerId)
			.query((row, index) -> new CarePlan(row.getObject("customer_id", UUID.class),
					SqlTime.readNullable(row, "next_cycle_at"), row.getString("reason"),
					SqlTime.read(row, "planned_at")))
			.optional();
	}

	/**
	 * Claims customers whose cycle is due, the longest waiting first. Several nodes that
	 * claim at once get different customers. A claim ends with {@link #begin}; without it
	 * the customer is due again five minutes later.
	 */
	@Transactional
	public List<DueCarePlan> claimDue(int limit, Instant now) {
		List<DueCarePlan> due = this.jdbc.sql("""
				select p.customer_id, p.next_cycle_id, p.next_cycle_at, p.reason from care_plan p
				where p.next_cycle_at <= :now and (p.claimed_until is null or p.claimed_until <= :now)
					and not exists (select 1 from care_cycle y where y.open_customer_id = p.customer_id)
				order by p.next_cycle_at fetch first :limit rows only for update skip locked""")
			.param("now", SqlTime.of(now))
			.param("limit", limit)
			.query((row, index) -> new DueCarePlan(row.getObject("customer_id", UUID.class),
					row.getObject("next_cycle_id", UUID.class), SqlTime.read(row, "next_cycle_at"),
					row.getString("reason")))
			.list();
		if (!due.isEmpty()) {
			this.jdbc.sql("update care_plan set claimed_until = :until where customer_id in (:ids)")
				.param("until", SqlTime.of(now.plus(CLAIM)))
				.param("ids", due.stream().map(DueCarePlan::customerId).toList())
				.update();
		}
		return due;
	}

	/**
	 * Opens a cycle for a customer. A customer has at most one open cycle: while one is
	 * open, that one is returned, whatever the id asked for.
	 */
	@Transactional
	public CareCycle begin(UUID cycleId, UUID customerId) {
		this.customers.lock(customerId);
		Optional<CareCycle> known = openOf(customerId).or(() -> find(cycleId));
		if (known.isEmpty()) {
			this.jdbc.sql("""
					insert into care_cycle (id, customer_id, open_customer_id, began_at)
					values (:id, :customerId, :customerId, :now)""")
				.param("id", cycleId)
				.param("customerId", customerId)
				.param("now", now())
				.update();
		}
		updatePlan(customerId, null, null, "Đang trong kỳ chăm sóc");
		return known.orElseGet(() -> get(cycleId));
	}

	/**
	 * Opens a cycle at somebody's wish and tells who runs it; while one is open, that one
	 * goes on. Empty when the customer opted out.
	 */
	@Transactional
	public Optional<RequestedCycle> request(UUID customerId) {
		if (this.customers.lock(customerId).optedOut()) {
			return Optional.empty();
		}
		UUID cycleId = UUID.randomUUID();
		CareCycle cycle = begin(cycleId, customerId);
		boolean isNew = cycle.id().equals(cycleId);
		if (isNew) {
			this.events.publishEvent(new CareCycleRequested(cycleId, customerId));
		}
		return Optional.of(new RequestedCycle(cycle, isNew));
	}

	/** Keeps how the customer is to be contacted in this cycle and what for. */
	@Transactional
	public void planContact(UUID cycleId, @Nullable PreferredChannel channel, @Nullable String note) {
		requireOne(cycleId,
				this.jdbc.sql("update care_cycle set planned_channel = :channel, plan_note = :note where id = :id")
					.param("channel", (channel != null) ? channel.name() : null)
					.param("note", (note != null) ? new CycleSummary(note).text() : null)
					.param("id", cycleId)
					.update());
	}

	/** Closes a cycle; closing it again changes nothing. */
	@Transactional
	public void end(UUID cycleId, CycleSummary summary) {
		int ended = this.jdbc.sql("""
				update care_cycle set ended_at = :now, open_customer_id = null, summary = :summary
				where id = :id and ended_at is null""")
			.param("now", now())
			.param("summary", summary.text())
			.param("id", cycleId)
			.update();
		if (ended == 0) {
			get(cycleId);
		}
	}

	public Optional<CareCycle> find(UUID cycleId) {
		return this.jdbc.sql(CYCLE + "where id = :id").param("id", cycleId).query(CarePlans::cycle).optional();
	}

	/**
	 * The cycle with this id.
	 * @throws CustomerNotFound when there is none
	 */
	public CareCycle get(UUID cycleId) {
		return find(cycleId).orElseThrow(() -> CustomerNotFound.cycle(cycleId));
	}

	/** The customer's open cycle. */
	public Optional<CareCycle> openOf(UUID customerId) {
		return this.jdbc.sql(CYCLE + "where open_customer_id = :id")
			.param("id", customerId)
			.query(CarePlans::cycle)
			.optional();
	}

	/** A page of the customer's cycles, the newest first. */
	public Page<CareCycle> cyclesOf(UUID customerId, int page, int size) {
		int fitting = Math.min(Math.max(1, size), Page.MAX_SIZE);
		long total = this.jdbc.sql("select count(*) from care_cycle where customer_id = :id")
			.param("id", customerId)
			.query(Long.class)
			.single();
		List<CareCycle> cycles = this.jdbc.sql(CYCLE
				+ "where customer_id = :id order by began_at desc, id offset :offset rows fetch next :size rows only")
			.param("id", customerId)
			.param("offset", (long) Math.max(0, page) * fitting)
			.param("size", fitting)
			.query(CarePlans::cycle)
			.list();
		return new Page<>(cycles, Math.max(0, page), fitting, total);
	}

	private int updatePlan(UUID customerId, @Nullable UUID cycleId, @Nullable Instant at, String reason) {
		return this.jdbc.sql("""
				update care_plan set next_cycle_id = :cycleId, next_cycle_at = :at, reason = :reason,
					claimed_until = null, planned_at = :now
				where customer_id = :customerId""")
			.param("cycleId", cycleId)
			.param("at", SqlTime.ofNullable(at))
			.param("reason", LimitedText.reason(reason))
			.param("now", now())
			.param("customerId", customerId)
			.update();
	}

	private OffsetDateTime now() {
		return SqlTime.of(SqlTime.now(this.clock));
	}

	private static void requireOne(UUID cycleId, int rows) {
		if (rows != 1) {
			throw CustomerNotFound.cycle(cycleId);
		}
	}

	private static CareCycle cycle(ResultSet row, int index) throws SQLException {
		return new CareCycle(row.getObject("id", UUID.class), row.getObject("customer_id", UUID.class),
				SqlTime.read(row, "began_at"), SqlTime.readNullable(row, "ended_at"),
				CustomerRows.channel(row, "planned_channel"), row.getString("plan_note"), row.getString("summary"));
	}

}
