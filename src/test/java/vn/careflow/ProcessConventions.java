package vn.careflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.Signal;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;

/**
 * How every process reads: ids that code can name, labels that people understand, one
 * sentence that says what each step is for, and no more steps than one picture holds.
 */
final class ProcessConventions {

	/**
	 * Nodes on one level, not counting events on a boundary, which sit on their step. 15
	 * is what a person takes in at once and what to aim for; a case with its exceptions
	 * and loops on one level needs some more. Beyond this limit a part of it has a name
	 * of its own: call another process.
	 */
	static final int MOST_NODES = 25;

	private static final Pattern PASCAL_CASE = Pattern.compile("[A-Z][A-Za-z0-9]*");

	private static final Pattern GENERATED = Pattern.compile(".*_[01][a-z0-9]{6}");

	/**
	 * Everything that is wrong with how a process reads.
	 * @return complaints naming the element; empty for a sound process
	 */
	List<String> complaintsAbout(BpmnModelInstance model) {
		List<String> complaints = new ArrayList<>();
		Consumer<String> complain = complaints::add;
		model.getModelElementsByType(Process.class).forEach((process) -> checkProcess(process, complain));
		model.getModelElementsByType(SubProcess.class)
			.forEach((scope) -> checkSize(scope.getId(), scope.getFlowElements(), complain));
		model.getModelElementsByType(FlowNode.class).forEach((node) -> checkNode(node, complain));
		model.getModelElementsByType(SequenceFlow.class).forEach((flow) -> checkFlow(flow, complain));
		model.getModelElementsByType(BaseElement.class).forEach((element) -> checkId(element, complain));
		return complaints;
	}

	private void checkProcess(Process process, Consumer<String> complain) {
		String id = process.getId();
		String name = Objects.requireNonNullElse(process.getName(), "");
		if (!isLabel(name)) {
			complain.accept("%s: give the process a Vietnamese name in sentence case, not «%s»".formatted(id, name));
		}
		checkDocumentation(process, complain);
		if (!process.isExecutable()) {
			complain.accept("%s: tick «executable»".formatted(id));
		}
		if (process.getCamundaHistoryTimeToLiveString() == null) {
			complain.accept("%s: set the history's time to live, such as «P365D»".formatted(id));
		}
		checkSize(id, process.getFlowElements(), complain);
	}

	private void checkSize(String id, Collection<FlowElement> elements, Consumer<String> complain) {
		long nodes = elements.stream()
			.filter((element) -> element instanceof FlowNode && !(element instanceof BoundaryEvent))
			.count();
		if (nodes > MOST_NODES) {
			complain.accept("%s: holds %d nodes, at most %d read well; move a part into a process of its own"
				.formatted(id, nodes, MOST_NODES));
		}
	}

	private void checkId(BaseElement element, Consumer<String> complain) {
		String prefix = prefixOf(element);
		String id = String.valueOf(element.getId());
		if (prefix != null
				&& !(id.startsWith(prefix) && PASCAL_CASE.matcher(id.substring(prefix.length())).matches())) {
			complain.accept("%s: give it an id of the form «%sWhatItIs»".formatted(id, prefix));
		}
		else if (GENERATED.matcher(id).matches()) {
			complain.accept("%s: is a generated id; give it one that says what it is, or none".formatted(id));
		}
	}

	/** The first part of an id, {@code null} where any id does. */
	private static String prefixOf(BaseElement element) {
		if (element instanceof Event event) {
			return prefixOf(event);
		}
		if (element instanceof SubProcess subProcess) {
			return subProcess.triggeredByEvent() ? "EventSubProcess_" : "SubProcess_";
		}
		return List
			.of(new Prefix(Gateway.class, "Gateway_"), new Prefix(CallActivity.class, "CallActivity_"),
					new Prefix(Task.class, "Task_"), new Prefix(SequenceFlow.class, "Flow_"),
					new Prefix(Message.class, "Message_"), new Prefix(Error.class, "Error_"),
					new Prefix(Escalation.class, "Escalation_"), new Prefix(Signal.class, "Signal_"))
			.stream()
			.filter((prefix) -> prefix.type().isInstance(element))
			.map(Prefix::text)
			.findFirst()
			.orElse(null);
	}

