package vn.careflow.process;

import java.util.List;
import java.util.Set;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/**
 * Keeps the deadline timers of a running request in step with its clock.
 */
@Component
class DeadlineTimers {

	private static final Set<String> DEADLINES = Set.of(RequestHandlingProcess.BOUNDARY_DEADLINE_NEAR,
			RequestHandlingProcess.BOUNDARY_DEADLINE_PASSED, RequestHandlingProcess.BOUNDARY_DEADLINE_PASSED_AGAIN);

	private final ManagementService management;

	DeadlineTimers(ManagementService management) {
		this.management = management;
	}

	/** Holds the timers that have not fired, without losing them. */
	void stand(String processInstanceId) {
		deadlines(processInstanceId).forEach((timer) -> this.management.suspendJobById(timer.getId()));
	}

	/**
	 * Sets the timers that have not fired to what the case's variables say now, and lets
	 * them run.
	 */
	void move(String processInstanceId) {
		for (Job timer : deadlines(processInstanceId)) {
			this.management.recalculateJobDuedate(timer.getId(), false);
			this.management.activateJobById(timer.getId());
		}
	}

	private List<Job> deadlines(String processInstanceId) {
		return DEADLINES.stream()
			.flatMap((event) -> this.management.createJobQuery()
				.processInstanceId(processInstanceId)
				.activityId(event)
				.list()
				.stream())
			.toList();
	}

}
