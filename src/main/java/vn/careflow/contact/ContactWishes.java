package vn.careflow.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what customers told us about being contacted beyond the record that all rooms
 * share.
 */
@Component
class ContactWishes {

	private final JdbcClient jdbc;

	private final Clock clock;

	ContactWishes(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** All that holds now, in one statement because every contact asks for it. */
	CustomerWishes of(UUID customerId) {
		List<Row> rows = this.jdbc.sql("""
				select purpose, channel, cast(null as varchar(10)) as weekday, cast(null as time) as begins_at,
					cast(null as time) as ends_at
				from contact_opt_out where customer_id = :id and withdrawn_at is null
				union all
				select cast(null as varchar(20)), channel, weekday, begins_at, ends_at
				from contact_preference where customer_id = :id""").param("id", customerId).query(Row::of).list();
		return new CustomerWishes(rows.stream().filter(Row::isOptOut).map(Row::optOut).toList(),
				rows.stream().filter((row) -> !row.isOptOut()).map(Row::hours).toList());
	}

	/** Puts these hours in the place of those the customer told us before. */
	void prefer(UUID customerId, List<PreferredHours> preferred) {
		this.jdbc.sql("delete from contact_preference where customer_id = :id").param("id", customerId).update();
		for (int i = 0; i < preferred.size(); i++) {
			PreferredHours hours = preferred.get(i);
			this.jdbc.sql("""
					insert into contact_preference (customer_id, ordinal, channel, weekday, begins_at, ends_at)
					values (:id, :ordinal, :channel, :weekday, :from, :to)""")
				.param("id", customerId)
				.param("ordinal", i)
				.param("channel", name(hours.channel()))
				.param("weekday", name(hours.weekday()))
				.param("from", hours.from())
				.param("to", hours.to())
				.update();
		}
	}

	/** Keeps a customer's no; the same no twice is one. */
	UUID optOut(UUID customerId, CustomerWishes.OptOut optOut, String reason, @Nullable String by) {
		return optOutsOf(customerId).stream()
			.filter((known) -> known.withdrawnAt() == null && known.optOut().equals(optOut))
			.map(KnownOptOut::id)
			.findFirst()
			.orElseGet(() -> insert(customerId, optOut, reason, by));
	}

	private UUID insert(UUID customerId, CustomerWishes.OptOut optOut, String reason, @Nullable String by) {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into contact_opt_out (id, customer_id, purpose, channel, reason, recorded_by, since)
				values (:id, :customerId, :purpose, :channel, :reason, :by, :since)""")
			.param("id", id)
			.param("customerId", customerId)
			.param("purpose", name(optOut.purpose()))
			.param("channel", name(optOut.channel()))
			.param("reason", reason)
			.param("by", by)
			.param("since", now())
			.update();
		return id;
	}

	/**
	 * Takes a no back.
	 * @return false when there is none, or it is taken back already
	 */
	boolean withdraw(UUID customerId, UUID optOutId) {
		return this.jdbc.sql("""
				update contact_opt_out set withdrawn_at = :now
				where id = :id and customer_id = :customerId and withdrawn_at is null""")
			.param("now", now())
			.param("id", optOutId)
			.param("customerId", customerId)
			.update() == 1;
	}

	List<KnownOptOut> optOutsOf(UUID customerId) {
		return this.jdbc.sql("""
				select id, purpose, channel, reason, recorded_by, since, withdrawn_at from contact_opt_out
				where customer_id = :id order by since, id""").param("id", customerId).query(KnownOptOut::of).list();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static @Nullable String name(@Nullable Enum<?> value) {
		return (value != null) ? value.name() : null;
	}

	private static @Nullable ContactPurpose purpose(ResultSet row) throws SQLException {
		String name = row.getString("purpose");
		return (name != null) ? ContactPurpose.valueOf(name) : null;
	}

	private static @Nullable ContactChannel channel(ResultSet row) throws SQLException {
		String name = row.getString("channel");
		return (name != null) ? ContactChannel.valueOf(name) : null;
	}

	/**
	 * A customer's no as it is kept.
	 *
	 * @param withdrawnAt when they took it back, null while it holds
	 */
	record KnownOptOut(UUID id, CustomerWishes.OptOut optOut, String reason, @Nullable String recordedBy, Instant since,
			@Nullable Instant withdrawnAt) {

		private static KnownOptOut of(ResultSet row, int index) throws SQLException {
			OffsetDateTime withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
			return new KnownOptOut(row.getObject("id", UUID.class),
					new CustomerWishes.OptOut(purpose(row), channel(row)), row.getString("reason"),
					row.getString("recorded_by"), row.getObject("since", OffsetDateTime.class).toInstant(),
					(withdrawn != null) ? withdrawn.toInstant() : null);
		}

	}

	private record Row(@Nullable ContactPurpose purpose, @Nullable ContactChannel channel, @Nullable DayOfWeek weekday,
			@Nullable LocalTime from, @Nullable LocalTime to) {

		static Row of(ResultSet row, int index) throws SQLException {
			String weekday = row.getString("weekday");
			return new Row(ContactWishes.purpose(row), ContactWishes.channel(row),
					(weekday != null) ? DayOfWeek.valueOf(weekday) : null, row.getObject("begins_at", LocalTime.class),
					row.getObject("ends_at", LocalTime.class));
		}

		boolean isOptOut() {
			return this.from == null;
		}

		CustomerWishes.OptOut optOut() {
			return new CustomerWishes.OptOut(this.purpose, this.channel);
		}

		PreferredHours hours() {
			return new PreferredHours(this.channel, this.weekday, Objects.requireNonNull(this.from),
					Objects.requireNonNull(this.to));
		}

	}

}
