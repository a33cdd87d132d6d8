package vn.careflow.process;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.careflow.assignment.AgentAssignment;
import vn.careflow.contact.Contact;
import vn.careflow.contact.Contacts;
import vn.careflow.contact.PlannableContacts;
import vn.careflow.planning.DayPlan;
import vn.careflow.planning.DayPlanItem;
import vn.careflow.planning.DayPlanState;
import vn.careflow.planning.DayPlans;
import vn.careflow.planning.ItemState;
import vn.careflow.staff.NewAgent;
import vn.careflow.staff.NewTeam;
import vn.careflow.staff.Role;
import vn.careflow.staff.Staff;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.ProcessCoverage;
import vn.careflow.testsupport.ProcessTest;
import vn.careflow.testsupport.Time;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ProcessTest
@OnH2
class PlanDayProcessTests {

	private static final String REVIEW = PlanDayProcess.TASK_REVIEW_PLAN;

	private static final AtomicInteger TEAMS = new AtomicInteger();

	@RegisterExtension
	static final ProcessCoverage coverage = ProcessCoverage.everyPathOf(PlanDayProcess.KEY);

	@RegisterExtension
	final Time time = Time.at("2026-11-23T07:30");

	@Autowired
	SmallBusiness business;

	@Autowired
	CaseRun cases;

	@Autowired
	DayPlans plans;

	@Autowired
	Contacts contacts;

	@Autowired
	PlannableContacts plannable;

	@Autowired
	AgentAssignment assignment;

	@Autowired
	Staff staff;

	@Autowired
	TaskService tasks;

	@Autowired
	FormService forms;

	@Autowired
	ManagementService management;

	private String team;

	private String lan;

	private String minh;

	@BeforeEach
	void aTeamOfItsOwn() {
		this.business.opens();
		int number = TEAMS.incrementAndGet();
		this.team = "plan-team-" + number;
		this.lan = "lan.plan" + number;
		this.minh = "minh.plan" + number;
		this.staff.registerTeam(new NewTeam(this.team, "Nhóm kế hoạch"));
		hires(this.lan);
		hires(this.minh);
		this.staff.appointLead(this.team, SmallBusiness.LEAD);
	}

	@Test
	void movesWhatTheLeadAcceptsWithItsTimers() {
		List<UUID> customers = contactsThatCrowd(3);
		ProcessInstance plan = proposed();
		UUID planId = this.cases.caseIdOf(plan.getId());
		Task task = review(plan);
		assertThat(task.getAssignee()).isEqualTo(SmallBusiness.LEAD);
		assertThat(task.getDueDate().toInstant()).isEqualTo(Time.instant("2026-11-23T18:00"));
		DayPlanItem item = this.plans.items(planId).get(0);

		complete(task, "ACCEPT_ALL", Map.of());

		assertThat(this.cases.hasEnded(plan.getId())).isTrue();
		assertThat(this.cases.passed(plan.getId())).contains("EndEvent_PlanApplied");
		Contact moved = this.contacts.get(item.contactId());
		assertThat(moved.slotAt()).isEqualTo(item.proposedSlotAt());
		assertThat(this.cases.dueAt(moved.customerId(), ContactCustomerProcess.EVENT_SLOT_REACHED))
			.isEqualTo(item.proposedSlotAt());
		assertThat(this.assignment.decisionFor(item.contactId()).orElseThrow().agentId())
			.contains(item.proposedAgentId());
		assertThat(customers).contains(moved.customerId());
		this.cases.timePassesUntil(moved.customerId(), ContactCustomerProcess.EVENT_SLOT_REACHED);
		Task contact = this.cases.task(moved.customerId(), ContactCustomerProcess.TASK_CARRY_OUT_CONTACT);
		assertThat(contact.getAssignee()).isEqualTo(item.proposedAgentId());
		assertThat(contact.getDueDate().toInstant()).isEqualTo(moved.dueAt());
		assertThat(this.cases.dueAt(moved.customerId(), "BoundaryEvent_ReminderDue")).isEqualTo(moved.remindAt());
	}

