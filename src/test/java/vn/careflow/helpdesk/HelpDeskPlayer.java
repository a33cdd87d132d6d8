package vn.careflow.helpdesk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;

import vn.careflow.customer.CustomerProfile;
import vn.careflow.customer.Customers;
import vn.careflow.customer.NewCustomer;
import vn.careflow.process.BackgroundWork;
import vn.careflow.request.Level;
import vn.careflow.request.NewRequest;
import vn.careflow.request.RequestChannel;
import vn.careflow.request.RequestKind;
import vn.careflow.request.Requests;
import vn.careflow.testsupport.Time;

/**
 * Plays the log of the help desk on the running application: each case becomes a request
 * when its first step is logged, and each step is done at its time by whoever the
 * application has given the case to. Whatever falls due between two steps happens at its
 * own time.
 * <p>
 * A step for which nobody has the case yet waits until somebody has it.
 */
final class HelpDeskPlayer {

	private static final Duration LONGEST_WAIT = Duration.ofDays(90);

	private final ManagementService management;

	private final RuntimeService runtime;

	private final TaskService tasks;

	private final Customers customers;

	private final Requests requests;

	private final BackgroundWork background;

	private final Map<String, UUID> customerIds = new HashMap<>();

	private final Map<String, UUID> requestIds = new LinkedHashMap<>();

	private final Map<String, Deque<HelpDeskEvent>> postponed = new LinkedHashMap<>();

	/**
	 * @param engine the engine, its job executor at rest
	 * @param background what the application does by itself every few seconds
	 */
	HelpDeskPlayer(ProcessEngine engine, Customers customers, Requests requests, BackgroundWork background) {
		this.management = engine.getManagementService();
		this.runtime = engine.getRuntimeService();
		this.tasks = engine.getTaskService();
		this.customers = customers;
		this.requests = requests;
		this.background = background;
	}

	/** The request that each case of the log became. */
	Map<String, UUID> requestIds() {
		return Map.copyOf(this.requestIds);
	}

	void play(HelpDeskEvent event) {
		moveTo(event.at().atZone(Time.ZONE).toInstant());
		this.requestIds.computeIfAbsent(event.caseId(), (id) -> receive(event));
		workOff();
		this.background.tryWaitingWork();
		this.postponed.computeIfAbsent(event.caseId(), (id) -> new ArrayDeque<>()).add(event);
		doWhatIsPossible();
	}

	/** Lets time pass until every step is done and every case has ended. */
	void finish() {
		Instant end = now().plus(LONGEST_WAIT);
		while (now().isBefore(end) && (!this.postponed.isEmpty() || openCases() > 0)) {
			moveTo(now().plus(Duration.ofHours(6)));
			doWhatIsPossible();
		}
	}

	private long openCases() {
		return this.runtime.createProcessInstanceQuery().processDefinitionKey("request-handling").count();
	}

	/** Lets everything happen that falls due until then. */
	void moveTo(Instant then) {
		workOff();
		Optional<Instant> next = nextDue().filter((due) -> !due.isAfter(then));
		while (next.isPresent()) {
			is(next.get());
			workOff();
			next = nextDue().filter((due) -> !due.isAfter(then));
		}
		is(then);
		workOff();
	}

	private void is(Instant moment) {
		if (moment.isAfter(now())) {
			ClockUtil.setCurrentTime(Date.from(moment));
		}
		this.background.tryWaitingWork();
	}

	private Optional<Instant> nextDue() {
		return Stream.concat(nextTimer().stream(), this.background.nextTry().stream())
			.filter((due) -> due.isAfter(now()))
			.min(Instant::compareTo);
	}

	private Optional<Instant> nextTimer() {
		return this.management.createJobQuery()
			.active()
			.withRetriesLeft()
			.duedateHigherThan(ClockUtil.getCurrentTime())
			.orderByJobDuedate()
			.asc()
			.listPage(0, 1)
			.stream()
			.map((job) -> job.getDuedate().toInstant())
			.findFirst();
	}

	private void workOff() {
		JobsAtRest.workOff(this.management);
	}

