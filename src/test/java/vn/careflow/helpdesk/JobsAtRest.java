package vn.careflow.helpdesk;

import java.util.List;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;

/**
 * Does what the engine's job executor would do, which is at rest in tests.
 */
final class JobsAtRest {

	private static final int AT_ONCE = 500;

	private JobsAtRest() {
	}

	/** Executes jobs until none is due. */
	static void workOff(ManagementService management) {
		List<Job> due = due(management);
		while (!due.isEmpty()) {
			due.forEach((job) -> management.executeJob(job.getId()));
			due = due(management);
		}
	}

	private static List<Job> due(ManagementService management) {
		return management.createJobQuery().active().executable().listPage(0, AT_ONCE);
	}

}
