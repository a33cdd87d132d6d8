package vn.careflow.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.careflow.calendar.TimeRange;

/**
 * Reads the rules that hold. The tables keep every version; of one rule the latest that
 * has begun holds, until its end or the next one's beginning.
 */
@Component
class ContactRuleTables {

	private final JdbcClient jdbc;

	ContactRuleTables(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	long revision() {
		return this.jdbc.sql("select revision from contact_rule_revision where id = 1").query(Long.class).single();
	}

	/** Makes whoever else changes rules wait until this transaction has ended. */
	void raiseRevision() {
		this.jdbc.sql("update contact_rule_revision set revision = revision + 1 where id = 1").update();
	}

	List<WindowRule> windows() {
		Versions versions = new Versions();
		List<WindowRule> rules = new ArrayList<>();
		this.jdbc.sql("""
				select code, purpose, channel, strength, opens_at, closes_at, worth_minutes, label, source, valid_from,
					valid_to, repealed
				from contact_window_rule order by valid_from desc, strength desc, opens_at, code""").query((row) -> {
			LocalDate end = versions.endOf(row, row.getString("purpose"), row.getString("channel"));
			if (!row.getBoolean("repealed")) {
				rules.add(window(row, end));
			}
		});
		return List.copyOf(rules);
	}

	private static WindowRule window(ResultSet row, @Nullable LocalDate end) throws SQLException {
		return new WindowRule(row.getString("code"), ContactPurpose.valueOf(row.getString("purpose")),
				ContactChannel.valueOf(row.getString("channel")),
				WindowRule.Strength.valueOf(row.getString("strength")),
				TimeRange.of(row.getString("opens_at"), row.getString("closes_at")),
				Duration.ofMinutes(row.getInt("worth_minutes")), row.getString("label"), row.getString("source"),
				row.getObject("valid_from", LocalDate.class), end);
	}

	List<QuotaRule> quotas() {
		Versions versions = new Versions();
		List<QuotaRule> rules = new ArrayList<>();
		this.jdbc.sql("""
				select code, purpose, channel, at_most, within_hours, label, source, valid_from, valid_to, repealed
				from contact_quota order by valid_from desc, code, purpose, channel""").query((row) -> {
			LocalDate end = versions.endOf(row, row.getString("purpose"), row.getString("channel"));
			if (!row.getBoolean("repealed")) {
				rules.add(new QuotaRule(row.getString("code"), ContactPurpose.valueOf(row.getString("purpose")),
						ContactChannel.valueOf(row.getString("channel")), row.getInt("at_most"),
						Duration.ofHours(row.getInt("within_hours")), row.getString("label"), row.getString("source"),
						row.getObject("valid_from", LocalDate.class), end));
			}
		});
		return List.copyOf(rules);
	}

	List<BufferRule> buffers() {
		Versions versions = new Versions();
		List<BufferRule> rules = new ArrayList<>();
		this.jdbc.sql("""
				select code, purpose, gap_minutes, label, source, valid_from, valid_to, repealed
				from contact_buffer order by valid_from desc, code, purpose""").query((row) -> {
			LocalDate end = versions.endOf(row, row.getString("purpose"), "");
			if (!row.getBoolean("repealed")) {
				rules.add(new BufferRule(row.getString("code"), ContactPurpose.valueOf(row.getString("purpose")),
						Duration.ofMinutes(row.getInt("gap_minutes")), row.getString("label"), row.getString("source"),
						row.getObject("valid_from", LocalDate.class), end));
			}
		});
		return List.copyOf(rules);
	}

	/**
	 * Ends each version where the next one begins; asked from the latest to the first.
	 */
	private static final class Versions {

		private final Map<List<String>, LocalDate> later = new HashMap<>();

		@Nullable LocalDate endOf(ResultSet row, String purpose, String channel) throws SQLException {
			LocalDate own = row.getObject("valid_to", LocalDate.class);
			LocalDate next = this.later.put(List.of(row.getString("code"), purpose, channel),
					row.getObject("valid_from", LocalDate.class));
			if (own == null || next == null) {
				return (own != null) ? own : next;
			}
			return own.isBefore(next) ? own : next;
		}

	}

}
