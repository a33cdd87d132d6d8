package vn.careflow.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads and writes plans.
 */
@Component
class DayPlanStore {

	private static final String PLAN = """
			select id, team_id, days, state, requested_by, requested_at, from_at, until_at, proposed_at, expires_at,
				closed_at, summary
			from day_plan
			""";

	private static final String ITEM = """
			select plan_id, item_no, contact_id, customer_id, from_agent_id, from_slot_at, proposed_agent_id,
				proposed_slot_at, chosen_agent_id, chosen_slot_at, reasons, state, state_reason, decided_by, decided_at,
				applied_at
			from day_plan_item where plan_id = :plan
			""";

	private final JdbcClient jdbc;

	DayPlanStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Adds a plan unless it is there. */
	boolean insert(DayPlan plan) {
		return this.jdbc
			.sql("""
					insert into day_plan (id, team_id, days, state, requested_by, requested_at)
					select cast(:id as uuid), cast(:team as varchar(64)), cast(:days as integer), cast(:state as varchar(20)),
						cast(:by as varchar(64)), cast(:at as timestamp with time zone)
					where not exists (select 1 from day_plan where id = :id)""")
			.param("id", plan.id())
			.param("team", plan.teamId())
			.param("days", plan.days())
			.param("state", plan.state().name())
			.param("by", plan.requestedBy())
			.param("at", sqlTime(plan.requestedAt()))
			.update() == 1;
	}

	Optional<DayPlan> find(UUID planId) {
		return this.jdbc.sql(PLAN + "where id = :id").param("id", planId).query(DayPlanStore::plan).optional();
	}

	/** The same, held until the end of the transaction. */
	Optional<DayPlan> hold(UUID planId) {
		return this.jdbc.sql(PLAN + "where id = :id for update")
			.param("id", planId)
			.query(DayPlanStore::plan)
			.optional();
	}

	List<DayPlan> latest(@Nullable String teamId, int limit, int offset) {
		return this.jdbc.sql(PLAN + """
				where cast(:team as varchar(64)) is null or team_id = :team
				order by requested_at desc, id limit :limit offset :offset""")
			.param("team", teamId)
			.param("limit", limit)
			.param("offset", offset)
			.query(DayPlanStore::plan)
			.list();
	}

	long count(@Nullable String teamId) {
		return this.jdbc
			.sql("select count(*) from day_plan where cast(:team as varchar(64)) is null or team_id = :team")
			.param("team", teamId)
			.query(Long.class)
			.single();
	}

	void saveProposed(DayPlan plan) {
		this.jdbc.sql("""
				update day_plan set state = :state, from_at = :from, until_at = :until, proposed_at = :proposed,
					expires_at = :expires, closed_at = :closed, summary = :summary
				where id = :id""")
			.param("state", plan.state().name())
			.param("from", sqlTime(plan.from()))
			.param("until", sqlTime(plan.until()))
			.param("proposed", sqlTime(plan.proposedAt()))
			.param("expires", sqlTime(plan.expiresAt()))
			.param("closed", sqlTime(plan.closedAt()))
			.param("summary", (plan.summary() != null) ? plan.summary().toJson() : null)
			.param("id", plan.id())
			.update();
	}

	void close(UUID planId, DayPlanState state, Instant at) {
		this.jdbc.sql("update day_plan set state = :state, closed_at = :at where id = :id")
			.param("state", state.name())
			.param("at", sqlTime(at))
			.param("id", planId)
			.update();
	}

	void insert(DayPlanItem item) {
		this.jdbc.sql("""
				insert into day_plan_item (plan_id, item_no, contact_id, customer_id, from_agent_id, from_slot_at,
					proposed_agent_id, proposed_slot_at, reasons, state)
				values (:plan, :no, :contact, :customer, :fromAgent, :fromSlot, :agent, :slot, :reasons, :state)""")
			.param("plan", item.planId())
			.param("no", item.no())
			.param("contact", item.contactId())
			.param("customer", item.customerId())
			.param("fromAgent", item.fromAgentId())
			.param("fromSlot", sqlTime(item.fromSlotAt()))
			.param("agent", item.proposedAgentId())
			.param("slot", sqlTime(item.proposedSlotAt()))
			.param("reasons", item.reasons().toJson())
			.param("state", item.state().name())
			.update();
	}

	List<DayPlanItem> items(UUID planId) {
		return this.jdbc.sql(ITEM + "order by item_no").param("plan", planId).query(DayPlanStore::item).list();
	}

	Optional<DayPlanItem> item(UUID planId, int no) {
		return this.jdbc.sql(ITEM + "and item_no = :no")
			.param("plan", planId)
			.param("no", no)
			.query(DayPlanStore::item)
			.optional();
	}

	void save(DayPlanItem item) {
		this.jdbc.sql("""
				update day_plan_item set chosen_agent_id = :agent, chosen_slot_at = :slot, state = :state,
					state_reason = :reason, decided_by = :by, decided_at = :at, applied_at = :applied
				where plan_id = :plan and item_no = :no""")
			.param("agent", item.chosenAgentId())
			.param("slot", sqlTime(item.chosenSlotAt()))
			.param("state", item.state().name())
			.param("reason", item.stateReason())
			.param("by", item.decidedBy())
			.param("at", sqlTime(item.decidedAt()))
			.param("applied", sqlTime(item.appliedAt()))
			.param("plan", item.planId())
			.param("no", item.no())
			.update();
	}

	private static DayPlan plan(ResultSet row, int index) throws SQLException {
		String summary = row.getString("summary");
		return new DayPlan(row.getObject("id", UUID.class), row.getString("team_id"), row.getInt("days"),
				DayPlanState.valueOf(row.getString("state")), row.getString("requested_by"),
				required(row, "requested_at"), instant(row, "from_at"), instant(row, "until_at"),
				instant(row, "proposed_at"), instant(row, "expires_at"), instant(row, "closed_at"),
				(summary != null) ? PlanSummary.fromJson(summary) : null);
	}

	private static DayPlanItem item(ResultSet row, int index) throws SQLException {
		return new DayPlanItem(row.getObject("plan_id", UUID.class), row.getInt("item_no"),
				row.getObject("contact_id", UUID.class), row.getObject("customer_id", UUID.class),
				row.getString("from_agent_id"), required(row, "from_slot_at"), row.getString("proposed_agent_id"),
				instant(row, "proposed_slot_at"), row.getString("chosen_agent_id"), instant(row, "chosen_slot_at"),
				ItemReasons.fromJson(row.getString("reasons")), ItemState.valueOf(row.getString("state")),
				row.getString("state_reason"), row.getString("decided_by"), instant(row, "decided_at"),
				instant(row, "applied_at"));
	}

	private static @Nullable OffsetDateTime sqlTime(@Nullable Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

	private static Instant required(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
		return (value != null) ? value.toInstant() : null;
	}

}
