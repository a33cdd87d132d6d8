package vn.careflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * What the engine runs of a process: references that lead somewhere, delegates that
 * exist, decisions by facts, dates from rooms, and nothing that no one has reviewed.
 * <p>
 * The engine deploys most of these mistakes and fails when the first case gets there.
 */
final class ExecutionConventions {

	private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

	private static final String NAME = "[a-z][A-Za-z0-9]*";

	private static final Pattern CAMEL_CASE = Pattern.compile(NAME);

	private static final Pattern BEAN = Pattern.compile("\\$\\{(" + NAME + ")}");

	private static final Pattern VARIABLE = Pattern.compile("\\$\\{" + NAME + "}");

	private static final Pattern CONDITION = Pattern.compile("\\$\\{" + NAME + "(?: == '[A-Z][A-Z0-9_]*')?}");

	private static final Pattern VALUE = Pattern
		.compile("\\$\\{(?:" + NAME + "|'[A-Z][A-Z0-9_]*'|execution\\.processBusinessKey)}");

	private static final Set<String> FORBIDDEN_ELEMENTS = Set.of("script", "scriptTask", "connector");

	/** The end listener that turns the columns of a decision into variables. */
	private static final String DECISION_OUTCOME = "${decisionOutcome}";

	private final Surroundings known;

	private final List<String> complaints = new ArrayList<>();

	private ExecutionConventions(Surroundings known) {
		this.known = known;
	}

	/**
	 * Everything that is wrong with what the engine runs.
	 * @return complaints naming the element; empty for a sound process
	 */
	static List<String> complaintsAbout(BpmnModelInstance model, Surroundings known) {
		ExecutionConventions conventions = new ExecutionConventions(known);
		conventions.check(model);
		return conventions.complaints;
	}

	private void check(BpmnModelInstance model) {
		each(model, UserTask.class, this::checkUserTask);
		each(model, StartEvent.class, this::checkStart);
		each(model, ServiceTask.class, (task) -> checkDelegate(task, task.getCamundaDelegateExpression()));
		each(model, SendTask.class, (task) -> checkDelegate(task, task.getCamundaDelegateExpression()));
		each(model, BusinessRuleTask.class, this::checkRule);
		each(model, CallActivity.class, this::checkCall);
		each(model, SequenceFlow.class, this::checkCondition);
		each(model, ExclusiveGateway.class, this::checkSplit);
		each(model, TimerEventDefinition.class, this::checkTimer);
		each(model, CamundaExecutionListener.class,
				(listener) -> checkBean(listener, listener.getCamundaDelegateExpression()));
		each(model, CamundaTaskListener.class,
				(listener) -> checkBean(listener, listener.getCamundaDelegateExpression()));
		checkMessages(model);
		checkErrors(model);
		each(model, Process.class, (process) -> checkForbidden(process.getDomElement(), process.getId()));
	}

	private void checkUserTask(UserTask task) {
		checkForm(task, task.getCamundaFormRef(), task.getCamundaFormRefBinding());
		checkTextIsKept(task, task.getCamundaFormRef());
		checkVariable(task, "due date", task.getCamundaDueDate());
		checkVariable(task, "follow-up date", task.getCamundaFollowUpDate());
		if (task.getCamundaAssignee() == null && task.getCamundaCandidateGroups() == null) {
			complain(task, "belongs to nobody; give it an assignee or candidate groups");
		}
	}

	private void checkStart(StartEvent start) {
		if (start.getParentElement() instanceof Process && start.getEventDefinitions().isEmpty()) {
			checkForm(start, start.getCamundaFormRef(), start.getCamundaFormRefBinding());
			checkTextIsKept(start, start.getCamundaFormRef());
		}
	}

	private void checkForm(BaseElement element, String form, String binding) {
		if (form == null) {
			complain(element, "has no form; name one with camunda:formRef");
			return;
		}
		if (!this.known.forms().contains(form)) {
			complain(element, "asks for the form «%s», which is not there; add forms/%s.form", form, form);
		}
		checkBinding(element, "camunda:formRefBinding", binding);
	}

