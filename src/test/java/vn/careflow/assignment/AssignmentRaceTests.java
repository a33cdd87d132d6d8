package vn.careflow.assignment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import vn.careflow.staff.NewAgent;
import vn.careflow.staff.NewTeam;
import vn.careflow.staff.Staff;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.Time;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Eight threads assign at once, each in transactions that go on for a while afterwards,
 * as a step of a process does.
 */
@JdbcTest
@OnH2
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@Import(AgentAssignmentTests.Rooms.class)
@Timeout(60)
class AssignmentRaceTests {

	private static final int THREADS = 8;

	@RegisterExtension
	final Time time = Time.at("2026-03-02T09:30");

	@Autowired
	Staff staff;

	@Autowired
	AgentAssignment assignment;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	PlatformTransactionManager transactions;

	final String team = "team-" + UUID.randomUUID().toString().substring(0, 8);

	ExecutorService threads;

	@BeforeEach
	void opens() {
		this.threads = Executors.newFixedThreadPool(THREADS);
		this.staff.registerTeam(new NewTeam(this.team, "Nhóm thi đua"));
	}

	@AfterEach
	void closes() {
		this.threads.shutdownNow();
	}

	@Test
	void takesNobodyAboveCapacityAndLeavesNoPlaceEmpty() throws Exception {
		people(6, 7);

		List<AssignmentDecision> decisions = assignAll(60);

		assertThat(decisions.stream().filter((decision) -> decision.agentId().isPresent())).hasSize(42);
		assertThat(openByAgent()).hasSize(6).allSatisfy((agentId, open) -> assertThat(open).isEqualTo(7));
		KeptDecisions.assertHold(this.jdbc, this.team);
	}

	@Test
	void sharesWorkAmongEqualsToWithinOne() throws Exception {
		people(5, 100);

		assignAll(203);

		Map<String, Integer> open = openByAgent();
		assertThat(Collections.max(open.values()) - Collections.min(open.values())).isLessThanOrEqualTo(1);
		assertThat(open.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(203);
		KeptDecisions.assertHold(this.jdbc, this.team);
	}

	@Test
	void givesOneWorkItemToOnePersonHoweverManyAsk() throws Exception {
		people(4, 100);
		for (int round = 0; round < 20; round++) {
			WorkItem item = item(null);

			List<AssignmentDecision> decisions = atOnce(
					Collections.nCopies(THREADS, () -> inTransaction(() -> this.assignment.assign(item))));

			assertThat(decisions).extracting(AssignmentDecision::agentId).containsOnly(decisions.get(0).agentId());
			assertThat(this.assignment.historyOf(item.id())).hasSize(1);
		}
	}

	@Test
	void neverStandsStillWhereTransactionsTouchSeveralPeople() throws Exception {
		people(3, 40);
		List<Callable<List<UUID>>> work = new ArrayList<>();
		for (int i = 0; i < 2 * THREADS; i++) {
			Random random = new Random(i);
			work.add(() -> inTransaction(() -> juggle(random)));
		}

		List<List<UUID>> kept = atOnce(work);

		int sum = kept.stream().mapToInt(List::size).sum();
		assertThat(openByAgent().values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(sum);
		assertThat(openByAgent()).allSatisfy((agentId, open) -> assertThat(open).isLessThanOrEqualTo(40));
	}

	@Test
	void givesNothingMoreToAPersonOnceTheyAreSaidNotToReceive() throws Exception {
		people(4, 1000);
		List<Future<AssignmentDecision>> running = new ArrayList<>();
		for (int i = 0; i < 200; i++) {
			running.add(this.threads.submit(() -> inTransaction(() -> this.assignment.assign(item(agent(0))))));
		}
		running.get(20).get();

		this.staff.stopReceiving(agent(0), "nghỉ việc");
		int then = openByAgent().getOrDefault(agent(0), 0);
		for (Future<AssignmentDecision> one : running) {
			one.get();
		}

		assertThat(then).isPositive().isLessThan(200);
		assertThat(openByAgent().get(agent(0))).isEqualTo(then);
	}

	private List<UUID> juggle(Random random) {
		List<UUID> mine = new ArrayList<>();
		for (int i = 0; i < 2; i++) {
			WorkItem item = item(agent(random.nextInt(3)));
			if (this.assignment.assign(item).agentId().isPresent()) {
				mine.add(item.id());
			}
			if (!mine.isEmpty() && random.nextBoolean()) {
				this.assignment.release(mine.remove(random.nextInt(mine.size())), this.time.now());
			}
		}
		return mine;
	}

	private void people(int count, int capacity) {
		for (int i = 0; i < count; i++) {
			this.staff.register(NewAgent.named(agent(i), "Người " + i, "a@careflow.example", LocalDate.of(2020, 1, 1))
				.inTeams(this.team)
				.withCapacity(capacity));
		}
	}

	private String agent(int number) {
		return this.team + "." + number;
	}

	private WorkItem item(String ownerId) {
		return WorkItem.of(UUID.randomUUID(), "REQUEST", this.team, this.time.now()).knownTo(ownerId, null);
	}

	private List<AssignmentDecision> assignAll(int count) throws Exception {
		return atOnce(IntStream.range(0, count)
			.<Callable<AssignmentDecision>>mapToObj(
					(i) -> () -> inTransaction(() -> this.assignment.assign(item(null))))
			.toList());
	}

	private <T> List<T> atOnce(List<Callable<T>> work) throws InterruptedException, ExecutionException {
		List<T> results = new ArrayList<>();
		for (Future<T> future : this.threads.invokeAll(work)) {
			results.add(future.get());
		}
		return results;
	}

	private <T> T inTransaction(Callable<T> work) {
		return new TransactionTemplate(this.transactions).execute((status) -> {
			try {
				T result = work.call();
				Thread.sleep(2);
				return result;
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		});
	}

	private Map<String, Integer> openByAgent() {
		Map<String, Integer> open = new HashMap<>();
		this.jdbc.sql("select agent_id, count(*) from open_assignment where agent_id like ? group by agent_id")
			.param(this.team + "%")
			.query((row) -> {
				open.put(row.getString(1), row.getInt(2));
			});
		return open;
	}

}
