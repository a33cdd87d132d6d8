package vn.careflow.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;

import org.springframework.stereotype.Component;

/**
 * Refuses, when it is deployed, a model that would run what nobody has reviewed: a
 * command of the operating system, a script, a class by its name. A model names
 * delegates.
 */
@Component
class ForbiddenElements extends AbstractProcessEnginePlugin {

	private static final Set<String> ELEMENTS = Set.of("script", "scriptTask", "connector");

	private static final Set<String> ATTRIBUTES = Set.of("class", "formHandlerClass");

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		List<BpmnParseListener> listeners = new ArrayList<>();
		if (configuration.getCustomPreBPMNParseListeners() != null) {
			listeners.addAll(configuration.getCustomPreBPMNParseListeners());
		}
		listeners.add(new ParseListener());
		configuration.setCustomPreBPMNParseListeners(listeners);
	}

	private static final class ParseListener extends AbstractBpmnParseListener {

		private static final Namespace CAMUNDA = BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS;

		@Override
		public void parseProcess(Element process, ProcessDefinitionEntity definition) {
			List<String> forbidden = below(process).flatMap(ParseListener::forbiddenIn).toList();
			if (!forbidden.isEmpty()) {
				throw new ProcessEngineException("Model " + definition.getKey() + " may not be deployed. Instead of "
						+ String.join(", ", forbidden) + " use camunda:delegateExpression");
			}
		}

		private static Stream<Element> below(Element element) {
			return Stream.concat(Stream.of(element), element.elements().stream().flatMap(ParseListener::below));
		}

		private static Stream<String> forbiddenIn(Element element) {
			String where = element.getTagName() + " in line " + element.getLine();
			String type = element.attributeNS(CAMUNDA, "type");
			Stream<String> attributes = ATTRIBUTES.stream()
				.filter((name) -> element.attribute(name) != null || element.attributeNS(CAMUNDA, name) != null)
				.map((name) -> name + " of " + where);
			return Stream
				.of(attributes, Stream.of(where).filter((ignored) -> ELEMENTS.contains(element.getTagName())),
						Stream.of("type " + type + " of " + where).filter((ignored) -> "shell".equalsIgnoreCase(type)))
				.flatMap((found) -> found);
		}

	}

}
