package vn.careflow.testsupport;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Makes the engine of the test's own Spring context the default one of the JVM. The
 * engine's REST interface and web applications look it up in a static registry, in which
 * the last context that started, or closed, would win. Found by Spring through
 * {@code META-INF/spring.factories}.
 */
final class EngineOfTest extends AbstractTestExecutionListener {

	@Override
	public void beforeTestMethod(TestContext test) {
		test.getApplicationContext()
			.getBeanProvider(ProcessEngine.class)
			.ifAvailable(ProcessEngines::registerProcessEngine);
	}

}
