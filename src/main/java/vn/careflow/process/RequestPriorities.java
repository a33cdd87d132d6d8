package vn.careflow.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.careflow.calendar.CareDuration;
import vn.careflow.request.Priority;
import vn.careflow.request.RequestPrioritised;
import vn.careflow.servicelevel.ClockKind;
import vn.careflow.servicelevel.ServiceClocks;

/**
 * What follows when a running request becomes more or less urgent: its case and its tasks
 * know it, and it is held to the targets of the new priority, the time used so far kept.
 * <p>
 * A deadline that has passed stays where it was: another target would only rewrite that
 * it was missed.
 */
@Component
class RequestPriorities {

	private final Decisions decisions;

	private final ServiceClocks clocks;

	private final RequestsFollowCalendars deadlines;

	private final CaseRules rules;

	private final RuntimeService runtime;

	private final TaskService tasks;

	private final CareTimes times;

	private final CareProperties properties;

	RequestPriorities(Decisions decisions, ServiceClocks clocks, RequestsFollowCalendars deadlines, CaseRules rules,
			RuntimeService runtime, TaskService tasks, CareTimes times, CareProperties properties) {
		this.decisions = decisions;
		this.clocks = clocks;
		this.deadlines = deadlines;
		this.rules = rules;
		this.runtime = runtime;
		this.tasks = tasks;
		this.times = times;
		this.properties = properties;
	}

	@EventListener
	void on(RequestPrioritised event) {
		List<ProcessInstance> cases = this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(RequestHandlingProcess.KEY)
			.processInstanceBusinessKey(event.requestId().toString())
			.list();
		for (ProcessInstance running : cases) {
			tell(running, event.priority());
			changeTargets(running, event);
			this.deadlines.follow(event.requestId().toString());
			this.rules.followPriority(running, event.requestId(), event.priority());
		}
	}

	private void tell(ProcessInstance running, Priority priority) {
		int taskPriority = RequestDeadlines.taskPriority(priority);
		this.runtime.setVariables(running.getId(), Map.of(RequestHandlingProcess.PRIORITY.name(), priority.name(),
				RequestHandlingProcess.TASK_PRIORITY.name(), (long) taskPriority));
		this.tasks.createTaskQuery()
			.processInstanceId(running.getId())
			.list()
			.forEach((task) -> this.tasks.setPriority(task.getId(), taskPriority));
	}

	private void changeTargets(ProcessInstance running, RequestPrioritised event) {
		Map<String, Object> facts = this.runtime.getVariables(running.getId(),
				List.of(RequestHandlingProcess.REQUEST_KIND.name(), CaseVariables.CUSTOMER_GROUP.name()));
		Map<String, Object> targets = this.decisions.decide("service-targets",
				Map.of("requestKind", facts.get(RequestHandlingProcess.REQUEST_KIND.name()), "priority",
						event.priority().name(), "customerGroup", facts.get(CaseVariables.CUSTOMER_GROUP.name())));
		changeTarget(event, ClockKind.FIRST_RESPONSE, (String) targets.get("responseTarget"));
		changeTarget(event, ClockKind.RESOLUTION, (String) targets.get("resolutionTarget"));
	}

	private void changeTarget(RequestPrioritised event, ClockKind kind, String target) {
		Instant now = this.times.now();
		UUID requestId = event.requestId();
		this.clocks.state(requestId, kind, now)
			.filter((clock) -> clock.isOpen() && clock.dueAt().isAfter(now))
			.ifPresent((clock) -> this.clocks.changeTarget(requestId, kind, CareDuration.parse(target),
					this.properties.calendar(), now, event.why()));
	}

}