	private void checkBinding(BaseElement element, String attribute, String binding) {
		if (!"deployment".equals(binding)) {
			complain(element, "set %s to «deployment», so that an old case keeps what it started with", attribute);
		}
	}

	private void checkVariable(BaseElement element, String what, String expression) {
		if (expression != null && !VARIABLE.matcher(expression).matches()) {
			complain(element, "takes its %s from «%s»; let a room compute it and name the variable: ${…}", what,
					expression);
		}
	}

	/**
	 * Text that a person typed lives for the transaction only: the step right behind the
	 * form, or an end listener, keeps it.
	 */
	private void checkTextIsKept(FlowNode node, String form) {
		if (!this.known.formsWithText().contains(form)) {
			return;
		}
		if (node instanceof StartEvent && node.isCamundaAsyncBefore()) {
			complain(node, "loses the text of its form at the save point before it; remove that");
		}
		if (hasEndListener(node)) {
			return;
		}
		if (node.isCamundaAsyncAfter()) {
			complain(node, "loses the text of its form at the save point after it; put that after the next step");
		}
		for (FlowNode next : stepsAfter(node, new HashSet<>())) {
			if (!callsBean(next) || next.isCamundaAsyncBefore()) {
				complain(node, "has a form with text, which %s does not keep; let a service task without a save point "
						+ "before it follow, or an end listener keep the text", next.getId());
			}
		}
	}

	private static boolean hasEndListener(FlowNode node) {
		return extensions(node, CamundaExecutionListener.class).stream()
			.anyMatch((listener) -> "end".equals(listener.getCamundaEvent()));
	}

	private static Set<FlowNode> stepsAfter(FlowNode node, Set<FlowNode> seen) {
		Set<FlowNode> steps = new HashSet<>();
		for (SequenceFlow flow : node.getOutgoing()) {
			FlowNode next = flow.getTarget();
			if (!(next instanceof Gateway)) {
				steps.add(next);
			}
			else if (seen.add(next)) {
				steps.addAll(stepsAfter(next, seen));
			}
		}
		return steps;
	}

	private static boolean callsBean(FlowNode node) {
		return node.getDomElement().getAttribute(CAMUNDA, "delegateExpression") != null;
	}

	private void checkRule(BusinessRuleTask task) {
		String decision = task.getCamundaDecisionRef();
		if (decision == null) {
			checkDelegate(task, task.getCamundaDelegateExpression());
			return;
		}
		if (!this.known.decisions().contains(decision)) {
			complain(task, "asks the table «%s», which is not there; add processes/decisions/%s.dmn", decision,
					decision);
		}
		if (this.known.collecting().contains(decision)) {
			complain(task, "asks the table «%s», which may give several answers; ask for one that gives one", decision);
		}
		checkBinding(task, "camunda:decisionRefBinding", task.getCamundaDecisionRefBinding());
		boolean heard = extensions(task, CamundaExecutionListener.class).stream()
			.anyMatch((listener) -> "end".equals(listener.getCamundaEvent())
					&& DECISION_OUTCOME.equals(listener.getCamundaDelegateExpression()));
		if (!heard) {
			complain(task, "nobody takes over its answer; add the end listener %s", DECISION_OUTCOME);
		}
		if (task.getCamundaResultVariable() != null) {
			complain(task, "stores a whole result as «%s»; leave the result variable out",
					task.getCamundaResultVariable());
		}
	}

	private void checkDelegate(BaseElement task, String expression) {
		if (expression == null || !expression.endsWith("Delegate}")) {
			complain(task, "calls «%s»; name a delegate: camunda:delegateExpression=\"${doSomethingDelegate}\"",
					expression);
			return;
		}
		checkBean(task, expression);
	}

	private void checkBean(ModelElementInstance element, String expression) {
		var bean = BEAN.matcher((expression != null) ? expression : "");
		if (!bean.matches()) {
			complain(element, "calls «%s»; name a bean: ${camelCase}", expression);
		}
		else if (!this.known.beans().contains(bean.group(1))) {
			complain(element, "calls %s, which nobody has written; mend the name or add the class", expression);
		}
	}

