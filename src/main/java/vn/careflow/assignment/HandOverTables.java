package vn.careflow.assignment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.careflow.assignment.Responsibility.Held;

/**
 * Reads and writes hand-overs.
 */
@Component
class HandOverTables {

	private static final List<String> ENDING = Stream.of(HandOverKind.values())
		.filter((kind) -> kind.succession() == HandOverKind.Succession.ENDS)
		.map(Enum::name)
		.toList();

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	HandOverTables(JdbcClient jdbc, JdbcTemplate template) {
		this.jdbc = jdbc;
		this.template = template;
	}

	void insert(HandOver begun) {
		this.jdbc.sql("""
				insert into hand_over (id, agent_id, open_agent_id, reason, last_day, state, requested_by, requested_at,
					was_receiving, was_not_receiving_reason, was_employed_until, listings, tries)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)""")
			.params(begun.id(), begun.agentId(), begun.agentId(), begun.reason(), begun.lastDay(), begun.state().name(),
					begun.requestedBy(), sqlTime(begun.requestedAt()), begun.before().receiving(),
					begun.before().notReceivingReason(), begun.before().employedUntil())
			.update();
	}

	Optional<HandOver> find(UUID id) {
		return this.jdbc.sql("select * from hand_over where id = ?")
			.param(id)
			.query(HandOverTables::handOver)
			.optional();
	}

	/** The same, held until the end of the transaction. */
	Optional<HandOver> hold(UUID id) {
		return this.jdbc.sql("select * from hand_over where id = ? for update")
			.param(id)
			.query(HandOverTables::handOver)
			.optional();
	}

	/** The one of a person that runs. */
	Optional<HandOver> openOf(String agentId) {
		return this.jdbc.sql("select * from hand_over where open_agent_id = ?")
			.param(agentId)
			.query(HandOverTables::handOver)
			.optional();
	}

	List<HandOver> latest(int page, int size) {
		return this.jdbc
			.sql("select * from hand_over order by requested_at desc, id offset ? rows fetch next ? rows only")
			.params((long) page * size, size)
			.query(HandOverTables::handOver)
			.list();
	}

	long count() {
		return this.jdbc.sql("select count(*) from hand_over").query(Long.class).single();
	}

	void state(UUID id, HandOver.State state) {
		this.jdbc.sql("update hand_over set state = ? where id = ?").params(state.name(), id).update();
	}

	int listed(UUID id) {
		this.jdbc.sql("update hand_over set listings = listings + 1 where id = ?").param(id).update();
		return this.jdbc.sql("select listings from hand_over where id = ?").param(id).query(Integer.class).single();
	}

	void closed(UUID id, Instant at, Instant undoUntil) {
		this.jdbc.sql("update hand_over set state = ?, closed_at = ?, undo_until = ? where id = ?")
			.params(HandOver.State.CLOSED.name(), sqlTime(at), sqlTime(undoUntil), id)
			.update();
	}

	void ended(UUID id, HandOver.State state, Instant at) {
		this.jdbc.sql("update hand_over set state = ?, ended_at = ?, open_agent_id = null where id = ?")
			.params(state.name(), sqlTime(at), id)
			.update();
	}

	void calledOff(UUID id, String by, @Nullable String why) {
		this.jdbc.sql("update hand_over set ended_by = :by, ended_because = :why where id = :id")
			.param("by", by)
			.param("why", why, Types.VARCHAR)
			.param("id", id)
			.update();
	}

	/**
	 * Counts that a batch begins, and tells how many have in a row without one that was
	 * finished.
	 */
	int tries(UUID id) {
		this.jdbc.sql("update hand_over set tries = tries + 1 where id = ?").param(id).update();
		return this.jdbc.sql("select tries from hand_over where id = ?").param(id).query(Integer.class).single();
	}

	/** The next batch may be greater again. */
	void succeeded(UUID id) {
		this.jdbc.sql("update hand_over set tries = case when tries > 2 then tries - 2 else 0 end where id = ?")
			.param(id)
			.update();
	}

	int lastNo(UUID id) {
		return this.jdbc.sql("select coalesce(max(item_no), 0) from hand_over_item where hand_over_id = ?")
			.param(id)
			.query(Integer.class)
			.single();
	}

	void insert(UUID id, int firstNo, HandOverKind kind, List<Held> held) {
		List<Object[]> rows = new ArrayList<>();
		for (Held one : held) {
			rows.add(new Object[] { id, firstNo + rows.size(), kind.name(), one.ref(), one.detail(), one.customerId(),
					one.language(), one.workItemId(), HandOverItem.State.OPEN.name() });
		}
		this.template.batchUpdate("""
				insert into hand_over_item (hand_over_id, item_no, kind, ref, detail, customer_id, language,
					work_item_id, by_rules, state)
				values (?, ?, ?, ?, ?, ?, ?, ?, false, ?)""", rows, new int[] { Types.OTHER, Types.INTEGER,
				Types.VARCHAR, Types.VARCHAR, Types.VARCHAR, Types.OTHER, Types.VARCHAR, Types.OTHER, Types.VARCHAR });
	}

