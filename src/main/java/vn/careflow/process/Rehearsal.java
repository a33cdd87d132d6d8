package vn.careflow.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Plays care at an earlier time, so that a demonstration has a past: the clock stands
 * where the play says, timers are fired by hand, and the engine's own job executor rests
 * meanwhile.
 */
@Component
@Profile("demo")
public class Rehearsal {

	private static final int TIMERS_AT_ONCE = 200;

	private final JobExecutor jobExecutor;

	private final ManagementService management;

	Rehearsal(JobExecutor jobExecutor, ManagementService management) {
		this.jobExecutor = jobExecutor;
		this.management = management;
	}

	/** Runs the play; afterwards the clock runs again and the job executor works. */
	public void run(Runnable play) {
		boolean active = this.jobExecutor.isActive();
		this.jobExecutor.shutdown();
		try {
			play.run();
		}
		finally {
			ClockUtil.reset();
			if (active) {
				this.jobExecutor.start();
			}
		}
	}

	/** Moves the clock to a moment and fires what is due by then. */
	public void at(Instant moment) {
		ClockUtil.setCurrentTime(Date.from(moment));
		settle();
	}

	/** Lets everything happen that is due at this moment. */
	public void settle() {
		List<Job> due = due();
		while (!due.isEmpty()) {
			due.forEach((job) -> this.management.executeJob(job.getId()));
			due = due();
		}
	}

	private List<Job> due() {
		return this.management.createJobQuery().active().withRetriesLeft().executable().listPage(0, TIMERS_AT_ONCE);
	}

}
