package vn.careflow.process;

import java.util.List;
import java.util.Set;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/**
 * Keeps the deadline timers of a running request in step with its clock.
 * <p>
 * Used within a delegate, whose command writes the timers when it ends. Suspending them
 * by the engine's API would write past them at once, and what the command knows of a
 * timer that it also moves would be out of date.
 */
@Component
class DeadlineTimers {

	static final Set<String> DEADLINES = Set.of(RequestHandlingProcess.BOUNDARY_DEADLINE_NEAR,
			RequestHandlingProcess.BOUNDARY_DEADLINE_PASSED, RequestHandlingProcess.BOUNDARY_DEADLINE_PASSED_AGAIN);

	private final ManagementService management;

	DeadlineTimers(ManagementService management) {
		this.management = management;
	}

	/** Holds the timers that have not fired, without losing them. */
	void stand(String processInstanceId) {
		deadlines(processInstanceId).forEach((timer) -> set(timer, SuspensionState.SUSPENDED));
	}

	/**
	 * Sets the timers that have not fired to what the case's variables say now, and lets
	 * them run.
	 */
	void move(String processInstanceId) {
		for (Job timer : deadlines(processInstanceId)) {
			this.management.recalculateJobDuedate(timer.getId(), false);
			set(timer, SuspensionState.ACTIVE);
		}
	}

	private static void set(Job timer, SuspensionState state) {
		((JobEntity) timer).setSuspensionState(state.getStateCode());
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
