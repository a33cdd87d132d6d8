package vn.careflow.security;

import java.time.ZoneId;
import java.util.TimeZone;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Sets the time zone of the whole JVM before anything else starts, because the engine
 * stores the due dates of its timers without a zone: a node in another one would fire
 * them hours early or late.
 */
final class OneTimeZone implements EnvironmentPostProcessor, Ordered {

	static final String PROPERTY = "careflow.time-zone";

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		String zone = environment.getProperty(PROPERTY);
		if (zone != null) {
			// The system property is for the engine's date functions in filters:
			// Joda-Time reads it before the default.
			System.setProperty("user.timezone", zone);
			TimeZone.setDefault(TimeZone.getTimeZone(ZoneId.of(zone)));
		}
	}

	@Override
	public int getOrder() {
		return ConfigDataEnvironmentPostProcessor.ORDER + 1;
	}

}