	private static String prefixOf(Event event) {
		if (event instanceof StartEvent) {
			return "StartEvent_";
		}
		if (event instanceof EndEvent) {
			return "EndEvent_";
		}
		return (event instanceof BoundaryEvent) ? "BoundaryEvent_" : "Event_";
	}

	private void checkNode(FlowNode node, Consumer<String> complain) {
		if (node instanceof EventBasedGateway) {
			complain
				.accept("%s: a message that arrives too early is lost here; use a receive task with a boundary event"
					.formatted(node.getId()));
		}
		checkFlowsOf(node, complain);
		String name = Objects.requireNonNullElse(node.getName(), "");
		if (isMereJoint(node)) {
			if (!name.isBlank()) {
				complain.accept("%s: asks nothing; leave it without a name".formatted(node.getId()));
			}
			return;
		}
		if (!isLabel(name)) {
			complain.accept("%s: name it in Vietnamese, in sentence case, not «%s»".formatted(node.getId(), name));
		}
		else if (node instanceof Gateway && !name.endsWith("?")) {
			complain.accept("%s: ask a question, with a question mark".formatted(node.getId()));
		}
		checkDocumentation(node, complain);
	}

	private void checkFlowsOf(FlowNode node, Consumer<String> complain) {
		boolean begins = node instanceof StartEvent || node instanceof BoundaryEvent
				|| (node instanceof SubProcess subProcess && subProcess.triggeredByEvent());
		if (!begins && node.getIncoming().isEmpty()) {
			complain.accept("%s: nothing leads to it; connect or remove it".formatted(node.getId()));
		}
		boolean ends = node instanceof EndEvent
				|| (node instanceof SubProcess subProcess && subProcess.triggeredByEvent());
		if (!ends && node.getOutgoing().isEmpty()) {
			complain.accept("%s: leads nowhere; let it end in an end event".formatted(node.getId()));
		}
		if (!(node instanceof Gateway) && node.getOutgoing().size() > 1) {
			complain.accept("%s: splits the flow in secret; draw a gateway".formatted(node.getId()));
		}
	}

	/** Joins and parallel gateways ask nothing. */
	private static boolean isMereJoint(FlowNode node) {
		return node instanceof ParallelGateway || (node instanceof Gateway && node.getOutgoing().size() < 2);
	}

	private void checkDocumentation(BaseElement element, Consumer<String> complain) {
		String text = element.getDocumentations()
			.stream()
			.map((documentation) -> documentation.getTextContent().trim())
			.findFirst()
			.orElse("");
		if (!ModelWords.isEnglishSentence(text)) {
			complain.accept("%s: say in one English sentence of documentation what it is for, not «%s»"
				.formatted(element.getId(), text));
		}
	}

	private void checkFlow(SequenceFlow flow, Consumer<String> complain) {
		if (!flow.getSource().getOutgoing().contains(flow) || !flow.getTarget().getIncoming().contains(flow)) {
			complain.accept("%s: is not listed as incoming and outgoing of its ends; connect it again in the modeler"
				.formatted(flow.getId()));
		}
		boolean answers = flow.getSource() instanceof ExclusiveGateway && flow.getSource().getOutgoing().size() > 1;
		String name = Objects.requireNonNullElse(flow.getName(), "");
		if (answers && (name.isBlank() || !ModelWords.isVietnamese(name) || !ModelWords.hasNoCapitals(name))) {
			complain.accept("%s: answer the gateway's question in Vietnamese, in small letters, not «%s»"
				.formatted(flow.getId(), name));
		}
	}

	private static boolean isLabel(String name) {
		return !name.isBlank() && ModelWords.isVietnamese(name) && ModelWords.isSentenceCase(name);
	}

	private record Prefix(Class<? extends BaseElement> type, String text) {
	}

}
