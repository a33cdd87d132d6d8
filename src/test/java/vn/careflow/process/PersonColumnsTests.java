package vn.careflow.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.careflow.assignment.HandOverKind;
import vn.careflow.assignment.HandOverKind.Succession;
import vn.careflow.assignment.HandOvers;
import vn.careflow.staff.NewAgent;
import vn.careflow.staff.NewTeam;
import vn.careflow.staff.Role;
import vn.careflow.staff.Staff;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.ProcessCoverage;
import vn.careflow.testsupport.ProcessTest;
import vn.careflow.testsupport.Time;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nobody adds a place for a person that a hand-over forgets.
 */
@ProcessTest
@OnH2
class PersonColumnsTests {

	@RegisterExtension
	static final ProcessCoverage coverage = ProcessCoverage.somePathOf(HandOverProcess.KEY);

	@RegisterExtension
	final Time time = Time.at("2026-11-23T09:00");

	private final PersonColumns columns = new PersonColumns();

	@Autowired
	SmallBusiness business;

	@Autowired
	BusyAgent busy;

	@Autowired
	CaseRun cases;

	@Autowired
	HandOvers handOvers;

	@Autowired
	Staff staff;

	@Autowired
	TaskService tasks;

	@Autowired
	FormService forms;

	@Autowired
	ManagementService management;

	@Autowired
	JdbcClient jdbc;

	private String leaver;

	private String heir;

	private String team;

	private String lead;

	@BeforeEach
	void somebodyWhoseIdIsLikeNoOther() {
		this.business.opens();
		String unique = UUID.randomUUID().toString().substring(0, 13);
		this.team = "team-" + unique;
		this.leaver = "leaver." + unique;
		this.lead = "boss." + unique;
		this.staff.registerTeam(new NewTeam(this.team, "Nhóm thử"));
		hires(this.leaver, Role.AGENT);
		this.heir = "heir." + unique;
		hires(this.heir, Role.AGENT);
		hires(this.lead, Role.TEAM_LEAD);
		this.staff.appointLead(this.team, this.lead);
	}

	@Test
	void saysWhatEveryColumnMeansThatIsCalledLikeAPerson() {
		assertThat(textColumns()).filteredOn(PersonColumns::isCalledLikeAPerson)
			.allSatisfy((column) -> assertThat(this.columns.of(column))
				.as("%s can hold a person: say in PersonColumns what it means", column)
				.isPresent());
	}

	@Test
	void saysWhatEveryColumnMeansInWhichAPersonIsFound() {
		this.busy.takesPartInEverything(this.leaver, this.heir, this.team);
		handOver();

		Set<String> found = columnsWith(this.leaver);

		assertThat(found).hasSizeGreaterThan(30)
			.allSatisfy((column) -> assertThat(this.columns.of(column))
				.as("%s holds a person: say in PersonColumns what it means", column)
				.isPresent());
	}

	@Test
	void knowsNoColumnThatIsNotThere() {
		Set<String> known = new TreeSet<>(this.columns.all().keySet());
		known.remove(PersonColumns.ON_H2_ONLY);

		assertThat(textColumns()).containsAll(known);
	}

	@Test
	void handsOverEveryKindThatAColumnMakesSomebodyResponsibleBy() {
		Set<HandOverKind> kinds = this.columns.all()
			.values()
			.stream()
			.filter(PersonColumns.Meaning::isResponsible)
			.map(PersonColumns.Meaning::kind)
			.collect(Collectors.toSet());
		Set<HandOverKind> ofModels = Set.of(HandOverKind.OPPORTUNITY, HandOverKind.CARE_CYCLE);

		assertThat(List.of(HandOverKind.values())).filteredOn((kind) -> kind.succession() != Succession.FOLLOWS)
			.filteredOn((kind) -> !ofModels.contains(kind))
			.containsExactlyInAnyOrderElementsOf(kinds);
	}

	@Test
	void leavesNobodyResponsibleByAnyColumnAfterAHandOver() {
		this.busy.takesPartInEverything(this.leaver, this.heir, this.team);
		assertThat(responsibleRows()).allSatisfy((column, rows) -> {
			if (!column.equals("day_plan_item.chosen_agent_id")) {
				assertThat(rows).as(column).isPositive();
			}
		});

		handOver();

		assertThat(responsibleRows()).allSatisfy((column, rows) -> assertThat(rows).as(column).isZero());
	}

	private Map<String, Long> responsibleRows() {
		List<String> there = textColumns();
		return this.columns.all()
			.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().isResponsible() && there.contains(entry.getKey()))
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> count(entry.getKey(),
					"in (?, ?) and (" + entry.getValue().whileItLasts() + ")", this.leaver, "agent:" + this.leaver)));
	}

	private Set<String> columnsWith(String person) {
		return textColumns().stream()
			.filter((column) -> count(column, "like ?", "%" + person + "%") > 0)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private long count(String column, String condition, Object... parameters) {
		String[] names = column.split("\\.");
		return this.jdbc.sql("select count(*) from %s where %s %s".formatted(names[0], names[1], condition))
			.params(parameters)
			.query(Long.class)
			.single();
	}

	private List<String> textColumns() {
		return this.jdbc.sql("""
				select c.table_name, c.column_name from information_schema.columns c
				join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
				where upper(c.table_schema) = 'PUBLIC' and t.table_type = 'BASE TABLE'
					and upper(c.data_type) in ('CHARACTER VARYING', 'CHARACTER', 'TEXT', 'CHARACTER LARGE OBJECT')
					and lower(c.table_name) not like 'flyway%'""")
			.query((row, index) -> (row.getString(1) + "." + row.getString(2)).toLowerCase(Locale.ROOT))
			.list();
	}

	private void handOver() {
		ProcessInstance handOver = this.cases.startedByForm(HandOverProcess.KEY,
				Map.of("leavingAgentId", this.leaver, "lastDay", "2026-11-22", "handOverReason", "Nghỉ việc"));
		work(handOver);
		String review = this.tasks.createTaskQuery()
			.processInstanceId(handOver.getId())
			.taskDefinitionKey(HandOverProcess.TASK_REVIEW_HAND_OVER)
			.singleResult()
			.getId();
		this.forms.submitTaskForm(review, Map.of("handOverDecision", "ACCEPT_ALL"));
		work(handOver);
		this.management.executeJob(this.management.createJobQuery()
			.processInstanceId(handOver.getId())
			.activityId(HandOverProcess.EVENT_LAST_DAY_OVER)
			.singleResult()
			.getId());
		assertThat(this.handOvers.isProven(this.cases.caseIdOf(handOver.getId()))).isTrue();
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
			.inTeams(this.team, "service", "sales")
			.skilled("complaint", 5)
			.workingBy("always")
			.withCapacity(100_000));
	}

}
