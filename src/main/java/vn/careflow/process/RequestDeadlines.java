package vn.careflow.process;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.careflow.calendar.CareDuration;
import vn.careflow.request.Priority;
import vn.careflow.request.Requests;
import vn.careflow.servicelevel.ClockKind;
import vn.careflow.servicelevel.ClockState;
import vn.careflow.servicelevel.ServiceClocks;

/**
 * Gives a request its clocks and keeps the deadlines of its model in step with them.
 */
@Service
class RequestDeadlines {

	private static final Map<Priority, Long> TASK_PRIORITIES = Map.of(Priority.URGENT, 90L, Priority.HIGH, 70L,
			Priority.NORMAL, 50L, Priority.LOW, 30L);

	private final Requests requests;

	private final ServiceClocks clocks;

	private final Decisions decisions;

	private final DeadlineTimers timers;

	private final CareTimes times;

	private final CareProperties properties;

	RequestDeadlines(Requests requests, ServiceClocks clocks, Decisions decisions, DeadlineTimers timers,
			CareTimes times, CareProperties properties) {
		this.requests = requests;
		this.clocks = clocks;
		this.decisions = decisions;
		this.timers = timers;
		this.times = times;
		this.properties = properties;
	}

	/**
	 * Starts the clocks of the current resolution cycle by the table
	 * {@code service-targets}. They count from when the cycle began: the customer has
	 * waited since then, also while nobody could be found for the request.
	 */
	@Transactional
	public void start(DelegateExecution execution) {
		UUID requestId = CaseKeys.caseId(execution);
		Map<String, Object> targets = this.decisions.decide("service-targets",
				Map.of("requestKind", RequestHandlingProcess.REQUEST_KIND.get(execution), "priority",
						RequestHandlingProcess.PRIORITY.get(execution), "customerGroup",
						CaseVariables.CUSTOMER_GROUP.get(execution)));
		Instant now = this.times.now();
		Instant began = this.requests.get(requestId).cycle().beganAt();
		startClock(requestId, ClockKind.FIRST_RESPONSE, (String) targets.get("responseTarget"), began);
		startClock(requestId, ClockKind.RESOLUTION, (String) targets.get("resolutionTarget"), began);
		RequestHandlingProcess.TASK_PRIORITY.set(execution, taskPriority(execution));
		tellModel(execution, requestId, now);
		RequestHandlingProcess.TASK_DUE_AT.set(execution, taskDueAt(requestId, now));
	}

	/**
	 * The clock stands while the request waits for somebody else; its timers stand with
	 * it.
	 */
	@Transactional
	public void pause(DelegateExecution execution, String cause) {
		this.clocks.pause(CaseKeys.caseId(execution), this.times.now(), cause);
		this.timers.stand(execution.getProcessInstanceId());
	}

	/** The clock runs on with the time that is left; its timers move with it. */
	@Transactional
	public void resume(DelegateExecution execution, String cause) {
		UUID requestId = CaseKeys.caseId(execution);
		Instant now = this.times.now();
		this.clocks.resume(requestId, now, cause);
		tellModel(execution, requestId, now);
		RequestHandlingProcess.TASK_DUE_AT.set(execution, RequestHandlingProcess.RESOLUTION_DUE_AT.get(execution));
		this.timers.move(execution.getProcessInstanceId());
	}

	void met(UUID requestId, ClockKind kind) {
		this.clocks.met(requestId, kind, this.times.now());
	}

	void cancel(UUID requestId, String cause) {
		this.clocks.cancel(requestId, this.times.now(), cause);
	}

	private void startClock(UUID requestId, ClockKind kind, String target, Instant at) {
		this.clocks.start(requestId, kind, CareDuration.parse(target), this.properties.calendar(), at,
				"service-targets");
	}

	private void tellModel(DelegateExecution execution, UUID requestId, Instant now) {
		ClockState clock = this.clocks.state(requestId, ClockKind.RESOLUTION, now).orElseThrow();
		RequestHandlingProcess.RESOLUTION_WARN_AT.set(execution, Date.from(clock.warnAt()));
		RequestHandlingProcess.RESOLUTION_DUE_AT.set(execution, Date.from(clock.dueAt()));
		RequestHandlingProcess.RESOLUTION_OVERDUE_AT.set(execution, Date.from(clock.overdueAgainAt()));
	}

	/**
	 * What the agent sees as due: the first response until it is given, the resolution
	 * after it.
	 */
	private Date taskDueAt(UUID requestId, Instant now) {
		return Date.from(this.clocks.state(requestId, ClockKind.FIRST_RESPONSE, now)
			.orElseGet(() -> this.clocks.state(requestId, ClockKind.RESOLUTION, now).orElseThrow())
			.dueAt());
	}

	private static long taskPriority(DelegateExecution execution) {
		return TASK_PRIORITIES.get(Priority.valueOf(RequestHandlingProcess.PRIORITY.get(execution)));
	}

	static int taskPriority(Priority priority) {
		return TASK_PRIORITIES.get(priority).intValue();
	}

}
