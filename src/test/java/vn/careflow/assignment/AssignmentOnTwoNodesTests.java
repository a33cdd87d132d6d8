package vn.careflow.assignment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.jdbc.core.simple.JdbcClient;

import vn.careflow.staff.NewAgent;
import vn.careflow.staff.NewTeam;
import vn.careflow.staff.Staff;
import vn.careflow.testsupport.Postgres;
import vn.careflow.testsupport.Time;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two nodes share one PostgreSQL, and on each eight threads assign, give back, look again
 * and finish work at once.
 */
@Timeout(180)
class AssignmentOnTwoNodesTests {

	private static final int THREADS = 8;

	private static AssignmentNode one;

	private static AssignmentNode two;

	@RegisterExtension
	final Time time = Time.at("2026-03-02T09:30");

	private final String team = "team-" + UUID.randomUUID().toString().substring(0, 8);

	private ExecutorService threads;

	@BeforeAll
	static void start() {
		String url = Postgres.newDatabase("n" + UUID.randomUUID().toString().replace("-", ""));
		one = AssignmentNode.on(url, Time.clock());
		two = AssignmentNode.on(url, Time.clock());
	}

	@AfterAll
	static void stop() {
		one.close();
		two.close();
	}

	@BeforeEach
	void opens() {
		this.threads = Executors.newFixedThreadPool(2 * THREADS + 2);
		one.get(Staff.class).registerTeam(new NewTeam(this.team, "Nhóm thi đua"));
	}

	@AfterEach
	void closes() {
		this.threads.shutdownNow();
	}

	@Test
	void giveEachWorkItemToOnePersonThoughBothAreAsked() throws Exception {
		people(5, 1000);
		for (int round = 0; round < 15; round++) {
			WorkItem item = item(1);

			List<AssignmentDecision> decisions = onBoth((node, number) -> node.assignment().assign(item));

			assertThat(decisions).extracting(AssignmentDecision::agentId).containsOnly(decisions.get(0).agentId());
			assertThat(decisions.get(0).agentId()).isPresent();
			assertThat(one.assignment().historyOf(item.id())).hasSize(1);
		}
	}

	@Test
	void fillEverybodyToTheBrimAndNobodyBeyond() throws Exception {
		people(7, 12);

		List<AssignmentDecision> decisions = onBoth((node, number) -> {
			List<AssignmentDecision> mine = new ArrayList<>();
			for (int i = 0; i < 8; i++) {
				mine.add(node.inTransaction(() -> node.assignment().assign(item(1))));
			}
			return mine;
		}).stream().flatMap(List::stream).toList();

		assertThat(decisions).hasSize(16 * 8).filteredOn((decision) -> decision.agentId().isPresent()).hasSize(7 * 12);
		assertThat(openPoints()).hasSize(7).allSatisfy((agentId, points) -> assertThat(points).isEqualTo(12));
		assertThatEverythingAddsUp();
	}

	@Test
	void letNothingSurfaceAndNobodyBeyondCapacityWhateverHappensAtOnce() throws Exception {
		people(6, 14);
		AtomicBoolean done = new AtomicBoolean();
		Future<Integer> watch = this.threads.submit(() -> most(done));
		Future<?> tidying = this.threads.submit(() -> {
			while (!done.get()) {
				one.get(AgentLoads.class).tidy();
				two.get(AgentLoads.class).tidy();
			}
		});
		List<WorkItem> shared = new ArrayList<>();
		for (int i = 0; i < 40; i++) {
			shared.add(item(1 + i % 3));
		}

		onBoth((node, number) -> {
			Random random = new Random(number);
			for (int i = 0; i < 40; i++) {
				WorkItem item = (random.nextInt(3) > 0) ? shared.get(random.nextInt(shared.size()))
						: item(1 + random.nextInt(3));
				node.inTransaction(() -> touch(node, item, random));
			}
			return number;
		});
		done.set(true);
		tidying.get();

		assertThat(watch.get()).as("the most that anybody was ever seen with").isPositive().isLessThanOrEqualTo(14);
		assertThatEverythingAddsUp();
	}

