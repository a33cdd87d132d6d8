package vn.careflow.process;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.careflow.assignment.AgentAssignment;
import vn.careflow.assignment.HandOver;
import vn.careflow.assignment.HandOverCount;
import vn.careflow.assignment.HandOverItem;
import vn.careflow.assignment.HandOverKind;
import vn.careflow.assignment.HandOvers;
import vn.careflow.customer.Customers;
import vn.careflow.request.Level;
import vn.careflow.request.NewRequest;
import vn.careflow.request.RequestChannel;
import vn.careflow.request.RequestKind;
import vn.careflow.request.Requests;
import vn.careflow.servicelevel.Notices;
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
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ProcessTest
@OnH2
class HandOverProcessTests {

	private static final AtomicInteger PEOPLE = new AtomicInteger();

	@RegisterExtension
	static final ProcessCoverage coverage = ProcessCoverage.everyPathOf(HandOverProcess.KEY);

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
	Customers customers;

	@Autowired
	Requests requests;

	@Autowired
	AgentAssignment assignment;

	@Autowired
	BusyAgent busy;

	@Autowired
	Notices notices;

	@Autowired
	TaskService tasks;

	@Autowired
	FormService forms;

	@Autowired
	FilterService filters;

	@Autowired
	IdentityService identity;

	@Autowired
	ManagementService management;

	@Autowired
	JdbcClient jdbc;

	private String team;

	private String lead;

	private String leaver;

	private String minh;

	private String hoa;

	@BeforeEach
	void aTeamOfItsOwn() {
		this.business.opens();
		int number = PEOPLE.incrementAndGet();
		this.team = "leaving-team-" + number;
		this.staff.registerTeam(new NewTeam(this.team, "Nhóm bàn giao " + number));
		this.leaver = hires("leaver" + number, Role.AGENT);
		this.minh = hires("minh.heir" + number, Role.AGENT);
		this.hoa = hires("hoa.heir" + number, Role.AGENT);
		this.lead = hires("lead.heir" + number, Role.TEAM_LEAD);
		this.staff.appointLead(this.team, this.lead);
	}

	@Test
	void handsEverythingOverBeforeItClosesTheAccount() {
		UUID customer = this.business.customer(SmallBusiness.somebody(), this.leaver);
		UUID request = requestOf(customer);
		this.cases.settle(customer);
		Task answer = this.cases.task(customer, RequestHandlingProcess.TASK_ANSWER_REQUEST);
		assertThat(answer.getAssignee()).isEqualTo(this.leaver);

		ProcessInstance handOver = begun("2026-11-22");

		UUID id = this.cases.caseIdOf(handOver.getId());
		assertThat(this.staff.get(this.leaver).receiving()).isFalse();
		work(handOver);
		assertThat(review(handOver).getAssignee()).isEqualTo(this.lead);
		accept(handOver, Map.of());
		work(handOver);
		timePassesUntil(handOver, HandOverProcess.EVENT_LAST_DAY_OVER);

		String heir = this.requests.get(request).agentId();
		assertThat(heir).isNotNull().isNotEqualTo(this.leaver);
		assertThat(this.customers.get(customer).ownerId()).isEqualTo(heir);
		assertThat(task(answer.getId()).getAssignee()).isEqualTo(heir);
		assertThat(this.assignment.decisionFor(request).orElseThrow().agentId()).contains(heir);
		assertThat(this.handOvers.countedNow(this.leaver).values()).containsOnly(0L);
		assertThat(this.handOvers.isProven(id)).isTrue();
		assertThat(this.handOvers.counts(id)).filteredOn((count) -> count.stage() == HandOverCount.Stage.PROOF)
			.extracting(HandOverCount::kind)
			.containsExactlyInAnyOrder(HandOverKind.values());
		assertThat(this.staff.get(this.leaver).employedUntil()).isEqualTo(LocalDate.of(2026, 11, 23));
		assertThat(this.identity.createGroupQuery().groupMember(this.leaver).count()).isZero();

		timePassesUntil(handOver, HandOverProcess.BOUNDARY_UNDO_EXPIRED);

		assertThat(this.cases.passed(handOver.getId())).contains("EndEvent_HandedOver");
		assertThat(this.handOvers.get(id).state()).isEqualTo(HandOver.State.DONE);
	}