	@Test
	void showsTheLeadEachItemWithItsReasons() {
		contactsThatCrowd(2);
		ProcessInstance plan = proposed();
		Task task = review(plan);

		VariableMap shown = this.forms.getTaskFormVariables(task.getId(), null, false);

		assertThat(shown.getValue("caseTitle", String.class)).contains("Kế hoạch 1 ngày làm việc");
		assertThat(shown.getValue("planRows", String.class)).contains("**1.**", "Nguyễn Văn An",
				"Nhân viên trùng giờ: 1 → 0");
		assertThat(this.cases.variables(plan.getId())).doesNotContainKey("planRows");
	}

	@Test
	void decidesItemByItem() {
		contactsThatCrowd(4);
		ProcessInstance plan = proposed();
		UUID planId = this.cases.caseIdOf(plan.getId());
		List<DayPlanItem> items = this.plans.items(planId);
		assertThat(items).hasSizeGreaterThanOrEqualTo(2);

		complete(review(plan), "ACCEPT_EXCEPT", Map.of("keptItems", "1", "changedItem1", 2, "changedAgentId1",
				this.minh, "changedSlotAt1", "2026-11-23T15:20:00+07:00"));

		assertThat(this.plans.items(planId).get(0).state()).isEqualTo(ItemState.REJECTED);
		assertThat(this.contacts.get(items.get(0).contactId()).slotAt()).isEqualTo(items.get(0).fromSlotAt());
		assertThat(this.plans.items(planId).get(1).state()).isEqualTo(ItemState.CHANGED);
		assertThat(this.contacts.get(items.get(1).contactId()).slotAt()).isEqualTo(Time.instant("2026-11-23T15:20"));
		assertThat(this.contacts.get(items.get(1).contactId()).agentId()).isEqualTo(this.minh);
		assertThat(this.plans.items(planId).subList(2, items.size()))
			.allSatisfy((item) -> assertThat(item.state()).isEqualTo(ItemState.ACCEPTED));
	}

	@Test
	void keepsTheTaskOpenWhenARuleForbidsTheChange() {
		contactsThatCrowd(2);
		ProcessInstance plan = proposed();

		assertThatExceptionOfType(FormRejected.class)
			.isThrownBy(() -> complete(review(plan), "ACCEPT_EXCEPT",
					Map.of("changedItem1", 1, "changedSlotAt1", "2026-11-23T22:00:00+07:00")))
			.withMessageContaining("Dòng 1");
		assertThatExceptionOfType(FormRejected.class)
			.isThrownBy(() -> complete(review(plan), "ACCEPT_EXCEPT", Map.of("keptItems", "1, 99")))
			.withMessageContaining("không có dòng 99");
		assertThatExceptionOfType(FormRejected.class)
			.isThrownBy(() -> complete(review(plan), "ACCEPT_EXCEPT", Map.of("keptItems", "một")))
			.withMessageContaining("không đúng định dạng");
		assertThatExceptionOfType(FormRejected.class)
			.isThrownBy(() -> complete(review(plan), "ACCEPT_ALL", Map.of("keptItems", "1")))
			.withMessageContaining("không áp dụng");

		assertThat(review(plan)).isNotNull();
		complete(review(plan), "REJECT_ALL", Map.of());
		assertThat(this.cases.hasEnded(plan.getId())).isTrue();
	}

	@Test
	void endsAtOnceWhenThereIsNothingToPlan() {
		ProcessInstance plan = proposed();

		assertThat(this.cases.hasEnded(plan.getId())).isTrue();
		assertThat(this.cases.passed(plan.getId())).contains("EndEvent_NothingToPlan");
		assertThat(this.plans.get(this.cases.caseIdOf(plan.getId())).state()).isEqualTo(DayPlanState.EMPTY);
	}