	/** Keeps with what is listed anew why it could not be handed over before. */
	void recallRefusals(UUID id, int firstNo) {
		this.jdbc.sql("""
				update hand_over_item set state_reason = (select max(r.state_reason) from hand_over_item r
					where r.hand_over_id = hand_over_item.hand_over_id and r.kind = hand_over_item.kind
						and r.ref = hand_over_item.ref and r.state = 'REFUSED')
				where hand_over_id = ? and item_no >= ? and state = 'OPEN'""").params(id, firstNo).update();
	}

	Optional<HandOverItem> item(UUID id, int no) {
		return this.jdbc.sql("select * from hand_over_item where hand_over_id = ? and item_no = ?")
			.params(id, no)
			.query(HandOverTables::item)
			.optional();
	}

	/** The first items in a state, in order. */
	List<HandOverItem> items(UUID id, HandOverItem.State state, int atMost) {
		return this.jdbc.sql("""
				select * from hand_over_item where hand_over_id = ? and state = ?
				order by item_no fetch first ? rows only""")
			.params(id, state.name(), atMost)
			.query(HandOverTables::item)
			.list();
	}

	/**
	 * The first open items that nobody by the rules gets, or that were refused before.
	 */
	List<HandOverItem> doubtful(UUID id, int atMost) {
		return this.jdbc.sql("""
				select * from hand_over_item where hand_over_id = ? and state = 'OPEN'
					and ((not by_rules and chosen_agent_id is null) or state_reason is not null)
				order by item_no fetch first ? rows only""").params(id, atMost).query(HandOverTables::item).list();
	}

	List<HandOverItem> page(UUID id, ItemFilter filter, int page, int size) {
		return this.jdbc.sql("select * from hand_over_item" + ItemFilter.WHERE + """
				order by item_no offset :offset rows fetch next :size rows only""")
			.param("id", id)
			.param("kind", filter.kind())
			.param("state", filter.state())
			.param("offset", (long) page * size)
			.param("size", size)
			.query(HandOverTables::item)
			.list();
	}

	long count(UUID id, ItemFilter filter) {
		return this.jdbc.sql("select count(*) from hand_over_item" + ItemFilter.WHERE)
			.param("id", id)
			.param("kind", filter.kind())
			.param("state", filter.state())
			.query(Long.class)
			.single();
	}

	void propose(UUID id, Map<Integer, HandOverProposals.Proposed> proposals) {
		this.template.batchUpdate("""
				update hand_over_item set proposed_agent_id = ?, proposed_because = ?, by_rules = ?
				where hand_over_id = ? and item_no = ?""",
				proposals.entrySet()
					.stream()
					.map((entry) -> new Object[] { entry.getValue().agentId(), entry.getValue().because(),
							entry.getValue().byRules(), id, entry.getKey() })
					.toList(),
				new int[] { Types.VARCHAR, Types.VARCHAR, Types.BOOLEAN, Types.OTHER, Types.INTEGER });
	}

	/** Chooses for some open items, and for what belongs to the same cases. */
	int choose(UUID id, int first, int last, String agentId, String by) {
		return this.jdbc.sql("""
				update hand_over_item set chosen_agent_id = :agent, chosen_by = :by
				where hand_over_id = :id and state = 'OPEN' and kind not in (:ending)
					and (item_no between :first and :last or work_item_id in (
						select o.work_item_id from hand_over_item o where o.hand_over_id = :id
							and o.item_no between :first and :last and o.work_item_id is not null))""")
			.param("agent", agentId)
			.param("by", by)
			.param("id", id)
			.param("ending", ENDING)
			.param("first", first)
			.param("last", last)
			.update();
	}

	/** Chooses for what nobody was found for. */
	int chooseRemainder(UUID id, String agentId, String by) {
		return this.jdbc.sql("""
				update hand_over_item set chosen_agent_id = :agent, chosen_by = :by
				where hand_over_id = :id and state = 'OPEN' and kind not in (:ending)
					and chosen_agent_id is null and proposed_agent_id is null""")
			.param("agent", agentId)
			.param("by", by)
			.param("id", id)
			.param("ending", ENDING)
			.update();
	}

	void save(UUID id, List<HandOverItem> items) {
		this.template.batchUpdate("""
				update hand_over_item set state = ?, state_reason = ?, to_agent_id = ?, kept = ?, moved_at = ?
				where hand_over_id = ? and item_no = ?""",
				items.stream()
					.map((item) -> new Object[] { item.state().name(), item.stateReason(), item.toAgentId(),
							item.kept(), sqlTime(item.movedAt()), id, item.no() })
					.toList(),
				new int[] { Types.VARCHAR, Types.VARCHAR, Types.VARCHAR, Types.VARCHAR, Types.TIMESTAMP_WITH_TIMEZONE,
						Types.OTHER, Types.INTEGER });
	}

