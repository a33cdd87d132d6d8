package vn.careflow.security;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refuses to start in another time zone than the one this database has been written in.
 * The engine waits for it (see the engine's settings), so nothing is read or written
 * before.
 */
@Component(TimeZoneGuard.NAME)
class TimeZoneGuard implements InitializingBean {

	static final String NAME = "timeZoneGuard";

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	private final Clock clock;

	TimeZoneGuard(JdbcTemplate template, Clock clock) {
		this.jdbc = JdbcClient.create(template);
		this.template = template;
		this.clock = clock;
	}

	@Override
	public void afterPropertiesSet() {
		ZoneId configured = this.clock.getZone();
		ZoneId stored = stored().orElseGet(() -> store(configured));
		if (!stored.equals(configured)) {
			throw new IllegalStateException("This database was set up in time zone " + stored + ", and " + configured
					+ " is configured now (" + OneTimeZone.PROPERTY + "). Timers would fire at wrong times.");
		}
		refuseOther(ZoneId.systemDefault().getRules().getOffset(this.clock.instant()), "the Java virtual machine");
		sessionOffset().ifPresent((offset) -> refuseOther(offset, "the database session"));
	}

	private Optional<ZoneId> stored() {
		return this.jdbc.sql("select time_zone from installation").query(String.class).optional().map(ZoneId::of);
	}

	private ZoneId store(ZoneId zone) {
		try {
			this.jdbc.sql("insert into installation (id, time_zone, installed_at) values (1, ?, ?)")
				.params(zone.getId(), OffsetDateTime.now(this.clock))
				.update();
			return zone;
		}
		catch (DuplicateKeyException ex) {
			// Another node was first.
			return stored().orElseThrow(() -> ex);
		}
	}

	private void refuseOther(ZoneOffset offset, String whose) {
		ZoneOffset expected = this.clock.getZone().getRules().getOffset(this.clock.instant());
		if (!offset.equals(expected)) {
			throw new IllegalStateException("The time of " + whose + " is UTC" + offset + ", not UTC" + expected
					+ " as in " + this.clock.getZone() + ". Timers would fire at wrong times.");
		}
	}

	/** Of PostgreSQL. H2 takes the one of the JVM. */
	private Optional<ZoneOffset> sessionOffset() {
		String product = this.template
			.execute((ConnectionCallback<String>) (connection) -> connection.getMetaData().getDatabaseProductName());
		return "PostgreSQL".equals(product)
				? this.jdbc.sql("select cast(extract(timezone from current_timestamp) as integer)")
					.query(Integer.class)
					.optional()
					.map(ZoneOffset::ofTotalSeconds)
				: Optional.empty();
	}

}
