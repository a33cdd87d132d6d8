package vn.careflow.process;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import vn.careflow.servicelevel.ClockKind;
import vn.careflow.servicelevel.ClockState;
import vn.careflow.servicelevel.ServiceClocks;

/**
 * Moves the deadlines of requests with their clocks. A clock that stands is left alone:
 * its deadlines are worked out when it runs on.
 */
@Component
@Order(0)
class RequestsFollowCalendars implements CalendarFollower {

	private final ServiceClocks clocks;

	private final RuntimeService runtime;

	private final TimedWork work;

	private final CareTimes times;

	RequestsFollowCalendars(ServiceClocks clocks, RuntimeService runtime, TimedWork work, CareTimes times) {
		this.clocks = clocks;
		this.runtime = runtime;
		this.work = work;
		this.times = times;
	}

	@Override
	public List<String> following(Set<String> calendars, @Nullable String after, int atMost) {
		return this.clocks.subjectsCountedBy(calendars, (after != null) ? UUID.fromString(after) : null, atMost)
			.stream()
			.map(UUID::toString)
			.toList();
	}

	@Override
	public boolean follow(String id) {
		Instant now = this.times.now();
		UUID requestId = UUID.fromString(id);
		return this.clocks.state(requestId, ClockKind.RESOLUTION, now)
			.filter((clock) -> clock.isOpen() && !clock.paused())
			.map((clock) -> move(requestId, clock, taskDueAt(requestId, clock, now)))
			.orElse(false);
	}

	private boolean move(UUID requestId, ClockState clock, Date taskDueAt) {
		boolean moved = false;
		for (ProcessInstance instance : this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(RequestHandlingProcess.KEY)
			.processInstanceBusinessKey(requestId.toString())
			.list()) {
			moved |= move(instance, clock, taskDueAt);
		}
		return moved;
	}

	private boolean move(ProcessInstance instance, ClockState clock, Date taskDueAt) {
		Map<String, Date> dates = new HashMap<>();
		dates.put(RequestHandlingProcess.RESOLUTION_WARN_AT.name(), Date.from(clock.warnAt()));
		dates.put(RequestHandlingProcess.RESOLUTION_DUE_AT.name(), Date.from(clock.dueAt()));
		dates.put(RequestHandlingProcess.RESOLUTION_OVERDUE_AT.name(), Date.from(clock.overdueAgainAt()));
		dates.put(RequestHandlingProcess.TASK_DUE_AT.name(), taskDueAt);
		boolean told = this.work.tell(instance.getId(), dates);
		if (told) {
			DeadlineTimers.DEADLINES.forEach((event) -> this.work.moveTimers(instance.getId(), event));
			this.work.moveTasks(instance.getId(), RequestHandlingProcess.TASK_ANSWER_REQUEST, taskDueAt);
		}
		return told;
	}

	/** The first response until it is given, the resolution after it. */
	private Date taskDueAt(UUID requestId, ClockState resolution, Instant now) {
		return Date.from(this.clocks.state(requestId, ClockKind.FIRST_RESPONSE, now)
			.filter(ClockState::isOpen)
			.orElse(resolution)
			.dueAt());
	}

}