	private void checkCall(CallActivity call) {
		String called = call.getCalledElement();
		if (!this.known.processes().contains(String.valueOf(called))) {
			complain(call, "calls the process «%s», which is not there; add processes/%s.bpmn", called, called);
		}
		checkBinding(call, "camunda:calledElementBinding", call.getCamundaCalledElementBinding());
		extensions(call, CamundaIn.class).forEach((in) -> checkMapping(call, "in", in.getCamundaVariables(),
				Stream.of(in.getCamundaSourceExpression(), in.getCamundaBusinessKey())));
		extensions(call, CamundaOut.class).forEach((out) -> checkMapping(call, "out", out.getCamundaVariables(),
				Stream.of(out.getCamundaSourceExpression())));
		Set<String> uncaught = new TreeSet<>(this.known.errors().getOrDefault(String.valueOf(called), Set.of()));
		uncaught.removeAll(caughtAt(call));
		uncaught.forEach((code) -> complain(call,
				"does not catch the error «%s» with which %s can end; add a boundary " + "event", code, called));
	}

	private void checkMapping(BaseElement call, String direction, String variables, Stream<String> expressions) {
		if (variables != null) {
			complain(call, "hands %s all variables; name each one", direction);
		}
		expressions.filter((expression) -> expression != null && !VALUE.matcher(expression).matches())
			.forEach((expression) -> complain(call,
					"computes «%s» on the way %s; map a variable, a 'CONSTANT' or the business key", expression,
					direction));
	}

	private static Set<String> caughtAt(CallActivity call) {
		return ((BpmnModelInstance) call.getModelInstance()).getModelElementsByType(BoundaryEvent.class)
			.stream()
			.filter((event) -> event.getAttachedTo().equals(call))
			.flatMap((event) -> event.getEventDefinitions().stream())
			.filter(ErrorEventDefinition.class::isInstance)
			.map((definition) -> ((ErrorEventDefinition) definition).getError())
			.map((error) -> (error != null) ? String.valueOf(error.getErrorCode()) : "")
			.collect(Collectors.toSet());
	}

	private void checkCondition(SequenceFlow flow) {
		if (flow.getConditionExpression() == null) {
			return;
		}
		String condition = flow.getConditionExpression().getTextContent().trim();
		if (!CONDITION.matcher(condition).matches()) {
			complain(flow, "decides by «%s»; ask for one fact, ${flag} or ${variable == 'CODE'}, or use a table",
					condition);
		}
		if (!(flow.getSource() instanceof Gateway)) {
			complain(flow, "has a condition, but does not leave a gateway; draw one");
		}
	}

	private void checkSplit(ExclusiveGateway gateway) {
		if (gateway.getOutgoing().size() < 2) {
			return;
		}
		SequenceFlow other = gateway.getDefault();
		if (other == null) {
			complain(gateway, "knows no way when no condition holds; mark one flow as the default");
		}
		gateway.getOutgoing().forEach((flow) -> {
			boolean conditional = flow.getConditionExpression() != null;
			if (conditional == flow.equals(other)) {
				complain(flow, conditional ? "is the default flow; remove its condition" : "say when it is taken");
			}
		});
	}

	private void checkTimer(TimerEventDefinition timer) {
		if (timer.getTimeDate() == null) {
			complain(timer, "counts the time itself; let a room compute the date and name the variable in timeDate");
			return;
		}
		checkVariable(timer, "time", timer.getTimeDate().getTextContent().trim());
	}

	private void checkMessages(BpmnModelInstance model) {
		Set<Message> used = new HashSet<>();
		each(model, MessageEventDefinition.class, (event) -> awaits(event, event.getMessage(), used));
		each(model, ReceiveTask.class, (task) -> awaits(task, task.getMessage(), used));
		each(model, Message.class, (message) -> {
			checkPair(message, "Message_", message.getName());
			if (!used.contains(message)) {
				complain(message, "is awaited nowhere; remove it");
			}
		});
	}