	@Test
	void movesEveryKindThatAPersonCanBeResponsibleFor() {
		this.busy.takesPartInEverything(this.leaver, this.minh, this.team);
		assertThat(this.handOvers.countedNow(this.leaver)).containsOnlyKeys(HandOverKind.values())
			.allSatisfy((kind, counted) -> assertThat(counted).as("%s", kind).isPositive());

		ProcessInstance handOver = begun("2026-11-22");
		work(handOver);
		accept(handOver, Map.of());
		work(handOver);
		timePassesUntil(handOver, HandOverProcess.EVENT_LAST_DAY_OVER);

		assertThat(this.handOvers.countedNow(this.leaver).values()).containsOnly(0L);
		assertThat(this.cases.waitsAt(handOver.getId())).contains(HandOverProcess.TASK_AWAIT_OBJECTION);
		assertThat(this.filters.createFilterQuery().filterOwner(this.lead).count()).isOne();
		assertThat(this.notices.of(this.lead)).extracting((notice) -> notice.rung()).contains("NEAR");
	}

	@Test
	void putsEverythingBackAsItWas() {
		this.busy.takesPartInEverything(this.leaver, this.minh, this.team);
		Map<HandOverKind, Long> before = this.handOvers.countedNow(this.leaver);
		UUID sold = this.business.customer(SmallBusiness.somebody(), this.leaver);
		ProcessInstance handOver = begun("2026-11-22");
		work(handOver);
		accept(handOver, Map.of());
		work(handOver);
		timePassesUntil(handOver, HandOverProcess.EVENT_LAST_DAY_OVER);
		String other = this.customers.get(sold).ownerId().equals(this.minh) ? this.hoa : this.minh;
		this.customers.changeOwner(sold, other, "Khách muốn đổi người");

		object(handOver, "UNDO", Map.of("undoReason", "Nhân viên ở lại"));
		work(handOver);

		assertThat(this.cases.passed(handOver.getId())).contains("EndEvent_HandOverUndone");
		assertThat(this.handOvers.countedNow(this.leaver)).isEqualTo(before);
		assertThat(this.customers.get(sold).ownerId()).isEqualTo(other);
		assertThat(this.staff.get(this.leaver).receiving()).isTrue();
		assertThat(this.staff.get(this.leaver).employedUntil()).isNull();
		assertThat(this.identity.createGroupQuery().groupMember(this.leaver).list())
			.extracting((group) -> group.getId())
			.contains(this.team, "agent");
		HandOver undone = this.handOvers.get(this.cases.caseIdOf(handOver.getId()));
		assertThat(undone.state()).isEqualTo(HandOver.State.UNDONE);
		assertThat(undone.endedBecause()).isEqualTo("Nhân viên ở lại");
	}

	@Test
	void waitsForTheEndOfTheLastDayAndListsAgainWhatCameMeanwhile() {
		this.business.customer(SmallBusiness.somebody(), this.leaver);
		ProcessInstance handOver = begun("2026-11-25");
		work(handOver);
		accept(handOver, Map.of());
		work(handOver);
		assertThat(this.cases.waitsAt(handOver.getId())).contains(HandOverProcess.EVENT_LAST_DAY_OVER);
		assertThat(this.staff.get(this.leaver).employedUntil()).isNull();
		UUID late = this.business.customer(SmallBusiness.somebody(), this.leaver);

		timePassesUntil(handOver, HandOverProcess.EVENT_LAST_DAY_OVER);

		assertThat(this.staff.get(this.leaver).employedUntil()).isNull();
		work(handOver);
		assertThat(review(handOver)).isNotNull();
		accept(handOver, Map.of());
		work(handOver);
		timePassesUntil(handOver, HandOverProcess.EVENT_LAST_DAY_OVER);
		assertThat(this.customers.get(late).ownerId()).isIn(this.minh, this.hoa);
		assertThat(this.staff.get(this.leaver).employedUntil()).isEqualTo(LocalDate.of(2026, 11, 26));
		object(handOver, "KEEP", Map.of());
		assertThat(this.cases.passed(handOver.getId())).contains("EndEvent_HandedOver");
	}

