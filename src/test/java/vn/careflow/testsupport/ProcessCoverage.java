package vn.careflow.testsupport;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.assertj.core.api.Condition;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.community.process_test_coverage.core.model.DefaultCollector;
import org.camunda.community.process_test_coverage.engine.platform7.ExecutionContextModelProvider;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessEngineAdapter;
import org.camunda.community.process_test_coverage.junit5.common.ProcessEngineCoverageExtensionHelper;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Fails a test class that leaves an element or a flow of its model untouched, and draws
 * each test's path under {@code target/process-test-coverage}.
 * <p>
 * The coverage library brings an extension for an engine that it builds itself; this one
 * watches the engine of the Spring context with the same library. Register it as a static
 * field with {@code @RegisterExtension}: only then does the gate bite.
 */
public final class ProcessCoverage
		implements BeforeAllCallback, BeforeTestExecutionCallback, AfterTestExecutionCallback, AfterAllCallback {

	private final String processKey;

	private final double atLeast;

	private ProcessEngineCoverageExtensionHelper helper;

	private ProcessCoverage(String processKey, double atLeast) {
		this.processKey = processKey;
		this.atLeast = atLeast;
	}

	/** Wants every element and every flow of this model to be passed by some test. */
	public static ProcessCoverage everyPathOf(String processKey) {
		return new ProcessCoverage(processKey, 1.0);
	}

	/** Wants nothing of this model, for tests that only cross it. */
	public static ProcessCoverage somePathOf(String processKey) {
		return new ProcessCoverage(processKey, 0.0);
	}

	@Override
	public void beforeAll(ExtensionContext context) {
		ProcessEngine engine = SpringExtension.getApplicationContext(context).getBean(ProcessEngine.class);
		DefaultCollector collector = new DefaultCollector(new ExecutionContextModelProvider());
		List<Condition<Double>> gate = new ArrayList<>(
				List.of(new Condition<>((Double covered) -> covered >= this.atLeast, "at least %s of %s covered",
						this.atLeast, this.processKey)));
		this.helper = new ProcessEngineCoverageExtensionHelper(collector, true, true, others(engine), gate, Map.of(),
				"target/process-test-coverage");
		new ProcessEngineAdapter(engine, collector).initializeListeners();
		this.helper.beforeAll(context);
	}

	@Override
	public void beforeTestExecution(ExtensionContext context) {
		this.helper.beforeTestExecution(context);
	}

	@Override
	public void afterTestExecution(ExtensionContext context) {
		this.helper.afterTestExecution(context);
	}

	@Override
	public void afterAll(ExtensionContext context) {
		this.helper.afterAll(context);
	}

	private List<String> others(ProcessEngine engine) {
		Stream<ProcessDefinition> deployed = engine.getRepositoryService()
			.createProcessDefinitionQuery()
			.latestVersion()
			.list()
			.stream();
		return deployed.map(ProcessDefinition::getKey).filter((key) -> !key.equals(this.processKey)).toList();
	}

	/** Lets the engine of the Spring context tell which elements are passed. */
	static final class Plugin extends AbstractProcessEnginePlugin {

		@Override
		public void preInit(ProcessEngineConfigurationImpl configuration) {
			ProcessCoverageConfigurator.initializeProcessCoverageExtensions(configuration);
		}

	}

}
