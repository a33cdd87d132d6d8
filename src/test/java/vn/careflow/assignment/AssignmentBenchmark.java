package vn.careflow.assignment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import org.springframework.jdbc.core.simple.JdbcClient;

import vn.careflow.staff.NewAgent;
import vn.careflow.staff.NewTeam;
import vn.careflow.staff.Staff;
import vn.careflow.testsupport.Postgres;

/**
 * What it costs on PostgreSQL to give a work item to one of 500 agents with 40 skills
 * while 20,000 are open: from the question to the commit of the decision with all its
 * reasons. The baselines are the bare transaction, which the disk and the network would
 * cost anybody, and the load counted from what is open instead of read from the ledger.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 4)
public class AssignmentBenchmark {

	private static final int AGENTS = 500;

	private static final int SKILLS = 40;

	private static final int TEAMS = 10;

	private static final int OPEN = 20_000;

	private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

	private static final Instant NOW = LocalDateTime.of(2026, 3, 2, 9, 30).atZone(ZONE).toInstant();

	/** The people, what they have open, and what was done before. */
	@State(Scope.Benchmark)
	public static class Desk {

		/** How many work items were done before: the cost shall not depend on it. */
		@Param({ "0", "200000" })
		private int closed;

		private final Random random = new Random(500);

		private AssignmentNode node;

		private int decided;

		@Setup(Level.Trial)
		public void fill() {
			this.node = AssignmentNode.on(Postgres.newDatabase("b" + UUID.randomUUID().toString().replace("-", "")),
					Clock.fixed(NOW, ZONE));
			this.node.inTransaction(() -> {
				people();
				return null;
			});
			this.node.inTransaction(() -> {
				work();
				return null;
			});
			jdbc().sql("analyze").update();
		}

		@TearDown(Level.Trial)
		public void close() {
			this.node.close();
		}

		/** As happens every ten seconds. */
		@Setup(Level.Iteration)
		public void tidy() {
			this.node.get(AgentLoads.class).tidy();
		}

		private void people() {
			Staff staff = this.node.get(Staff.class);
			for (int team = 0; team < TEAMS; team++) {
				staff.registerTeam(new NewTeam("team-" + team, "Nhóm " + team));
			}
			for (int agent = 0; agent < AGENTS; agent++) {
				NewAgent person = NewAgent
					.named(id(agent), "Nhân viên " + agent, "a@careflow.example", LocalDate.of(2020, 1, 1))
					.inTeams("everybody", "team-" + agent % TEAMS)
					.withCapacity(100_000);
				for (int i = 0; i < 12; i++) {
					person = person.skilled("skill-" + this.random.nextInt(SKILLS), 1 + this.random.nextInt(5));
				}
				if (agent == 0) {
					staff.registerTeam(new NewTeam("everybody", "Tất cả"));
				}
				staff.register(person);
			}
		}

		private void work() {
			jdbc()
				.sql("""
						insert into open_assignment (work_item_id, assignment_id, agent_id, work_day, weight)
						select gen_random_uuid(), gen_random_uuid(), 'agent-' || (n % ?), date '2026-03-02' - n % 5, 1 + n % 3
						from generate_series(1, ?) n""")
				.params(AGENTS, OPEN)
				.update();
			this.node.get(AgentLoads.class).repair();
			jdbc().sql("""
					insert into assignment (id, work_item_id, kind, team_id, agent_id, work_day, decided_at,
					rules_version, summary, decision_record, ended_at, ended_because)
					select gen_random_uuid(), gen_random_uuid(), 'REQUEST', 'everybody', 'agent-' || (n % ?),
					date '2026-02-01', now(), '2', 'Giao', repeat('x', 2000), now(), 'RELEASED'
					from generate_series(1, ?) n""").params(AGENTS, this.closed).update();
		}

		private WorkItem item(String team) {
			this.decided++;
			List<SkillNeed> needs = new ArrayList<>();
			needs.add(new SkillNeed("skill-" + this.random.nextInt(SKILLS), 1 + this.random.nextInt(2), null));
			return WorkItem.of(UUID.randomUUID(), "REQUEST", team, NOW)
				.needing(needs)
				.knownTo((this.decided % 2 == 0) ? id(this.random.nextInt(AGENTS)) : null, null);
		}

		private JdbcClient jdbc() {
			return this.node.get(JdbcClient.class);
		}

		private static String id(int agent) {
			return "agent-" + agent;
		}

	}

	/** All 500 are in question. */
	@Benchmark
	public AssignmentDecision amongEverybody(Desk desk) {
		return desk.node.assignment().assign(desk.item("everybody"));
	}

	/** The 50 of a team are in question. */
	@Benchmark
	public AssignmentDecision amongATeam(Desk desk) {
		return desk.node.assignment().assign(desk.item("team-" + desk.random.nextInt(TEAMS)));
	}

	@Benchmark
	public Integer bareTransaction(Desk desk) {
		return desk.node.inTransaction(() -> desk.jdbc().sql("select 1").query(Integer.class).single());
	}

	@Benchmark
	public Integer loadsFromTheLedger(Desk desk) {
		return desk.node.get(AgentLoads.class).ofAll(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 2)).size();
	}

	@Benchmark
	public Integer loadsCountedFromWhatIsOpen(Desk desk) {
		return desk.jdbc()
			.sql("select agent_id, sum(weight) from open_assignment where work_day <= date '2026-03-02' group by agent_id")
			.query((row, number) -> row.getInt(2))
			.list()
			.size();
	}

}
