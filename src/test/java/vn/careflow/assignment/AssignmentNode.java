package vn.careflow.assignment;

import java.time.Clock;
import java.util.concurrent.Callable;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rooms that assign, as one node of several runs them: with a pool of connections,
 * caches and locks of its own.
 */
final class AssignmentNode implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private AssignmentNode(ConfigurableApplicationContext context) {
		this.context = context;
	}

	/**
	 * Starts a node on a PostgreSQL database of tests.
	 */
	static AssignmentNode on(String url, Clock clock) {
		return new AssignmentNode(new SpringApplicationBuilder(Rooms.class).web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.initializers((context) -> context.getBeanFactory().registerSingleton("clock", clock))
			.run("--spring.datasource.url=" + url, "--spring.datasource.username=postgres",
					"--spring.datasource.password=postgres", "--spring.datasource.hikari.maximum-pool-size=10",
					"--spring.main.lazy-initialization=true", "--logging.level.root=warn"));
	}

	<T> T get(Class<T> type) {
		return this.context.getBean(type);
	}

	AgentAssignment assignment() {
		return get(AgentAssignment.class);
	}

	<T> T inTransaction(Callable<T> work) {
		return get(TransactionTemplate.class).execute((status) -> {
			try {
				return work.call();
			}
			catch (RuntimeException ex) {
				throw ex;
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		});
	}

	@Override
	public void close() {
		this.context.close();
	}

	/** Found by nobody who scans the rooms. */
	@ComponentScan(basePackages = { "vn.careflow.staff", "vn.careflow.assignment" })
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
			TransactionAutoConfiguration.class, JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class,
			FlywayAutoConfiguration.class })
	@EnableConfigurationProperties(HandOverSettings.class)
	static class Rooms {

	}

}
