package vn.careflow.process;

import java.util.Date;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.DateTimeFunctions;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.careflow.testsupport.OnH2;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@OnH2
class ModelExpressionsTests {

	@Autowired
	ProcessEngine engine;

	private final JavaDelegate delegate = (execution) -> {
	};

	private final GenericApplicationContext context = new GenericApplicationContext();

	private final ModelExpressions expressions = new ModelExpressions(this.context);

	private final ExecutionEntity execution = new ExecutionEntity();

	@BeforeEach
	void someBeans() {
		this.context.registerBean("assignAgentDelegate", JavaDelegate.class, () -> this.delegate);
		this.context.registerBean("customers", StringBuilder.class, () -> new StringBuilder("secret"));
		this.context.refresh();
		this.execution.setBusinessKey("YC000001");
	}

	@Test
	void findsDelegatesByTheNameOfTheirBean() {
		assertThat(value("${assignAgentDelegate}")).isSameAs(this.delegate);
	}

	@ParameterizedTest
	@ValueSource(strings = { "${customers}", "${environment}", "${systemProperties}", "${misspeltDelegate}" })
	void findsNoOtherBean(String expression) {
		assertThatExceptionOfType(ProcessEngineException.class)
			.isThrownBy(() -> value(expression, StartProcessVariableScope.getSharedInstance()))
			.withMessageContaining("Unknown property");
	}

	@ParameterizedTest
	@ValueSource(strings = { "${execution.processEngineServices}", "${execution.getProcessEngineServices()}",
			"${execution.processEngine}", "${execution.bpmnModelInstance}", "${execution.setVariable('a', 1)}",
			"${''.class}", "${''.getClass()}", "${''.class.forName('java.lang.Runtime')}", "${execution.class}",
			"${assignAgentDelegate.execute(execution)}", "${assignAgentDelegate.class.classLoader}",
			"${execution['processEngineServices']}" })
	void doesNotLeadFromAModelToTheEngineOrTheJvm(String expression) {
		assertThatExceptionOfType(ProcessEngineException.class).isThrownBy(() -> value(expression))
			.withMessageContaining("may not use");
	}

	@Test
	void readsPlainFactsAndValues() {
		assertThat(value("${execution.businessKey}")).isEqualTo("YC000001");
		assertThat(value("${'WON' == 'WON'}")).isEqualTo(true);
		assertThat(value("${'abc'.length()}")).isEqualTo(3);
	}

	@Test
	void keepsTheDateFunctionsThatFiltersUse() throws NoSuchMethodException {
		this.expressions.addFunction("now", DateTimeFunctions.class.getMethod("now"));
		this.expressions.addFunction("dateTime", DateTimeFunctions.class.getMethod("dateTime"));

		assertThat(value("${now()}")).isInstanceOf(Date.class);
		assertThat(value("${dateTime().withTimeAtStartOfDay().plusDays(1).minusMillis(1)}").toString())
			.contains("T23:59:59.999");
	}

	private Object value(String expression) {
		return value(expression, this.execution);
	}

	private Object value(String expression, VariableScope scope) {
		var configuration = (ProcessEngineConfigurationImpl) this.engine.getProcessEngineConfiguration();
		return configuration.getCommandExecutorTxRequired()
			.execute((ignored) -> this.expressions.createExpression(expression).getValue(scope));
	}

}
