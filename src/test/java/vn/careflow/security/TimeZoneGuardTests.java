package vn.careflow.security;

import java.time.Clock;
import java.time.ZoneId;
import java.util.TimeZone;
import java.util.UUID;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.careflow.testsupport.Postgres;

import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

class TimeZoneGuardTests {

	private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

	private final TimeZone before = TimeZone.getDefault();

	private final DataSource dataSource = new DriverManagerDataSource(
			"jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");

	@BeforeEach
	void anEmptyDatabaseAndAJvmInVietnam() {
		migrate(this.dataSource);
		TimeZone.setDefault(TimeZone.getTimeZone(VIETNAM));
	}

	@AfterEach
	void asBefore() {
		TimeZone.setDefault(this.before);
	}

	@Test
	void remembersTheZoneOfTheFirstStart() {
		start(this.dataSource, VIETNAM);
		start(this.dataSource, VIETNAM);

		assertThat(new JdbcTemplate(this.dataSource).queryForList("select time_zone from installation", String.class))
			.containsExactly("Asia/Ho_Chi_Minh");
	}

	@Test
	void refusesToStartInAnotherZoneLater() {
		start(this.dataSource, VIETNAM);
		TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));

		assertThatIllegalStateException().isThrownBy(() -> start(this.dataSource, ZoneId.of("Asia/Tokyo")))
			.withMessageContaining("Asia/Ho_Chi_Minh")
			.withMessageContaining("Asia/Tokyo")
			.withMessageContaining("careflow.time-zone");
	}

	@Test
	void refusesAJvmInAnotherZone() {
		TimeZone.setDefault(TimeZone.getTimeZone("UTC"));

		assertThatIllegalStateException().isThrownBy(() -> start(this.dataSource, VIETNAM))
			.withMessageContaining("Java virtual machine");
	}

	@Test
	void refusesAPostgresSessionInAnotherZone() {
		var postgres = new SingleConnectionDataSource(Postgres.newDatabase("zone" + System.nanoTime()), "postgres",
				"postgres", true);
		try {
			migrate(postgres);
			JdbcTemplate jdbc = new JdbcTemplate(postgres);
			jdbc.execute("set time zone 'Asia/Ho_Chi_Minh'");
			assertThatNoException().isThrownBy(() -> start(postgres, VIETNAM));

			jdbc.execute("set time zone 'UTC'");

			assertThatIllegalStateException().isThrownBy(() -> start(postgres, VIETNAM))
				.withMessageContaining("database session");
		}
		finally {
			postgres.destroy();
		}
	}

	@Test
	void setsTheZoneOfTheJvmBeforeAnythingElse() {
		MockEnvironment environment = new MockEnvironment().withProperty("careflow.time-zone", "Asia/Tokyo");
		String property = System.getProperty("user.timezone");
		try {
			new OneTimeZone().postProcessEnvironment(environment, new SpringApplication());

			assertThat(ZoneId.systemDefault()).isEqualTo(ZoneId.of("Asia/Tokyo"));
			assertThat(System.getProperty("user.timezone")).isEqualTo("Asia/Tokyo");
		}
		finally {
			System.setProperty("user.timezone", property);
		}
	}

	private static void migrate(DataSource dataSource) {
		Flyway.configure().dataSource(dataSource).locations("classpath:db/migration").load().migrate();
	}

	private static void start(DataSource dataSource, ZoneId zone) {
		new TimeZoneGuard(new JdbcTemplate(dataSource), Clock.system(zone)).afterPropertiesSet();
	}

}
