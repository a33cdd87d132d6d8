package vn.careflow.testsupport;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;

import javax.sql.DataSource;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@OnH2
class DatabaseTests {

	@RegisterExtension
	final Time time = Time.at("2026-03-02T09:30");

	@Autowired
	Clock clock;

	@Autowired
	DataSource dataSource;

	@Autowired
	ProcessEngine engine;

	@Test
	void runsOnTheDatabaseThatTheTestAsksFor() throws SQLException {
		try (var connection = this.dataSource.getConnection()) {
			assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo(product());
		}
		var configuration = (ProcessEngineConfigurationImpl) this.engine.getProcessEngineConfiguration();
		assertThat(configuration.getDatabaseType()).isEqualToIgnoringCase(engineType());
	}

	@Test
	void movesTheClockOfTheRoomsAndOfTheEngineTogether() {
		this.time.passes(Duration.ofHours(2));

		assertThat(this.clock.instant()).isEqualTo(Time.instant("2026-03-02T11:30"));
		assertThat(ClockUtil.getCurrentTime()).isEqualTo(Date.from(this.clock.instant()));
		assertThat(this.clock.getZone()).isEqualTo(Time.ZONE);
	}

	String product() {
		return "H2";
	}

	String engineType() {
		return "h2";
	}

}
