package vn.careflow.assignment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of waiting work.
 */
@Component
class WaitingWorkTables {

	private final JdbcClient jdbc;

	WaitingWorkTables(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Waits for whoever holds the row. */
	Optional<WaitingItem> hold(UUID workItemId) {
		return this.jdbc.sql("select * from waiting_work where work_item_id = ? for update")
			.param(workItemId)
			.query(WaitingWorkTables::item)
			.optional();
	}

	/** Never waits: empty as well when somebody else holds the row. */
	Optional<WaitingItem> tryHold(UUID workItemId) {
		return this.jdbc.sql("select * from waiting_work where work_item_id = ? for update skip locked")
			.param(workItemId)
			.query(WaitingWorkTables::item)
			.optional();
	}

	void save(WaitingItem item) {
		if (update(item) == 0) {
			insert(item);
		}
	}

	private int update(WaitingItem item) {
		return bound("""
				update waiting_work set kind = :kind, team_id = :team, language = :language, skills = :skills,
					product = :product, customer_group = :group, excluded = :excluded, work_at = :at,
					urgency = :urgency, next_try_at = :next, tries = :tries
				where work_item_id = :id""", item).update();
	}

	private void insert(WaitingItem item) {
		try {
			bound("""
					insert into waiting_work (work_item_id, kind, team_id, language, skills, product, customer_group,
						excluded, work_at, urgency, waiting_since, next_try_at, tries)
					values (:id, :kind, :team, :language, :skills, :product, :group, :excluded, :at, :urgency,
						:since, :next, :tries)""", item).param("since", utc(item.since())).update();
		}
		catch (DuplicateKeyException ex) {
			throw new WaitingTwice(item.workItemId(), ex);
		}
	}

	private JdbcClient.StatementSpec bound(String sql, WaitingItem item) {
		Instant next = item.nextTryAt();
		return this.jdbc.sql(sql)
			.param("id", item.workItemId())
			.param("kind", item.kind())
			.param("team", item.teamId())
			.param("language", item.language())
			.param("skills", skills(item.skills()))
			.param("product", item.product(), Types.VARCHAR)
			.param("group", item.customerGroup(), Types.VARCHAR)
			.param("excluded", item.excluded().stream().sorted().collect(Collectors.joining(",")))
			.param("at", utc(item.at()))
			.param("urgency", item.urgency())
			.param("next", (next != null) ? utc(next) : null, Types.TIMESTAMP_WITH_TIMEZONE)
			.param("tries", item.tries());
	}

	boolean delete(UUID workItemId) {
		return this.jdbc.sql("delete from waiting_work where work_item_id = ?").param(workItemId).update() == 1;
	}

	/** What is due, the most urgent first, one page of it. */
	List<WaitingItem> due(Instant now, int limit) {
		return this.jdbc.sql("""
				select * from waiting_work where next_try_at <= :now
				order by urgency desc, waiting_since, work_item_id fetch first :limit rows only""")
			.param("now", utc(now))
			.param("limit", limit)
			.query(WaitingWorkTables::item)
			.list();
	}

	/** The queue of some teams behind an item, one page of it. */
	List<WaitingItem> queue(Collection<String> teams, @Nullable WaitingItem after, int limit) {
		if (teams.isEmpty()) {
			return List.of();
		}
		String behind = (after != null) ? """
				and (urgency < :urgency or urgency = :urgency and (waiting_since > :since
					or waiting_since = :since and work_item_id > :id))""" : "";
		JdbcClient.StatementSpec query = this.jdbc
			.sql("select * from waiting_work where team_id in (:teams) " + behind
					+ " order by urgency desc, waiting_since, work_item_id fetch first :limit rows only")
			.param("teams", teams)
			.param("limit", limit);
		if (after != null) {
			query = query.param("urgency", after.urgency())
				.param("since", utc(after.since()))
				.param("id", after.workItemId());
		}
		return query.query(WaitingWorkTables::item).list();
	}

	boolean isAnythingWaiting(Collection<String> teams) {
		return !queue(teams, null, 1).isEmpty();
	}

	long count(String teamId) {
		return this.jdbc.sql("select count(*) from waiting_work where team_id = ?")
			.param(teamId)
			.query(Long.class)
			.single();
	}

	int allDueAt(Instant moment) {
		return this.jdbc.sql("update waiting_work set next_try_at = :at where next_try_at is null or next_try_at > :at")
			.param("at", utc(moment))
			.update();
	}

	void note(String agentId, Instant now) {
		this.jdbc.sql("insert into waiting_work_news (id, agent_id, noted_at) values (?, ?, ?)")
			.params(UUID.randomUUID(), agentId, utc(now))
			.update();
	}

	/** The oldest news that nobody is at. */
	Optional<News> holdNews(Instant now) {
		return this.jdbc.sql("""
				select id, agent_id from waiting_work_news where claimed_until is null or claimed_until <= :now
				order by noted_at, id fetch first 1 row only for update skip locked""")
			.param("now", utc(now))
			.query((row, number) -> new News(row.getObject("id", UUID.class), row.getString("agent_id")))
			.optional();
	}

	void claim(News news, Instant until) {
		this.jdbc.sql("update waiting_work_news set claimed_until = ? where id = ?")
			.params(utc(until), news.id())
			.update();
	}

	void done(News news) {
		this.jdbc.sql("delete from waiting_work_news where id = ?").param(news.id()).update();
	}

	private static WaitingItem item(ResultSet row, int number) throws SQLException {
		OffsetDateTime next = row.getObject("next_try_at", OffsetDateTime.class);
		return new WaitingItem(row.getObject("work_item_id", UUID.class), row.getString("kind"),
				row.getString("team_id"), row.getString("language"), skills(row.getString("skills")),
				row.getString("product"), row.getString("customer_group"), people(row.getString("excluded")),
				instant(row, "work_at"), row.getInt("urgency"), instant(row, "waiting_since"),
				(next != null) ? next.toInstant() : null, row.getInt("tries"));
	}

	private static String skills(List<SkillNeed> needs) {
		return needs.stream().map(WaitingWorkTables::skill).collect(Collectors.joining(","));
	}

	private static String skill(SkillNeed need) {
		Instant droppedAt = need.droppedAt();
		return need.skillId() + ":" + need.minimumLevel() + ((droppedAt != null) ? "@" + droppedAt : "");
	}

	private static List<SkillNeed> skills(String text) {
		return text.isEmpty() ? List.of() : Arrays.stream(text.split(",")).map(WaitingWorkTables::skill).toList();
	}

	private static SkillNeed skill(String text) {
		String[] parts = text.split("@");
		int colon = parts[0].lastIndexOf(':');
		return new SkillNeed(parts[0].substring(0, colon), Integer.parseInt(parts[0].substring(colon + 1)),
				(parts.length > 1) ? Instant.parse(parts[1]) : null);
	}

	private static Set<String> people(String text) {
		return text.isEmpty() ? Set.of() : Arrays.stream(text.split(",")).collect(Collectors.toSet());
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private static OffsetDateTime utc(Instant moment) {
		return moment.atOffset(ZoneOffset.UTC);
	}

	/**
	 * News of a person.
	 */
	record News(UUID id, String agentId) {
	}

	/**
	 * Two transactions let the same work item wait at once: the second one starts again.
	 */
	static final class WaitingTwice extends org.springframework.dao.ConcurrencyFailureException {

		private static final long serialVersionUID = 1L;

		WaitingTwice(UUID workItemId, Throwable cause) {
			super("Work item " + workItemId + " was put into the queue by another transaction", cause);
		}

	}

}
