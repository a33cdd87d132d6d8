package vn.careflow.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.Variables.SerializationDataFormats;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.careflow.testsupport.OnH2;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@OnH2
class EngineSettingsTests {

	@Autowired
	ProcessEngine engine;

	@Autowired
	RepositoryService repository;

	@Autowired
	RuntimeService runtime;

	@AfterEach
	void withoutTestModels() {
		this.repository.createDeploymentQuery()
			.deploymentName("settings-test")
			.list()
			.forEach((deployment) -> this.repository.deleteDeployment(deployment.getId(), true));
	}

	@Test
	void deploysEveryModelRuleAndFormUnderItsBareNameInOneDeployment() {
		List<String> files = Stream.of("processes", "forms").flatMap(EngineSettingsTests::filesIn).toList();

		String deployment = this.repository.createDeploymentQuery()
			.deploymentName("SpringAutoDeployment")
			.singleResult()
			.getId();

		assertThat(files).isNotEmpty().anyMatch((file) -> file.endsWith(".form"));
		assertThat(this.repository.getDeploymentResourceNames(deployment)).containsExactlyInAnyOrderElementsOf(files);
	}

	@Test
	void showsAnErrorThatNoModelCatches() {
		deploy(Bpmn.createExecutableProcess("settings")
			.camundaHistoryTimeToLiveString("P1D")
			.startEvent()
			.endEvent()
			.error("nobodyCatchesThis")
			.done());

		assertThatExceptionOfType(ProcessEngineException.class)
			.isThrownBy(() -> this.runtime.startProcessInstanceByKey("settings"))
			.withMessageContaining("nobodyCatchesThis");
	}

	@Test
	void refusesAVariableInJavaSerialisation() {
		deploy(waiting());
		var serialized = Variables.serializedObjectValue("rO0ABXQABHRlc3Q=")
			.serializationDataFormat(SerializationDataFormats.JAVA)
			.objectTypeName("java.lang.String")
			.create();
		var object = Variables.objectValue(new ArrayList<>(List.of("x")))
			.serializationDataFormat(SerializationDataFormats.JAVA)
			.create();

		for (Object value : List.of(serialized, object)) {
			assertThatExceptionOfType(ProcessEngineException.class)
				.isThrownBy(() -> this.runtime.startProcessInstanceByKey("settings", Map.of("x", value)))
				.withMessageMatching("(?s).*(Cannot find serializer|prohibited).*");
		}
	}

	@Test
	void refusesToMakeAnObjectOfAnyClassOutOfJson() {
		deploy(waiting());
		String id = this.runtime
			.startProcessInstanceByKey("settings",
					Map.of("x",
							Variables.serializedObjectValue("{\"text\": \"enough\"}")
								.serializationDataFormat(SerializationDataFormats.JSON)
								.objectTypeName("javax.swing.JEditorPane")
								.create()))
			.getId();

		assertThatExceptionOfType(ProcessEngineException.class).isThrownBy(() -> this.runtime.getVariable(id, "x"))
			.withStackTraceContaining("not whitelisted for deserialization");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<serviceTask id='t' camunda:class='java.lang.Runtime'/>",
			"<serviceTask id='t' camunda:type='shell'><extensionElements><camunda:field name='command'>"
					+ "<camunda:string>id</camunda:string></camunda:field></extensionElements></serviceTask>",
			"<scriptTask id='t' scriptFormat='feel'><script>1</script></scriptTask>",
			"<userTask id='t'><extensionElements><camunda:taskListener event='create' class='x.Y'/></extensionElements></userTask>",
			"<userTask id='t'><extensionElements><camunda:executionListener event='start' class='x.Y'/></extensionElements></userTask>",
			"<userTask id='t'><extensionElements><camunda:inputOutput><camunda:inputParameter name='a'>"
					+ "<camunda:script scriptFormat='feel'>1</camunda:script></camunda:inputParameter></camunda:inputOutput>"
					+ "</extensionElements></userTask>" })
	void refusesAModelThatWouldRunWhatNobodyHasReviewed(String task) {
		String model = """
				<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='t'>
				<process id='settings' isExecutable='true' camunda:historyTimeToLive='P1D'>
				<startEvent id='s'/><sequenceFlow id='f' sourceRef='s' targetRef='t'/>%s</process></definitions>"""
			.formatted(task);

		assertThatExceptionOfType(ProcessEngineException.class)
			.isThrownBy(() -> this.repository.createDeployment()
				.name("settings-test")
				.addString("settings.bpmn", model)
				.deploy())
			.withMessageContaining("delegateExpression");
	}

	@Test
	void isSetAsTheSettingsSay() {
		var configuration = (ProcessEngineConfigurationImpl) this.engine.getProcessEngineConfiguration();

		assertThat(configuration.getHistoryLevel().getName()).isEqualTo("audit");
		assertThat(configuration.isAuthorizationEnabled()).isTrue();
		assertThat(configuration.isTenantCheckEnabled()).isFalse();
		assertThat(configuration.getDefaultUserPermissionForTask().getName()).isEqualTo("TASK_WORK");
		assertThat(configuration.getFailedJobRetryTimeCycle()).isEqualTo("PT10S,PT1M,PT10M,PT1H");
		assertThat(configuration.getHistoryTimeToLive()).isEqualTo("P365D");
		assertThat(configuration.getHistoryCleanupBatchWindowStartTime()).startsWith("01:00");
		assertThat(configuration.isDeserializationTypeValidationEnabled()).isTrue();
		assertThat(configuration.isEnableXxeProcessing()).isFalse();
		assertThat(configuration.getIdGenerator()).isInstanceOf(StrongUuidGenerator.class);
	}

	private static BpmnModelInstance waiting() {
		return Bpmn.createExecutableProcess("settings")
			.camundaHistoryTimeToLiveString("P1D")
			.startEvent()
			.userTask()
			.endEvent()
			.done();
	}

	private void deploy(BpmnModelInstance model) {
		this.repository.createDeployment().name("settings-test").addModelInstance("settings.bpmn", model).deploy();
	}

	private static Stream<String> filesIn(String directory) {
		try (Stream<Path> files = Files.walk(Path.of(directory))) {
			return files.filter(Files::isRegularFile).map((file) -> file.getFileName().toString()).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