	private UUID receive(HelpDeskEvent event) {
		UUID customerId = this.customerIds.computeIfAbsent(event.customer(), this::customer);
		Level impact = event.seriousness().equals("Value 3") ? Level.HIGH : Level.MEDIUM;
		Level urgency = switch (event.seriousness()) {
			case "Value 1" -> Level.LOW;
			case "Value 2" -> Level.MEDIUM;
			default -> Level.HIGH;
		};
		return this.requests
			.receive(NewRequest
				.of(customerId, RequestKind.SUPPORT, event.caseId(), event.activity(), RequestChannel.EMAIL)
				.from("help-desk", event.caseId())
				.about(event.product(), null)
				.graded(impact, urgency))
			.id();
	}

	private UUID customer(String name) {
		return this.customers
			.register(NewCustomer.from("help-desk", name, CustomerProfile.person("Khách hàng " + name).build()))
			.customer()
			.id();
	}

	private void doWhatIsPossible() {
		Iterator<Map.Entry<String, Deque<HelpDeskEvent>>> cases = this.postponed.entrySet().iterator();
		while (cases.hasNext()) {
			Map.Entry<String, Deque<HelpDeskEvent>> one = cases.next();
			UUID requestId = this.requestIds.get(one.getKey());
			while (!one.getValue().isEmpty() && isDone(one.getValue().peek(), requestId)) {
				one.getValue().remove();
				moveTo(now().plusSeconds(1));
			}
			if (one.getValue().isEmpty()) {
				cases.remove();
			}
		}
	}

	private boolean isDone(HelpDeskEvent event, UUID requestId) {
		if (!this.requests.get(requestId).status().isOpen()) {
			return true;
		}
		return switch (event.step()) {
			case TAKE_UP -> takeUp(requestId);
			case WAIT -> isAnswering(requestId) && answer(requestId, waiting());
			case RESOLVE -> isAnswering(requestId) && answer(requestId, solved(event));
			case CLOSE -> close(event, requestId);
		};
	}

	/** A case that is taken up after it was solved was not solved. */
	private boolean takeUp(UUID requestId) {
		if (complete(requestId, "Task_ConfirmResolution", Map.of("confirmation", "NOT_SOLVED"))) {
			workOff();
		}
		return isAnswering(requestId);
	}

	private boolean close(HelpDeskEvent event, UUID requestId) {
		if (task(requestId, "Task_ConfirmResolution").isEmpty()) {
			if (!isAnswering(requestId) || !answer(requestId, solved(event))) {
				return false;
			}
			workOff();
		}
		return complete(requestId, "Task_ConfirmResolution", Map.of("confirmation", "SOLVED"));
	}

	/** Whether somebody has the case and can answer; a case that waits is woken. */
	private boolean isAnswering(UUID requestId) {
		if (this.runtime.createExecutionQuery()
			.processInstanceBusinessKey(requestId.toString())
			.messageEventSubscriptionName("customerReplied")
			.count() > 0) {
			this.runtime.createMessageCorrelation("customerReplied")
				.processInstanceBusinessKey(requestId.toString())
				.correlate();
			workOff();
		}
		return task(requestId, "Task_AnswerRequest").filter((task) -> task.getAssignee() != null).isPresent()
				|| task(requestId, "Task_ConfirmResolution").isPresent();
	}

	private boolean answer(UUID requestId, Map<String, Object> form) {
		return complete(requestId, "Task_AnswerRequest", form) || task(requestId, "Task_ConfirmResolution").isPresent();
	}

	private static Map<String, Object> waiting() {
		return Map.of("answer", "Xin vui lòng chờ", "nextStep", "WAIT_FOR_CUSTOMER");
	}

	private static Map<String, Object> solved(HelpDeskEvent event) {
		return Map.of("answer", "Đã xử lý", "nextStep", "RESOLVED", "rootCause", "PROCESS", "resolution",
				event.activity());
	}

	private boolean complete(UUID requestId, String element, Map<String, Object> form) {
		Optional<Task> task = task(requestId, element);
		task.ifPresent((found) -> this.tasks.complete(found.getId(), new HashMap<>(form)));
		return task.isPresent();
	}

	private Optional<Task> task(UUID requestId, String element) {
		return Optional.ofNullable(this.tasks.createTaskQuery()
			.processInstanceBusinessKey(requestId.toString())
			.taskDefinitionKey(element)
			.singleResult());
	}

	private static Instant now() {
		return ClockUtil.getCurrentTime().toInstant();
	}

}