	@Test
	void followsTheExceptionsOfTheLead() {
		UUID first = this.business.customer(SmallBusiness.somebody(), this.leaver);
		UUID second = this.business.customer(SmallBusiness.somebody(), this.leaver);
		ProcessInstance handOver = begun("2026-11-22");
		work(handOver);
		UUID id = this.cases.caseIdOf(handOver.getId());
		VariableMap shown = this.forms.getTaskFormVariables(review(handOver).getId(), null, false);
		assertThat(shown.getValue("planRows", String.class)).contains("Khách hàng phụ trách", "2 mục", "dòng 1–2");

		assertThatExceptionOfType(FormRejected.class)
			.isThrownBy(
					() -> decide(handOver, "ACCEPT_EXCEPT", Map.of("exceptItems1", "1-9", "exceptAgentId1", this.hoa)))
			.withMessageContaining("Không có dòng 1–9");
		assertThatExceptionOfType(FormRejected.class)
			.isThrownBy(
					() -> decide(handOver, "ACCEPT_EXCEPT", Map.of("exceptItems1", "1", "exceptAgentId1", this.leaver)))
			.withMessageContaining("chính là người bàn giao");
		assertThatExceptionOfType(FormRejected.class)
			.isThrownBy(() -> decide(handOver, "ACCEPT_EXCEPT", Map.of("exceptItems1", "1")))
			.withMessageContaining("Hãy chọn người nhận");
		decide(handOver, "ACCEPT_EXCEPT", Map.of("exceptItems1", "1-1, 2", "exceptAgentId1", this.hoa));
		work(handOver);

		assertThat(this.customers.get(first).ownerId()).isEqualTo(this.hoa);
		assertThat(this.customers.get(second).ownerId()).isEqualTo(this.hoa);
		assertThat(this.handOvers.progress(id)).singleElement()
			.satisfies((progress) -> assertThat(progress.states()).isEqualTo(Map.of(HandOverItem.State.MOVED, 2L)));
	}

	@Test
	void leavesEverythingAsItIsWhenTheLeadCallsItOff() {
		UUID customer = this.business.customer(SmallBusiness.somebody(), this.leaver);
		ProcessInstance handOver = begun("2026-11-22");
		work(handOver);

		decide(handOver, "CALL_OFF", Map.of());
		work(handOver);

		assertThat(this.cases.passed(handOver.getId())).contains("EndEvent_HandOverUndone");
		assertThat(this.customers.get(customer).ownerId()).isEqualTo(this.leaver);
		assertThat(this.staff.get(this.leaver).receiving()).isTrue();
	}

	@Test
	void isReviewedAndCalledOffOverRestAsWell() {
		for (int i = 0; i < 300; i++) {
			this.business.customer(SmallBusiness.somebody(), this.leaver);
		}
		UUID id = UUID.randomUUID();
		this.handOvers.request(id, this.leaver, "Nghỉ việc", LocalDate.of(2026, 11, 22), this.lead);
		this.handOvers.request(id, this.leaver, "Nghỉ việc", LocalDate.of(2026, 11, 22), this.lead);
		ProcessInstance handOver = this.cases.ofCase(HandOverProcess.KEY, id);
		work(handOver);
		this.handOvers.choose(id, 1, this.hoa, this.lead);

		this.handOvers.review(id);
		runOneJob(handOver);

		assertThat(this.handOvers.get(id).state()).isEqualTo(HandOver.State.CARRYING_OUT);
		assertThat(this.handOvers.countedNow(this.leaver).get(HandOverKind.CUSTOMER)).isEqualTo(50);
		runOneJob(handOver);
		assertThat(this.handOvers.get(id).state()).isEqualTo(HandOver.State.CARRIED_OUT);
		this.handOvers.callOff(id, "Đổi ý", this.lead);
		work(handOver);
		assertThat(this.cases.passed(handOver.getId())).contains("EndEvent_HandOverUndone");
		assertThat(this.handOvers.countedNow(this.leaver).get(HandOverKind.CUSTOMER)).isEqualTo(300);
	}

	@Test
	void setsOneThingAsideThatCannotBeHandedOverAndGoesOnWithTheOthers() {
		for (int i = 0; i < 20; i++) {
			this.business.customer(SmallBusiness.somebody(), this.leaver);
		}
		ProcessInstance handOver = begun("2026-11-22");
		UUID id = this.cases.caseIdOf(handOver.getId());
		work(handOver);
		accept(handOver, Map.of());
		this.jdbc.sql("update hand_over_item set ref = 'broken' where hand_over_id = ? and item_no = 12")
			.param(id)
			.update();

		int failures = workInSpiteOfFailures(handOver);

		assertThat(failures).isPositive();
		assertThat(this.handOvers.progress(id)).singleElement()
			.satisfies((progress) -> assertThat(progress.states())
				.isEqualTo(Map.of(HandOverItem.State.MOVED, 19L, HandOverItem.State.REFUSED, 1L)));
		timePassesUntil(handOver, HandOverProcess.EVENT_LAST_DAY_OVER);
		work(handOver);
		accept(handOver, Map.of());
		work(handOver);
		timePassesUntil(handOver, HandOverProcess.EVENT_LAST_DAY_OVER);
		assertThat(this.handOvers.isProven(id)).isTrue();
	}