	@Test
	void neverStandStillWherePeopleDecideAgainstTheRulesAtOnce() throws Exception {
		people(3, 500);
		List<WorkItem> shared = new ArrayList<>();
		for (int i = 0; i < 12; i++) {
			shared.add(item(2));
			one.assignment().assign(shared.get(i));
		}

		List<Integer> given = onBoth((node, number) -> {
			Random random = new Random(number);
			int mine = 0;
			for (int i = 0; i < 12; i++) {
				Reassignment answer = node.inTransaction(() -> node.assignment()
					.reassign(shared.get(random.nextInt(shared.size())).id(), agent(random.nextInt(3)), "Đổi ca",
							"lead"));
				mine += (answer instanceof Reassignment.Done) ? 1 : 0;
			}
			return mine;
		});

		assertThat(given.stream().mapToInt(Integer::intValue).sum()).isPositive();
		assertThat(openPoints().values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(24);
		assertThatEverythingAddsUp();
	}

	/**
	 * One of all things that may happen to a work item, then a step that takes a while.
	 */
	private Boolean touch(AssignmentNode node, WorkItem item, Random random) throws InterruptedException {
		AgentAssignment assignment = node.assignment();
		boolean held = assignment.assign(item).agentId().isPresent();
		int what = random.nextInt(5);
		if (what == 0) {
			assignment.release(item.id(), this.time.now());
		}
		if (what == 1 && held && node.get(AssignmentTables.class).open(item.id()).isPresent()) {
			assignment.giveBack(item.id(), "Không rành", "lead");
		}
		if (what == 2) {
			assignment.reconsider(item.in(random.nextBoolean() ? "vi" : "en"), "Khách nói tiếng Anh", "lead");
		}
		Thread.sleep(random.nextInt(3));
		return held;
	}

	/** What the fullest desk had while others were at work. */
	private int most(AtomicBoolean done) {
		int most = 0;
		while (!done.get()) {
			most = Math.max(most, openPoints().values().stream().mapToInt(Integer::intValue).max().orElse(0));
		}
		return most;
	}

	private void assertThatEverythingAddsUp() {
		AgentLoads loads = one.get(AgentLoads.class);
		assertThat(loads.differences()).isEmpty();
		loads.tidy();
		assertThat(loads.differences()).isEmpty();
		assertThat(jdbc().sql("""
				select work_item_id from assignment where team_id = ? and agent_id is not null and ended_at is null
				group by work_item_id having count(*) > 1""").param(this.team).query(UUID.class).list()).isEmpty();
		assertThat(jdbc().sql("select decision_record from assignment where team_id = ? and decided_by is null")
			.param(this.team)
			.query(String.class)
			.list()).isNotEmpty().allSatisfy(AssignmentOnTwoNodesTests::assertComesOutTheSame);
	}

	private static void assertComesOutTheSame(String json) {
		DecisionRecord kept = DecisionRecord.parse(json);
		Verdict verdict = AssignmentRules.decide(kept.question());
		assertThat(verdict.judged()).isEqualTo(kept.judged());
		verdict.chosen()
			.filter((chosen) -> chosen.affinity() != Affinity.KEEPER)
			.ifPresent((chosen) -> assertThat(chosen.load() + kept.item().toWorkItem().weight())
				.isLessThanOrEqualTo(chosen.capacity()));
	}

	private void people(int count, int capacity) {
		for (int i = 0; i < count; i++) {
			one.get(Staff.class)
				.register(NewAgent.named(agent(i), "Người " + i, "a@careflow.example", LocalDate.of(2020, 1, 1))
					.inTeams(this.team)
					.speaking((i % 2 == 0) ? new String[] { "vi", "en" } : new String[] { "vi" })
					.withCapacity(capacity));
		}
	}

	private String agent(int number) {
		return this.team + "." + number;
	}

	private WorkItem item(int weight) {
		return WorkItem.of(UUID.randomUUID(), "REQUEST", this.team, this.time.now()).ranked(weight, Ranking.USUAL);
	}

	private Map<String, Integer> openPoints() {
		Map<String, Integer> points = new HashMap<>();
		jdbc().sql("select agent_id, sum(weight) from open_assignment where agent_id like ? group by agent_id")
			.param(this.team + "%")
			.query((row) -> {
				points.put(row.getString(1), row.getInt(2));
			});
		return points;
	}

	private static JdbcClient jdbc() {
		return one.get(JdbcClient.class);
	}

	private <T> List<T> onBoth(Work<T> work) throws Exception {
		List<Callable<T>> calls = new ArrayList<>();
		for (int i = 0; i < 2 * THREADS; i++) {
			int number = i;
			AssignmentNode node = (i % 2 == 0) ? one : two;
			calls.add(() -> work.on(node, number));
		}
		List<T> results = new ArrayList<>();
		for (Future<T> future : this.threads.invokeAll(calls)) {
			results.add(future.get());
		}
		return results;
	}

	/** What each thread does. */
	private interface Work<T> {

		T on(AssignmentNode node, int number) throws Exception;

	}

}