	@Test
	void expiresAtTheEndOfTheWorkingDay() {
		List<UUID> customers = contactsThatCrowd(2);
		ProcessInstance plan = proposed();
		Job timer = this.cases.jobs(plan.getId()).get(0);
		assertThat(timer.getDuedate().toInstant()).isEqualTo(Time.instant("2026-11-23T18:00"));

		this.time.is("2026-11-23T18:00");
		this.management.executeJob(timer.getId());

		assertThat(this.cases.passed(plan.getId())).contains("EndEvent_PlanExpired");
		assertThat(this.plans.get(this.cases.caseIdOf(plan.getId())).state()).isEqualTo(DayPlanState.EXPIRED);
		assertThat(this.cases.dueAt(customers.get(0), ContactCustomerProcess.EVENT_SLOT_REACHED))
			.isEqualTo(Time.instant("2026-11-23T09:00"));
	}

	@Test
	void isReviewedOverRestAsWell() {
		contactsThatCrowd(2);
		DayPlan asked = this.plans.request(UUID.randomUUID(), this.team, 1, SmallBusiness.LEAD);
		ProcessInstance plan = this.cases.ofCase(PlanDayProcess.KEY, asked.id());
		search(plan);
		assertThat(review(plan)).isNotNull();
		this.plans.acceptAll(asked.id(), SmallBusiness.LEAD);

		DayPlan concluded = this.plans.conclude(asked.id());

		assertThat(concluded.state()).isEqualTo(DayPlanState.APPLIED);
		assertThat(this.cases.hasEnded(plan.getId())).isTrue();
		assertThat(this.plans.items(asked.id())).allSatisfy((item) -> assertThat(item.appliedAt()).isNotNull());
	}

	@Test
	void movesNoContactWhoseCaseHasReachedItsSlot() {
		List<UUID> customers = contactsThatCrowd(2);
		ProcessInstance plan = proposed();
		UUID planId = this.cases.caseIdOf(plan.getId());
		customers
			.forEach((customer) -> this.cases.timePassesUntil(customer, ContactCustomerProcess.EVENT_SLOT_REACHED));

		complete(review(plan), "ACCEPT_ALL", Map.of());

		assertThat(this.plans.items(planId)).allSatisfy((item) -> {
			assertThat(item.state()).isEqualTo(ItemState.STALE);
			assertThat(this.contacts.get(item.contactId()).slotAt()).isEqualTo(item.fromSlotAt());
		});
	}

	private ProcessInstance proposed() {
		ProcessInstance plan = this.cases.startedByForm(PlanDayProcess.KEY, Map.of("teamId", this.team, "planDays", 1));
		search(plan);
		return plan;
	}

	/** Does what the save point before the search has put off. */
	private void search(ProcessInstance plan) {
		this.cases.jobs(plan.getId()).forEach((job) -> this.management.executeJob(job.getId()));
	}

	private Task review(ProcessInstance plan) {
		return this.tasks.createTaskQuery().processInstanceId(plan.getId()).taskDefinitionKey(REVIEW).singleResult();
	}

	private void complete(Task task, String decision, Map<String, Object> exceptions) {
		Map<String, Object> values = new HashMap<>(exceptions);
		values.put("planDecision", decision);
		this.forms.submitTaskForm(task.getId(), values);
	}

	/** Contacts of one agent that all wait for the same moment. */
	private List<UUID> contactsThatCrowd(int contacts) {
		return IntStream.range(0, contacts).mapToObj((i) -> {
			UUID customerId = this.business.customer(SmallBusiness.somebody(), this.lan);
			Map<String, Object> values = Map.of("customerReference", this.business.numberOf(customerId), "purpose",
					"SERVICE", "contactChannel", "CALL", "notBefore", "2026-11-23T09:00");
			ProcessInstance contact = this.cases.startedByForm(ContactCustomerProcess.KEY, values);
			give(this.cases.caseIdOf(contact.getId()));
			return customerId;
		}).toList();
	}

	private void give(UUID contactId) {
		this.plannable.offerTo(contactId, this.team, this.lan);
	}

	private void hires(String agentId) {
		this.staff.register(
				NewAgent.named(agentId, "Nhân viên " + agentId, agentId + "@example.com", LocalDate.of(2024, 1, 2))
					.withRoles(Role.AGENT)
					.inTeams(this.team));
	}

}
