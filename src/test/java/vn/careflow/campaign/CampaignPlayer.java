package vn.careflow.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;

/**
 * Plays the agents of a call campaign from its records, under a clock that it moves: each
 * customer is called as often as the records say and then decides as the records say.
 * <p>
 * Time stands while anything is due and then moves to the next planned call, so that the
 * models, the contact windows and the ladder decide when each call is made.
 */
final class CampaignPlayer {

	private static final int JOBS_AT_ONCE = 2_000;

	/**
	 * Attempts without an answer that every potential allows; further ones are
	 * call-backs.
	 */
	private static final int UNANSWERED = 3;

	private static final String SLOT_REACHED = "Event_SlotReached";

	private final Map<String, Integer> callsMade = new ConcurrentHashMap<>();

	private final ManagementService management;

	private final RuntimeService runtime;

	private final TaskService tasks;

	private final Map<String, CampaignRow> rows;

	private final int threads;

	private final Map<String, String> elements = new ConcurrentHashMap<>();

	/**
	 * @param engine the engine, its job executor at rest
	 * @param rows the records, by customer id
	 * @param threads how many agents work at the same time
	 */
	CampaignPlayer(ProcessEngine engine, Map<String, CampaignRow> rows, int threads) {
		this.management = engine.getManagementService();
		this.runtime = engine.getRuntimeService();
		this.tasks = engine.getTaskService();
		this.rows = rows;
		this.threads = threads;
	}

	/** Plays until no call is planned any more. */
	void play() throws InterruptedException, ExecutionException {
		this.management.createJobDefinitionQuery().list().forEach(this::know);
		ExecutorService agents = Executors.newFixedThreadPool(this.threads);
		try {
			while (workOff(agents) || moveToNextCall()) {
				Thread.yield();
			}
		}
		finally {
			agents.shutdownNow();
		}
	}

	int callsMade() {
		return this.callsMade.values().stream().mapToInt(Integer::intValue).sum();
	}

	private boolean workOff(ExecutorService agents) throws InterruptedException, ExecutionException {
		List<Job> due = this.management.createJobQuery().active().executable().listPage(0, JOBS_AT_ONCE);
		List<? extends Future<?>> shares = IntStream.range(0, this.threads)
			.mapToObj((agent) -> agents.submit(() -> share(due, agent).forEach(this::workOff)))
			.toList();
		for (Future<?> share : shares) {
			share.get();
		}
		return !due.isEmpty();
	}

	private List<Job> share(List<Job> due, int agent) {
		return IntStream.range(0, due.size()).filter((i) -> i % this.threads == agent).mapToObj(due::get).toList();
	}

	private void workOff(Job job) {
		this.management.executeJob(job.getId());
		if (SLOT_REACHED.equals(this.elements.get(job.getJobDefinitionId()))) {
			call(job.getProcessInstanceId());
		}
	}

	private void call(String contactInstance) {
		String care = this.runtime.createProcessInstanceQuery()
			.subProcessInstanceId(contactInstance)
			.singleResult()
			.getId();
		Task call = this.tasks.createTaskQuery().processInstanceId(contactInstance).singleResult();
		String customer = (String) this.tasks.getVariable(call.getId(), "customerId");
		CampaignRow row = this.rows.get(customer);
		int number = this.callsMade.merge(customer, 1, Integer::sum);
		this.tasks.complete(call.getId(), outcome(row, number));
		if (number == row.calls()) {
			advise(care, row);
		}
	}

	private static Map<String, Object> outcome(CampaignRow row, int number) {
		Map<String, Object> form = new HashMap<>(Map.of("raisedRequestKind", "NONE"));
		if (number == row.calls()) {
			form.put("contactOutcome", "REACHED");
		}
		else if (number <= UNANSWERED) {
			form.put("contactOutcome", "NO_ANSWER");
		}
		else {
			form.put("contactOutcome", "CALL_BACK");
			form.put("callBackAt", now().plus(Duration.ofHours(24)).toString());
		}
		return form;
	}

	private void advise(String care, CampaignRow row) {
		Task advice = this.tasks.createTaskQuery().processInstanceId(care).singleResult();
		Map<String, Object> won = Map.of("opportunityOutcome", "WON", "product", "DEPOSIT", "amount", 10_000_000);
		Map<String, Object> lost = Map.of("opportunityOutcome", "LOST", "lossReason", "Không có nhu cầu lúc này");
		this.tasks.complete(advice.getId(), new HashMap<>(row.won() ? won : lost));
	}

	private boolean moveToNextCall() {
		List<Instant> next = this.elements.entrySet()
			.stream()
			.filter((element) -> element.getValue().equals(SLOT_REACHED))
			.flatMap((element) -> this.management.createJobQuery()
				.jobDefinitionId(element.getKey())
				.orderByJobDuedate()
				.asc()
				.listPage(0, 1)
				.stream())
			.map((job) -> job.getDuedate().toInstant())
			.sorted()
			.toList();
		if (next.isEmpty()) {
			return false;
		}
		ClockUtil.setCurrentTime(Date.from(next.get(0)));
		return true;
	}

	private void know(JobDefinition definition) {
		this.elements.put(definition.getId(), definition.getActivityId());
	}

	private static Instant now() {
		return ClockUtil.getCurrentTime().toInstant();
	}

}
