package vn.careflow.assignment;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How much work each person has open for each day, in points: a ledger to which every
 * change of {@code open_assignment} adds a line in the same transaction. Reading it costs
 * the same however much is open. Nobody ever waits for anybody to add a line; many lines
 * become one from time to time.
 */
@Component
class AgentLoads {

	/** Fewer lines about a person's day are not worth the trouble. */
	private static final int FEW = 8;

	private static final int DAYS_AT_ONCE = 200;

	/** Earlier than any work. */
	private static final LocalDate BEFORE_ALL = LocalDate.of(1970, 1, 1);

	private static final String DIFFERENCES = """
			select agent_id, work_day, sum(points) from (
				select agent_id, work_day, weight as points from open_assignment
				union all select agent_id, work_day, -points from agent_load) counted
			group by agent_id, work_day having sum(points) <> 0""";

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	AgentLoads(JdbcClient jdbc, TransactionTemplate transaction) {
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	/**
	 * What each person has open for a day; nobody else has anything. What was left from
	 * the days before today is today's work too.
	 */
	Map<String, Integer> ofAll(LocalDate day, LocalDate today) {
		Map<String, Integer> loads = new HashMap<>();
		this.jdbc.sql("""
				select agent_id, sum(points) from agent_load where work_day >= ? and work_day <= ?
				group by agent_id""").params(firstDay(day, today), lastDay(day, today)).query((row) -> {
			loads.put(row.getString(1), row.getInt(2));
		});
		return loads;
	}

	/**
	 * What one person has open for a day, counted like {@link #ofAll}.
	 */
	int of(String agentId, LocalDate day, LocalDate today) {
		return this.jdbc.sql("""
				select coalesce(sum(points), 0) from agent_load where agent_id = ? and work_day >= ?
				and work_day <= ?""")
			.params(agentId, firstDay(day, today), lastDay(day, today))
			.query(Integer.class)
			.single();
	}

	private static LocalDate firstDay(LocalDate day, LocalDate today) {
		return day.isAfter(today) ? day : BEFORE_ALL;
	}

	private static LocalDate lastDay(LocalDate day, LocalDate today) {
		return day.isAfter(today) ? day : today;
	}

	/**
	 * Adds a line.
	 * @param points how much more work it is, negative for less
	 */
	void add(String agentId, LocalDate day, int points) {
		this.jdbc.sql("insert into agent_load (agent_id, work_day, points) values (?, ?, ?)")
			.params(agentId, day, points)
			.update();
	}

	/**
	 * Where the ledger does not say what is open. There is nothing unless somebody has
	 * changed the tables by hand.
	 */
	List<LoadDifference> differences() {
		return this.jdbc.sql(DIFFERENCES + " order by agent_id, work_day")
			.query((row, number) -> new LoadDifference(row.getString(1), row.getObject(2, LocalDate.class),
					row.getInt(3)))
			.list();
	}

	/**
	 * Adds what is missing, so that the ledger says what is open.
	 * @return how many lines it took
	 */
	int repair() {
		return this.jdbc.sql("insert into agent_load (agent_id, work_day, points) " + DIFFERENCES).update();
	}

	@Scheduled(fixedDelayString = "${careflow.assignment.tidy-every:10s}",
			initialDelayString = "${careflow.assignment.tidy-every:10s}")
	void tidy() {
		int days = DAYS_AT_ONCE;
		while (days == DAYS_AT_ONCE) {
			Integer tidied = this.transaction.execute((status) -> tidySome());
			days = (tidied != null) ? tidied : 0;
		}
	}

	/** Several nodes may do it at once: each takes the lines that no other has taken. */
	private int tidySome() {
		List<LoadLines> days = this.jdbc.sql("""
				select agent_id, work_day from agent_load group by agent_id, work_day
				having count(*) > ? or (count(*) > 1 and sum(points) = 0) fetch first ? rows only""")
			.params(FEW, DAYS_AT_ONCE)
			.query((row, number) -> new LoadLines(row.getString(1), row.getObject(2, LocalDate.class)))
			.list();
		days.forEach(this::tidy);
		return days.size();
	}

	private void tidy(LoadLines day) {
		Map<Long, Integer> lines = new HashMap<>();
		this.jdbc.sql("""
				select id, points from agent_load where agent_id = ? and work_day = ?
				for update skip locked""").params(day.agentId(), day.day()).query((row) -> {
			lines.put(row.getLong(1), row.getInt(2));
		});
		if (lines.isEmpty()) {
			return;
		}
		this.jdbc.sql("delete from agent_load where id in (:ids)").param("ids", lines.keySet()).update();
		int sum = lines.values().stream().mapToInt(Integer::intValue).sum();
		if (sum != 0) {
			add(day.agentId(), day.day(), sum);
		}
	}

	/** The lines about a person's day. */
	private record LoadLines(String agentId, LocalDate day) {
	}

}
