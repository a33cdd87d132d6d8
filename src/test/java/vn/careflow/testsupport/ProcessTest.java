package vn.careflow.testsupport;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Runs a test against the whole application with all models deployed, without a web
 * server; jobs are executed by hand. Add {@link OnH2} or {@link OnPostgres}. All such
 * tests of one database share one context, so each test makes its own customers.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.MOCK)
@Import(ProcessTest.Coverage.class)
public @interface ProcessTest {

	/** What every process test adds to the application. */
	@TestConfiguration(proxyBeanMethods = false)
	class Coverage {

		@Bean
		ProcessCoverage.Plugin processCoveragePlugin() {
			return new ProcessCoverage.Plugin();
		}

	}

}
