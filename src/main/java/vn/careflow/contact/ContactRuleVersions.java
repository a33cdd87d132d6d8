package vn.careflow.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds versions of rules and shows all there ever were. A version is never changed: what
 * is to be different becomes a new one, from today at the earliest. It takes effect at
 * once, on all nodes, and planned contacts that it forbids get other times.
 */
@Service
class ContactRuleVersions {

	private final JdbcClient jdbc;

	private final ContactStore store;

	private final ContactRules rules;

	private final Contacts contacts;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ContactRuleVersions(JdbcClient jdbc, ContactStore store, ContactRules rules, Contacts contacts,
			ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.store = store;
		this.rules = rules;
		this.contacts = contacts;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Adds a version of hours.
	 * @throws FieldRefused when it begins in the past, or a version begins on that day
	 */
	@Transactional
	public void add(WindowVersion version) {
		change(version.validity(), () -> this.jdbc.sql("""
				insert into contact_window_rule (code, purpose, channel, strength, opens_at, closes_at, worth_minutes,
					label, source, valid_from, valid_to, repealed, recorded_by, recorded_at)
				values (:code, :purpose, :channel, :strength, :opensAt, :closesAt, :worth, :label, :source, :from, :to,
					:repealed, :by, :at)""")
			.param("code", version.code())
			.param("purpose", version.purpose().name())
			.param("channel", version.channel().name())
			.param("strength", version.strength().name())
			.param("opensAt", version.opensAt())
			.param("closesAt", version.closesAt())
			.param("worth", version.worthMinutes())
			.params(validity(version.validity()))
			.update());
	}

	/**
	 * Adds a version of a quota.
	 * @throws FieldRefused when it begins in the past, or a version begins on that day
	 */
	@Transactional
	public void add(QuotaVersion version) {
		change(version.validity(), () -> this.jdbc
			.sql("""
					insert into contact_quota (code, purpose, channel, at_most, within_hours, label, source, valid_from,
						valid_to, repealed, recorded_by, recorded_at)
					values (:code, :purpose, :channel, :atMost, :within, :label, :source, :from, :to, :repealed, :by, :at)""")
			.param("code", version.code())
			.param("purpose", version.purpose().name())
			.param("channel", version.channel().name())
			.param("atMost", version.atMost())
			.param("within", version.withinHours())
			.params(validity(version.validity()))
			.update());
	}

	/**
	 * Adds a version of a buffer.
	 * @throws FieldRefused when it begins in the past, or a version begins on that day
	 */
	@Transactional
	public void add(BufferVersion version) {
		change(version.validity(), () -> this.jdbc.sql("""
				insert into contact_buffer (code, purpose, gap_minutes, label, source, valid_from, valid_to, repealed,
					recorded_by, recorded_at)
				values (:code, :purpose, :gap, :label, :source, :from, :to, :repealed, :by, :at)""")
			.param("code", version.code())
			.param("purpose", version.purpose().name())
			.param("gap", version.gapMinutes())
			.params(validity(version.validity()))
			.update());
	}

	/** Every version of every rule, those of one rule together, the latest first. */
	@Transactional(readOnly = true)
	public All all() {
		return new All(
				this.jdbc
					.sql("""
							select code, purpose, channel, strength, opens_at, closes_at, worth_minutes, label, source, valid_from,
								valid_to, repealed, recorded_by, recorded_at
							from contact_window_rule order by purpose, channel, strength desc, code, valid_from desc""")
					.query((row, index) -> new WindowVersion(row.getString("code"), purpose(row), channel(row),
							WindowRule.Strength.valueOf(row.getString("strength")), row.getString("opens_at"),
							row.getString("closes_at"), row.getInt("worth_minutes"), validity(row)))
					.list(),
				this.jdbc
					.sql("""
							select code, purpose, channel, at_most, within_hours, label, source, valid_from, valid_to, repealed,
								recorded_by, recorded_at
							from contact_quota order by purpose, channel, code, valid_from desc""")
					.query((row, index) -> new QuotaVersion(row.getString("code"), purpose(row), channel(row),
							row.getInt("at_most"), row.getInt("within_hours"), validity(row)))
					.list(),
				this.jdbc.sql("""
						select code, purpose, gap_minutes, label, source, valid_from, valid_to, repealed, recorded_by,
							recorded_at
						from contact_buffer order by purpose, code, valid_from desc""")
					.query((row, index) -> new BufferVersion(row.getString("code"), purpose(row),
							row.getInt("gap_minutes"), validity(row)))
					.list());
	}

	/**
	 * Whoever plans at this moment is waited for, and whoever plans later knows the new
	 * rules: no contact slips through between.
	 */
	private void change(RuleVersion version, Runnable insert) {
		LocalDate today = LocalDate.now(this.clock);
		if (version.validFrom().isBefore(today)) {
			throw new FieldRefused("validFrom", "Quy định mới có hiệu lực sớm nhất từ hôm nay (" + today + ").");
		}
		this.store.lockAll();
		this.rules.change();
		try {
			insert.run();
		}
		catch (DuplicateKeyException ex) {
			throw FieldRefused.conflict("validFrom",
					"Đã có phiên bản của quy định này từ ngày đó; lịch sử không sửa được.");
		}
		this.contacts.replan(
				Replan.between(version.validFrom().atTime(LocalTime.MIN).minusDays(1).toInstant(ZoneOffset.UTC), null));
		this.events.publishEvent(new ContactRulesChanged(version.validFrom()));
	}

	private Map<String, @Nullable Object> validity(RuleVersion version) {
		Map<String, @Nullable Object> values = new HashMap<>();
		values.put("label", version.label());
		values.put("source", version.source());
		values.put("from", version.validFrom());
		values.put("to", version.validTo());
		values.put("repealed", version.repealed());
		values.put("by", version.recordedBy());
		values.put("at", this.clock.instant().atOffset(ZoneOffset.UTC));
		return values;
	}

	private static RuleVersion validity(ResultSet row) throws SQLException {
		OffsetDateTime recorded = row.getObject("recorded_at", OffsetDateTime.class);
		Instant at = (recorded != null) ? recorded.toInstant() : null;
		return new RuleVersion(row.getString("label"), row.getString("source"),
				row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class),
				row.getBoolean("repealed"), row.getString("recorded_by"), at);
	}

	private static ContactPurpose purpose(ResultSet row) throws SQLException {
		return ContactPurpose.valueOf(row.getString("purpose"));
	}

	private static ContactChannel channel(ResultSet row) throws SQLException {
		return ContactChannel.valueOf(row.getString("channel"));
	}

	/**
	 * Hours as they were recorded.
	 *
	 * @param closesAt {@code 24:00} is the end of the day
	 * @param worthMinutes how long a contact waits rather than break it, for AVOID
	 */
	record WindowVersion(String code, ContactPurpose purpose, ContactChannel channel, WindowRule.Strength strength,
			String opensAt, String closesAt, int worthMinutes, RuleVersion validity) {
	}

	/**
	 * A quota as it was recorded.
	 */
	record QuotaVersion(String code, ContactPurpose purpose, ContactChannel channel, int atMost, int withinHours,
			RuleVersion validity) {
	}

	/**
	 * A buffer as it was recorded.
	 */
	record BufferVersion(String code, ContactPurpose purpose, int gapMinutes, RuleVersion validity) {
	}

	/**
	 * All versions.
	 */
	record All(List<WindowVersion> windows, List<QuotaVersion> quotas, List<BufferVersion> buffers) {
	}

}