	private void awaits(ModelElementInstance element, Message message, Set<Message> used) {
		if (message == null) {
			complain(element, "awaits no message; choose one");
		}
		used.add(message);
	}

	private void checkErrors(BpmnModelInstance model) {
		Collection<ErrorEventDefinition> events = model.getModelElementsByType(ErrorEventDefinition.class);
		Set<Error> used = events.stream().map(ErrorEventDefinition::getError).collect(Collectors.toSet());
		each(model, Error.class, (error) -> {
			checkPair(error, "Error_", error.getErrorCode());
			if (!used.contains(error)) {
				complain(error, "happens nowhere; remove it");
			}
		});
		events.stream()
			.filter((event) -> event.getError() == null)
			.forEach((event) -> complain(event, "names no error; choose one"));
	}

	/** {@code Message_CustomerReplied} is called {@code customerReplied}. */
	private void checkPair(BaseElement element, String prefix, String name) {
		boolean pair = name != null && CAMEL_CASE.matcher(name).matches()
				&& element.getId().equals(prefix + Character.toUpperCase(name.charAt(0)) + name.substring(1));
		if (!pair) {
			complain(element,
					"is called «%s»; id and name belong together like «%sCustomerReplied» and " + "«customerReplied»",
					name, prefix);
		}
	}

	private void checkForbidden(DomElement element, String owner) {
		String id = element.getAttribute("id");
		String where = (id != null) ? id : owner;
		if (FORBIDDEN_ELEMENTS.contains(element.getLocalName())) {
			this.complaints.add("%s: holds a %s, which nobody has reviewed; write a delegate".formatted(where,
					element.getLocalName()));
		}
		Stream.of("class", "expression", "type", "topic", "formKey", "formHandlerClass")
			.filter((attribute) -> hasAttribute(element, attribute))
			.forEach((attribute) -> this.complaints
				.add("%s: uses camunda:%s; use camunda:delegateExpression for code and camunda:formRef for forms"
					.formatted(where, attribute)));
		element.getChildElements().forEach((child) -> checkForbidden(child, where));
	}

	/** Elements of Camunda carry its attributes without a prefix. */
	private static boolean hasAttribute(DomElement element, String attribute) {
		return element.getAttribute(CAMUNDA, attribute) != null
				|| (CAMUNDA.equals(element.getNamespaceURI()) && element.getAttribute(attribute) != null);
	}

	private static <T extends ModelElementInstance> Collection<T> extensions(BaseElement element, Class<T> type) {
		return (element.getExtensionElements() != null) ? element.getExtensionElements().getChildElementsByType(type)
				: List.of();
	}

	private <T extends ModelElementInstance> void each(BpmnModelInstance model, Class<T> type, Consumer<T> check) {
		model.getModelElementsByType(type).forEach(check);
	}

	private void complain(ModelElementInstance element, String sentence, Object... details) {
		this.complaints.add(owner(element) + ": " + sentence.formatted(details));
	}

	/**
	 * What a person sees in the diagram: an event definition or a listener has no face.
	 */
	private static String owner(ModelElementInstance element) {
		ModelElementInstance seen = element;
		while (!(seen instanceof FlowNode || seen instanceof SequenceFlow || seen instanceof Message
				|| seen instanceof Error || seen instanceof Process)) {
			seen = seen.getParentElement();
		}
		return ((BaseElement) seen).getId();
	}

	/**
	 * What there is beside the process at hand.
	 *
	 * @param processes ids of all processes
	 * @param decisions ids of all decisions
	 * @param collecting those that may give several answers to one question
	 * @param forms ids of all forms
	 * @param formsWithText those in which a person types text
	 * @param beans what models may call
	 * @param errors by process, the codes of the errors with which it can end
	 */
	record Surroundings(Set<String> processes, Set<String> decisions, Set<String> collecting, Set<String> forms,
			Set<String> formsWithText, Set<String> beans, Map<String, Set<String>> errors) {
	}

}