	@Test
	void isBegunByLeadsOnlyAndOnceForAPerson() {
		begun("2026-11-22");

		assertThatExceptionOfType(FormRejected.class).isThrownBy(() -> begun("2026-11-22"))
			.withMessageContaining("đang bàn giao công việc rồi");
		this.identity.setAuthentication(this.minh, List.of("agent"));
		try {
			assertThatExceptionOfType(FormRejected.class).isThrownBy(() -> beginBy(this.hoa))
				.withMessageContaining("Chỉ trưởng nhóm hoặc quản lý");
		}
		finally {
			this.identity.clearAuthentication();
		}
	}

	private UUID requestOf(UUID customer) {
		return this.requests
			.receive(NewRequest.of(customer, RequestKind.COMPLAINT, "Mạng chậm", "Chậm cả ngày", RequestChannel.PHONE)
				.graded(Level.HIGH, Level.MEDIUM))
			.id();
	}

	private ProcessInstance begun(String lastDay) {
		return this.cases.startedByForm(HandOverProcess.KEY,
				Map.of("leavingAgentId", this.leaver, "lastDay", lastDay, "handOverReason", "Chuyển công tác"));
	}

	private ProcessInstance beginBy(String who) {
		return this.cases.startedByForm(HandOverProcess.KEY,
				Map.of("leavingAgentId", who, "lastDay", "2026-11-22", "handOverReason", "Chuyển công tác"));
	}

	/** Does what save points have put off, until there is nothing but timers. */
	private void work(ProcessInstance instance) {
		while (runOneJob(instance)) {
			assertThat(instance).isNotNull();
		}
	}

	private boolean runOneJob(ProcessInstance instance) {
		List<Job> waiting = this.management.createJobQuery().processInstanceId(instance.getId()).messages().list();
		waiting.stream().findFirst().ifPresent((job) -> this.management.executeJob(job.getId()));
		return !waiting.isEmpty();
	}

	private int workInSpiteOfFailures(ProcessInstance instance) {
		int failures = 0;
		boolean more = true;
		while (more) {
			try {
				more = runOneJob(instance);
			}
			catch (RuntimeException ex) {
				failures++;
				assertThat(failures).isLessThan(100);
			}
		}
		return failures;
	}

	private void timePassesUntil(ProcessInstance instance, String event) {
		Job timer = this.management.createJobQuery()
			.processInstanceId(instance.getId())
			.activityId(event)
			.singleResult();
		assertThat(timer).as("timer at %s", event).isNotNull();
		if (timer.getDuedate().toInstant().isAfter(this.time.now())) {
			this.time.is(timer.getDuedate().toInstant());
		}
		this.management.executeJob(timer.getId());
	}

	private Task review(ProcessInstance instance) {
		return taskOf(instance, HandOverProcess.TASK_REVIEW_HAND_OVER);
	}

	private Task taskOf(ProcessInstance instance, String element) {
		return this.tasks.createTaskQuery()
			.processInstanceId(instance.getId())
			.taskDefinitionKey(element)
			.singleResult();
	}

	private Task task(String id) {
		return this.tasks.createTaskQuery().taskId(id).singleResult();
	}

	private void accept(ProcessInstance instance, Map<String, Object> exceptions) {
		decide(instance, "ACCEPT_ALL", exceptions);
	}

	private void decide(ProcessInstance instance, String decision, Map<String, Object> exceptions) {
		Map<String, Object> values = new HashMap<>(exceptions);
		values.put("handOverDecision", decision);
		this.forms.submitTaskForm(review(instance).getId(), values);
	}

	private void object(ProcessInstance instance, String objection, Map<String, Object> more) {
		Map<String, Object> values = new HashMap<>(more);
		values.put("objection", objection);
		this.forms.submitTaskForm(taskOf(instance, HandOverProcess.TASK_AWAIT_OBJECTION).getId(), values);
	}

	private String hires(String id, Role... roles) {
		this.staff.register(NewAgent.named(id, "Nhân viên " + id, id + "@example.com", LocalDate.of(2024, 1, 2))
			.withRoles(roles)
			.inTeams(this.team, "service", "sales")
			.skilled("complaint", 5)
			.workingBy("always")
			.withCapacity(100_000));
		return id;
	}

}
