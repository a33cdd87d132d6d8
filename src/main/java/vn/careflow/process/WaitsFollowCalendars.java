package vn.careflow.process;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.careflow.process.Waits.Wait;

/**
 * Moves the timers with which models wait for a length of business time, and the tasks
 * that are due with them.
 */
@Component
@Order(3)
class WaitsFollowCalendars implements CalendarFollower {

	private final Waits waits;

	private final ManagementService management;

	private final RuntimeService runtime;

	private final JdbcClient jdbc;

	private final TimedWork work;

	private final CareTimes times;

	private final CareProperties properties;

	WaitsFollowCalendars(Waits waits, ManagementService management, RuntimeService runtime, JdbcClient jdbc,
			TimedWork work, CareTimes times, CareProperties properties) {
		this.waits = waits;
		this.management = management;
		this.runtime = runtime;
		this.jdbc = jdbc;
		this.work = work;
		this.times = times;
		this.properties = properties;
	}

	/**
	 * Reads the engine's table, for its query cannot go on from the last one it saw.
	 */
	@Override
	public List<String> following(Set<String> calendars, @Nullable String after, int atMost) {
		if (!calendars.contains(this.properties.calendar())) {
			return List.of();
		}
		return this.jdbc.sql("""
				select j.ID_ from ACT_RU_JOB j join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_
				where d.PROC_DEF_KEY_ in (:keys) and d.ACT_ID_ in (:events) and j.ID_ > :after
				order by j.ID_ fetch first :atMost rows only""")
			.param("keys", this.waits.all().stream().map(Wait::processKey).toList())
			.param("events", this.waits.all().stream().map(Wait::event).toList())
			.param("after", (after != null) ? after : "")
			.param("atMost", atMost)
			.query(String.class)
			.list();
	}

	@Override
	public boolean follow(String id) {
		Job timer = this.management.createJobQuery().jobId(id).singleResult();
		return timer != null && waitOf(timer).map((wait) -> move(timer, wait)).orElse(false);
	}

	private Optional<Wait> waitOf(Job timer) {
		JobDefinition definition = this.management.createJobDefinitionQuery()
			.jobDefinitionId(timer.getJobDefinitionId())
			.singleResult();
		return this.waits.at(timer.getProcessDefinitionKey(), definition.getActivityId());
	}

	private boolean move(Job timer, Wait wait) {
		Date dueAt = Date.from(this.times.after(begin(timer, wait).toInstant(), wait.length()));
		String instanceId = timer.getProcessInstanceId();
		boolean told = this.work.tell(instanceId, Map.of(wait.dueAt().name(), dueAt));
		if (told) {
			this.work.moveTimers(instanceId, wait.event());
			if (wait.task() != null) {
				this.work.moveTasks(instanceId, wait.task(), dueAt);
			}
		}
		return told;
	}

	private Date begin(Job timer, Wait wait) {
		return Optional.ofNullable(wait.begin())
			.map((begin) -> (Date) this.runtime.getVariable(timer.getProcessInstanceId(), begin.name()))
			.orElse(timer.getCreateTime());
	}

}
