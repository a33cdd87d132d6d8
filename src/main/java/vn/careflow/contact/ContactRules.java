package vn.careflow.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.careflow.calendar.TimeRange;

/**
 * The hours and quotas that the tables hold, kept in memory for a minute because every
 * contact asks for them and the law seldom changes.
 */
@Component
class ContactRules {

	private static final long TRUSTED_NANOS = Duration.ofMinutes(1).toNanos();

	private final JdbcClient jdbc;

	private volatile @Nullable Known known;

	ContactRules(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<WindowRule> windows(ContactPurpose purpose, ContactChannel channel) {
		return known().windows()
			.stream()
			.filter((rule) -> rule.purpose() == purpose && rule.channel() == channel)
			.toList();
	}

	List<QuotaRule> quotas(ContactPurpose purpose, ContactChannel channel) {
		return known().quotas()
			.stream()
			.filter((rule) -> rule.purpose() == purpose && rule.channel() == channel)
			.toList();
	}

	/** Reads the tables again at the next question. */
	void forget() {
		this.known = null;
	}

	private Known known() {
		Known recent = this.known;
		if (recent != null && System.nanoTime() - recent.readAtNanos() < TRUSTED_NANOS) {
			return recent;
		}
		Known read = new Known(readWindows(), readQuotas(), System.nanoTime());
		this.known = read;
		return read;
	}

	private List<WindowRule> readWindows() {
		return this.jdbc.sql("""
				select code, purpose, channel, strength, opens_at, closes_at, worth_minutes, label, source, valid_from,
					valid_to
				from contact_window_rule order by strength desc, opens_at, code""").query(ContactRules::window).list();
	}

	private static WindowRule window(ResultSet row, int index) throws SQLException {
		return new WindowRule(row.getString("code"), ContactPurpose.valueOf(row.getString("purpose")),
				ContactChannel.valueOf(row.getString("channel")),
				WindowRule.Strength.valueOf(row.getString("strength")),
				TimeRange.of(row.getString("opens_at"), row.getString("closes_at")),
				Duration.ofMinutes(row.getInt("worth_minutes")), row.getString("label"), row.getString("source"),
				row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class));
	}

	private List<QuotaRule> readQuotas() {
		return this.jdbc.sql("""
				select purpose, channel, at_most, within_hours, source, valid_from, valid_to
				from contact_quota_rule order by purpose, channel, valid_from""").query(ContactRules::quota).list();
	}

	private static QuotaRule quota(ResultSet row, int index) throws SQLException {
		return new QuotaRule(ContactPurpose.valueOf(row.getString("purpose")),
				ContactChannel.valueOf(row.getString("channel")), row.getInt("at_most"),
				Duration.ofHours(row.getInt("within_hours")), row.getString("source"),
				row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class));
	}

	private record Known(List<WindowRule> windows, List<QuotaRule> quotas, long readAtNanos) {
	}

}
