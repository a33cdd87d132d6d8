package vn.careflow.testsupport;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * Gives a Spring context the database that its test asks for, and a slice, which has no
 * engine, the clock that {@link Time} moves.
 */
record DatabaseOfTest(OnDatabase.Kind kind) implements ContextCustomizer {

	@Override
	public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
		String name = "t" + UUID.randomUUID().toString().replace("-", "");
		TestPropertyValues values = switch (this.kind) {
			case H2 -> TestPropertyValues.of(
					"spring.datasource.url=jdbc:h2:mem:" + name
							+ ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=256",
					"spring.datasource.username=careflow", "spring.datasource.password=");
			case POSTGRES -> TestPropertyValues.of("spring.datasource.url=" + Postgres.newDatabase(name),
					"spring.datasource.username=postgres", "spring.datasource.password=postgres");
		};
		values.and("spring.datasource.hikari.maximum-pool-size=8", "spring.datasource.hikari.minimum-idle=0")
			.applyTo(context);
		context.addBeanFactoryPostProcessor((beans) -> ensureClock(beans, context));
	}

	private static void ensureClock(ConfigurableListableBeanFactory beans, ConfigurableApplicationContext context) {
		if (beans.getBeanNamesForType(Clock.class, false, false).length == 0) {
			ZoneId zone = ZoneId.of(context.getEnvironment().getRequiredProperty("careflow.time-zone"));
			beans.registerSingleton("clock", Time.clock(zone));
		}
	}

	/** Found by Spring through {@code META-INF/spring.factories}. */
	static final class Factory implements ContextCustomizerFactory {

		@Override
		public @Nullable ContextCustomizer createContextCustomizer(Class<?> testClass,
				List<ContextConfigurationAttributes> attributes) {
			OnDatabase annotation = TestContextAnnotationUtils.findMergedAnnotation(testClass, OnDatabase.class);
			return (annotation != null) ? new DatabaseOfTest(annotation.value()) : null;
		}

	}

}
