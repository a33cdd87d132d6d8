package vn.careflow.process;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.careflow.assignment.HandOverItem;
import vn.careflow.assignment.HandOvers;
import vn.careflow.request.Level;
import vn.careflow.request.NewRequest;
import vn.careflow.request.RequestChannel;
import vn.careflow.request.RequestKind;
import vn.careflow.request.Requests;
import vn.careflow.servicelevel.Escalations;
import vn.careflow.servicelevel.NewNotice;
import vn.careflow.staff.NewAgent;
import vn.careflow.staff.NewTeam;
import vn.careflow.staff.Role;
import vn.careflow.staff.Staff;
import vn.careflow.testsupport.OnPostgres;
import vn.careflow.testsupport.ProcessCoverage;
import vn.careflow.testsupport.ProcessTest;
import vn.careflow.testsupport.Time;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hands over many things at once and tells how long it took; how long it may take is not
 * for a test that runs beside others to say. Ten thousand things, once, by hand:
 * {@code -Dcareflow.hand-over.items=10000}.
 */
@ProcessTest
@OnPostgres
class HandOverSpeedTests {

	private static final Logger logger = LoggerFactory.getLogger(HandOverSpeedTests.class);

	private static final int ITEMS = Integer.getInteger("careflow.hand-over.items", 600);

	@RegisterExtension
	static final ProcessCoverage coverage = ProcessCoverage.somePathOf(HandOverProcess.KEY);

	@RegisterExtension
	final Time time = Time.at("2026-11-23T09:00");

	@Autowired
	SmallBusiness business;

	@Autowired
	CaseRun cases;

	@Autowired
	HandOvers handOvers;

	@Autowired
	Staff staff;

	@Autowired
	Requests requests;

	@Autowired
	Escalations escalations;

	@Autowired
	TaskService tasks;

	@Autowired
	FormService forms;

	@Autowired
	ManagementService management;

	@Test
	void handsThousandsOfThingsOverWithProgress() {
		this.business.opens();
		this.staff.registerTeam(new NewTeam("many-things", "Nhóm nhiều việc"));
		hires("many.leaver", Role.AGENT);
		for (int i = 0; i < 5; i++) {
			hires("many.heir" + i, Role.AGENT);
		}
		hires("many.lead", Role.TEAM_LEAD);
		this.staff.appointLead("many-things", "many.lead");
		fill();

		ProcessInstance handOver = this.cases.startedByForm(HandOverProcess.KEY,
				Map.of("leavingAgentId", "many.leaver", "lastDay", "2026-11-22", "handOverReason", "Nghỉ việc"));
		UUID id = this.cases.caseIdOf(handOver.getId());
		long begin = System.nanoTime();
		work(handOver);
		long listed = System.nanoTime();
		this.forms.submitTaskForm(this.tasks.createTaskQuery()
			.processInstanceId(handOver.getId())
			.taskDefinitionKey(HandOverProcess.TASK_REVIEW_HAND_OVER)
			.singleResult()
			.getId(), Map.of("handOverDecision", "ACCEPT_ALL"));
		long accepted = System.nanoTime();
		work(handOver);
		long moved = System.nanoTime();
		this.management.executeJob(this.management.createJobQuery()
			.processInstanceId(handOver.getId())
			.activityId(HandOverProcess.EVENT_LAST_DAY_OVER)
			.singleResult()
			.getId());
		long proven = System.nanoTime();

		long done = this.handOvers.progress(id)
			.stream()
			.mapToLong((progress) -> progress.states().getOrDefault(HandOverItem.State.MOVED, 0L))
			.sum();
		logger.info("{} things: listed and proposed in {} ms, handed over in {} ms, proven and closed in {} ms", done,
				millis(begin, listed), millis(accepted, moved), millis(moved, proven));
		assertThat(done).isGreaterThanOrEqualTo(ITEMS);
		assertThat(this.handOvers.isProven(id)).isTrue();
		assertThat(this.handOvers.takers(id)).contains("many.heir0", "many.heir4");
	}

	/**
	 * Three in ten belong to requests that run, one in ten are notices, the others are
	 * customers.
	 */
	private void fill() {
		int ofRequests = ITEMS * 3 / 10 / 5;
		for (int i = 0; i < ofRequests; i++) {
			UUID customer = this.business.customer(SmallBusiness.somebody(), "many.leaver");
			this.requests.receive(
					NewRequest.of(customer, RequestKind.COMPLAINT, "Mạng chậm", "Chậm cả ngày", RequestChannel.PHONE)
						.graded(Level.HIGH, Level.MEDIUM));
			this.cases.settle(customer);
		}
		for (int i = 0; i < ITEMS / 10; i++) {
			this.escalations.tell(new NewNotice(UUID.randomUUID(), "many.leaver", "NEAR", this.time.now()));
		}
		for (int i = 0; i < ITEMS - ofRequests * 5 - ITEMS / 10; i++) {
			this.business.customer(SmallBusiness.somebody(), "many.leaver");
		}
	}

	private void work(ProcessInstance instance) {
		List<Job> jobs = this.management.createJobQuery().processInstanceId(instance.getId()).messages().list();
		while (!jobs.isEmpty()) {
			this.management.executeJob(jobs.get(0).getId());
			jobs = this.management.createJobQuery().processInstanceId(instance.getId()).messages().list();
		}
	}

	private void hires(String id, Role role) {
		this.staff.register(NewAgent.named(id, "Nhân viên " + id, id + "@example.com", LocalDate.of(2024, 1, 2))
			.withRoles(role)
			.inTeams("many-things", "service")
			.skilled("complaint", 5)
			.workingBy("always")
			.withCapacity(100_000));
	}

	private static long millis(long from, long to) {
		return Duration.ofNanos(to - from).toMillis();
	}

}