	/** How many items of each kind are in each state. */
	List<Tally> tallies(UUID id) {
		return this.jdbc.sql("""
				select kind, state, count(*) from hand_over_item where hand_over_id = ? group by kind, state""")
			.param(id)
			.query((row, index) -> new Tally(HandOverKind.valueOf(row.getString(1)),
					HandOverItem.State.valueOf(row.getString(2)), row.getLong(3)))
			.list();
	}

	List<String> takers(UUID id) {
		return this.jdbc.sql("""
				select distinct to_agent_id from hand_over_item
				where hand_over_id = ? and state = 'MOVED' and to_agent_id is not null order by to_agent_id""")
			.param(id)
			.query(String.class)
			.list();
	}

	/** To whom how many items of each kind shall go. */
	List<Share> shares(UUID id) {
		return this.jdbc.sql("""
				select kind, coalesce(chosen_agent_id, proposed_agent_id), count(*), min(item_no), max(item_no),
					sum(case when chosen_agent_id is null and not by_rules then 1 else 0 end)
				from hand_over_item where hand_over_id = ? and state = ?
				group by kind, coalesce(chosen_agent_id, proposed_agent_id)""")
			.params(id, HandOverItem.State.OPEN.name())
			.query((row, index) -> new Share(HandOverKind.valueOf(row.getString(1)), row.getString(2), row.getLong(3),
					row.getInt(4), row.getInt(5), row.getLong(6)))
			.list();
	}

	void insertCounts(UUID id, HandOverCount.Stage stage, Map<HandOverKind, Long> counts, Instant at) {
		int number = this.jdbc.sql("select coalesce(max(count_no), 0) + 1 from hand_over_proof where hand_over_id = ?")
			.param(id)
			.query(Integer.class)
			.single();
		this.template.batchUpdate("""
				insert into hand_over_proof (hand_over_id, count_no, stage, kind, counted, counted_at)
				values (?, ?, ?, ?, ?, ?)""",
				counts.entrySet()
					.stream()
					.map((entry) -> new Object[] { id, number, stage.name(), entry.getKey().name(), entry.getValue(),
							sqlTime(at) })
					.toList());
	}

	/** Every count, the first one first, by kind. */
	List<HandOverCount> counts(UUID id) {
		return this.jdbc.sql("select * from hand_over_proof where hand_over_id = ? order by count_no, kind")
			.param(id)
			.query((row, index) -> new HandOverCount(row.getInt("count_no"),
					HandOverCount.Stage.valueOf(row.getString("stage")), HandOverKind.valueOf(row.getString("kind")),
					row.getLong("counted"), required(row, "counted_at")))
			.list();
	}

	private static HandOver handOver(ResultSet row, int index) throws SQLException {
		HandOver.Before before = new HandOver.Before(row.getBoolean("was_receiving"),
				row.getString("was_not_receiving_reason"), row.getObject("was_employed_until", LocalDate.class));
		return new HandOver(row.getObject("id", UUID.class), row.getString("agent_id"), row.getString("reason"),
				row.getObject("last_day", LocalDate.class), HandOver.State.valueOf(row.getString("state")),
				row.getString("requested_by"), required(row, "requested_at"), before, row.getInt("listings"),
				instant(row, "closed_at"), instant(row, "undo_until"), instant(row, "ended_at"),
				row.getString("ended_by"), row.getString("ended_because"));
	}

	private static HandOverItem item(ResultSet row, int index) throws SQLException {
		return new HandOverItem(row.getInt("item_no"), HandOverKind.valueOf(row.getString("kind")),
				row.getString("ref"), row.getString("detail"), row.getObject("customer_id", UUID.class),
				row.getString("language"), row.getObject("work_item_id", UUID.class),
				row.getString("proposed_agent_id"), row.getString("proposed_because"), row.getBoolean("by_rules"),
				row.getString("chosen_agent_id"), row.getString("chosen_by"),
				HandOverItem.State.valueOf(row.getString("state")), row.getString("state_reason"),
				row.getString("to_agent_id"), row.getString("kept"), instant(row, "moved_at"));
	}

	private static Instant required(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	private static @Nullable OffsetDateTime sqlTime(@Nullable Instant at) {
		return (at != null) ? at.atOffset(ZoneOffset.UTC) : null;
	}

	/**
	 * Which items to show; null for all.
	 */
	record ItemFilter(@Nullable String kind, @Nullable String state) {

		private static final String WHERE = """
				 where hand_over_id = :id and (cast(:kind as varchar(20)) is null or kind = :kind)
					and (cast(:state as varchar(20)) is null or state = :state)
				""";

	}

	/**
	 * How many items of a kind are in a state.
	 */
	record Tally(HandOverKind kind, HandOverItem.State state, long number) {
	}

	/**
	 * How many items of a kind a person shall get, and where they stand.
	 *
	 * @param agentId who, null when nobody was found or they end with the person
	 * @param notByRules how many of them the rules gave to nobody
	 */
	record Share(HandOverKind kind, @Nullable String agentId, long number, int firstNo, int lastNo, long notByRules) {
	}

}
