package vn.careflow.process;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.careflow.assignment.AgentAssignment;
import vn.careflow.contact.ContactAttempt;
import vn.careflow.contact.Contacts;
import vn.careflow.customer.CarePlan;
import vn.careflow.customer.CarePlans;
import vn.careflow.customer.Consents;
import vn.careflow.customer.CustomerProfile;
import vn.careflow.customer.Customers;
import vn.careflow.customer.NewCustomer;
import vn.careflow.customer.Potential;
import vn.careflow.customer.Timeline;
import vn.careflow.customer.TimelineEntry;
import vn.careflow.feedback.SurveyKind;
import vn.careflow.feedback.Surveys;
import vn.careflow.opportunity.NewOpportunity;
import vn.careflow.opportunity.Opportunities;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.ProcessCoverage;
import vn.careflow.testsupport.ProcessTest;
import vn.careflow.testsupport.Time;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ProcessTest
@OnH2
class CareManagementProcessTests {

	private static final String ADJUST = CareManagementProcess.TASK_ADJUST_PLAN;

	private static final String REVIEW = CareManagementProcess.TASK_REVIEW_REQUESTS;

	private static final String CONTACT = ContactCustomerProcess.TASK_CARRY_OUT_CONTACT;

	private static final String PLAN_OVERDUE = "BoundaryEvent_PlanOverdue";

	private static final Map<String, Object> NO_CONTACT = Map.of("contactWanted", false);

	@RegisterExtension
	static final ProcessCoverage coverage = ProcessCoverage.everyPathOf(CareManagementProcess.KEY);

	@RegisterExtension
	final Time time = Time.at("2026-03-02T09:30");

	@Autowired
	ServiceDesk desk;

	@Autowired
	CaseRun cases;

	@Autowired
	CarePlans plans;

	@Autowired
	CareCycleStarter starter;

	@Autowired
	Customers customers;

	@Autowired
	Contacts contacts;

	@Autowired
	Opportunities opportunities;

	@Autowired
	Surveys surveys;

	@Autowired
	Timeline timeline;

	@Autowired
	AgentAssignment assignments;

	@BeforeEach
	void theDeskIsOpen() {
		this.desk.opens();
	}

	@Test
	void caresForACustomerAndPlansTheNextCycle() {
		UUID customer = this.desk.customer();
		UUID cycle = began(customer);
		ProcessInstance instance = this.cases.running(CareManagementProcess.KEY, customer);
		assertThat(instance.getBusinessKey()).isEqualTo(cycle.toString());
		Task adjust = this.cases.task(customer, ADJUST);
		assertThat(adjust.getAssignee()).isEqualTo(ServiceDesk.LAN);
		assertThat(adjust.getDueDate().toInstant()).isEqualTo(Time.instant("2026-03-04T18:00"));
		assertThat(this.cases.dueAt(customer, PLAN_OVERDUE)).isEqualTo(Time.instant("2026-03-04T18:00"));

		this.cases.complete(customer, ADJUST, Map.of("contactWanted", true, "contactChannel", "CALL", "customerNeed",
				"Gói học tiếng Anh", "planNote", "Hỏi thăm con nhỏ"));
		this.cases.timePassesUntil(customer, ContactCustomerProcess.EVENT_SLOT_REACHED);
		reached(customer);

		assertThat(this.cases.hasEnded(instance.getId())).isTrue();
		assertThat(this.cases.passed(instance.getId()))
			.contains("Task_SegmentCustomer", "Task_TrackDealings", "Task_PlanAppointments", "Task_CloseCycle",
					"EndEvent_NextCyclePlanned")
			.doesNotContain(REVIEW, "CallActivity_ManageOpportunity");
		assertThat(this.contacts.attemptsOf(cycle)).extracting(ContactAttempt::agentId)
			.containsExactly(ServiceDesk.LAN);
		assertThat(this.customers.facts(customer).needKnown()).isTrue();
		assertThat(this.plans.get(cycle)).satisfies((closed) -> {
			assertThat(closed.isOpen()).isFalse();
			assertThat(closed.summary()).startsWith("Trong kỳ: 1 lần liên hệ");
		});
		assertThat(timelineOf(customer)).contains("Hỏi thăm con nhỏ", this.plans.get(cycle).summary());
		assertThat(plan(customer).nextCycleAt()).isEqualTo(Time.instant("2026-05-14T18:00"));
		assertThat(this.assignments.decisionFor(cycle).orElseThrow().endedAt()).isPresent();
		assertThat(this.surveys.about(cycle)).isEmpty();
	}

	@Test
	void asksAPromisingCustomerToRecommendUsAndCaresAgainSooner() {
		UUID customer = this.desk.customer(this.desk.profile().need("Camera"));
		this.customers.recordContact(customer, this.time.now());
		UUID cycle = began(customer);
		assertThat(this.customers.facts(customer).potential()).isEqualTo(Potential.HOT);

		this.cases.complete(customer, ADJUST, NO_CONTACT);

		assertThat(this.cases.isRunning(CareManagementProcess.KEY, customer)).isFalse();
		assertThat(this.contacts.attemptsOf(cycle)).isEmpty();
		assertThat(this.surveys.about(cycle)).singleElement()
			.satisfies((survey) -> assertThat(survey.kind()).isEqualTo(SurveyKind.NPS));
		assertThat(plan(customer).nextCycleAt()).isEqualTo(Time.instant("2026-03-19T18:00"));
	}

	@Test
	void startsTheCyclesThatAreDueAndNoOthers() {
		UUID due = this.desk.customer();
		UUID later = this.desk.customer();
		this.plans.planNext(due, Time.instant("2026-03-05T08:00"), "Chăm sóc định kỳ");
		this.plans.planNext(later, Time.instant("2026-03-05T08:01"), "Chăm sóc định kỳ");
		this.time.is("2026-03-05T08:00");

		this.starter.startDueCycles();
		this.starter.startDueCycles();
		this.cases.settle(due);

		assertThat(this.cases.openTasks(due)).containsExactly(ADJUST);
		assertThat(this.plans.openOf(due)).isPresent();
		assertThat(plan(due).nextCycleAt()).isNull();
		assertThat(this.cases.isRunning(CareManagementProcess.KEY, later)).isFalse();
	}

	@Test
	void beginsACycleThatAPersonEntersInTasklist() {
		UUID customer = this.desk.customer();

		ProcessInstance instance = entered(customer, "Khách sắp hết hạn hợp đồng");
		this.cases.settle(customer);

		UUID cycle = this.cases.caseIdOf(instance.getId());
		assertThat(this.plans.openOf(customer)).hasValueSatisfying((open) -> assertThat(open.id()).isEqualTo(cycle));
		assertThat(this.cases.openTasks(customer)).containsExactly(ADJUST);
		assertThat(timelineOf(customer)).contains("Khách sắp hết hạn hợp đồng");
	}

	@Test
	void refusesASecondCycleWhileOneIsOpen() {
		UUID customer = this.desk.customer();
		began(customer);

		assertThatExceptionOfType(FormRejected.class).isThrownBy(() -> entered(customer, "Lần hai"))
			.satisfies((refused) -> assertThat(refused.violations()).extracting(FormRejected.Violation::field)
				.containsExactly("customerReference"));

		assertThat(this.cases.running(CareManagementProcess.KEY, customer)).isNotNull();
		assertThat(timelineOf(customer)).doesNotContain("Lần hai");
	}

	@Test
	void pursuesAnOpportunityThatNobodyPursuesYet() {
		UUID customer = this.desk.customer();
		UUID opportunity = this.opportunities.open(NewOpportunity.of(customer, "Internet cho nhà mới")).id();
		began(customer);
		ProcessInstance instance = this.cases.running(CareManagementProcess.KEY, customer);
		this.cases.settle(customer);
		assertThat(this.cases.running(PreSaleCareProcess.KEY, customer).getBusinessKey())
			.isEqualTo(opportunity.toString());

		this.cases.timePassesUntil(customer, ContactCustomerProcess.EVENT_SLOT_REACHED);
		reached(customer);
		this.cases.settle(customer);
		this.cases.complete(customer, PreSaleCareProcess.TASK_ADVISE_CUSTOMER,
				Map.of("opportunityOutcome", "LOST", "lossReason", "Đã mua nơi khác"));
		this.cases.settle(customer);

		assertThat(this.cases.openTasks(customer)).containsExactly(ADJUST);
		assertThat(this.cases.variables(instance.getId())).containsEntry("opportunityOutcome", "LOST");
		assertThat(this.opportunities.openOf(customer)).isEmpty();
	}

	@Test
	void leavesAnOpportunityAloneThatSomebodyPursuesAlready() {
		UUID customer = this.desk.customer();
		this.opportunities.receive(NewOpportunity.of(customer, "Internet cho nhà mới"));

		began(customer);

		assertThat(this.cases.openTasks(customer)).contains(ADJUST);
		assertThat(this.cases.running(PreSaleCareProcess.KEY, customer)).isNotNull();
	}

	@Test
	void followsUpTheRequestsThatTheCustomerHasOpen() {
		UUID customer = this.desk.customer();
		this.desk.supportRequestOf(customer);
		UUID cycle = began(customer);
		ProcessInstance instance = this.cases.running(CareManagementProcess.KEY, customer);

		this.cases.complete(customer, ADJUST, NO_CONTACT);
		this.cases.complete(customer, REVIEW, Map.of("followUpChannel", "CALL", "reviewNote", "Gọi báo tiến độ"));
		this.cases.timePassesUntil(customer, ContactCustomerProcess.EVENT_SLOT_REACHED);
		reached(customer);

		assertThat(this.cases.hasEnded(instance.getId())).isTrue();
		assertThat(this.plans.get(cycle).summary()).endsWith("Yêu cầu còn mở: 1.");
		assertThat(timelineOf(customer)).contains("Gọi báo tiến độ");
		assertThat(this.contacts.attemptsOf(cycle)).hasSize(1);
	}

	@Test
	void reviewsARequestThatTheCustomerRaisedDuringTheCall() {
		UUID customer = this.desk.customer();
		began(customer);
		this.cases.complete(customer, ADJUST, Map.of("contactWanted", true, "contactChannel", "CALL"));
		this.cases.timePassesUntil(customer, ContactCustomerProcess.EVENT_SLOT_REACHED);

		this.cases.complete(customer, CONTACT, Map.of("contactOutcome", "REACHED", "raisedRequestKind", "COMPLAINT",
				"raisedRequestSubject", "Hoá đơn sai"));

		assertThat(this.cases.openTasks(customer)).contains(REVIEW);
	}

	@Test
	void reviewsARequestThatCameInWhileThePlanWasAdjusted() {
		UUID customer = this.desk.customer();
		began(customer);
		this.desk.supportRequestOf(customer);

		this.cases.complete(customer, ADJUST, NO_CONTACT);

		assertThat(this.cases.openTasks(customer)).contains(REVIEW);
	}

	@Test
	void goesOnWithoutAContactThatIsNotPermitted() {
		UUID customer = this.desk.customer(this.desk.profile().consents(new Consents(false, false)));
		UUID cycle = began(customer);
		ProcessInstance instance = this.cases.running(CareManagementProcess.KEY, customer);

		this.cases.complete(customer, ADJUST, Map.of("contactWanted", true, "contactChannel", "CALL"));

		assertThat(this.cases.hasEnded(instance.getId())).isTrue();
		assertThat(this.cases.passed(instance.getId())).contains("BoundaryEvent_ContactNotPossible", "Task_CloseCycle");
		assertThat(this.contacts.attemptsOf(cycle)).isEmpty();
		assertThat(plan(customer).nextCycleAt()).isNotNull();
	}

	@Test
	void closesTheCycleWhenTheFollowUpIsNotPossible() {
		CustomerProfile.Builder profile = CustomerProfile.person("Phạm Không Số")
			.email(UUID.randomUUID() + "@example.com");
		UUID customer = this.customers
			.register(NewCustomer.from("desk", null, profile.build()).ownedBy(ServiceDesk.LAN))
			.customer()
			.id();
		this.desk.supportRequestOf(customer);
		UUID cycle = began(customer);
		ProcessInstance instance = this.cases.running(CareManagementProcess.KEY, customer);
		this.cases.complete(customer, ADJUST, NO_CONTACT);

		this.cases.complete(customer, REVIEW, Map.of("followUpChannel", "CALL"));

		assertThat(this.cases.hasEnded(instance.getId())).isTrue();
		assertThat(this.cases.passed(instance.getId())).contains("BoundaryEvent_FollowUpNotPossible");
		assertThat(this.plans.get(cycle).isOpen()).isFalse();
	}

	@Test
	void asksTheLeadWhenThePlanIsLateAndGivesTheCycleToAnotherAgent() {
		UUID customer = this.desk.customer();
		UUID cycle = began(customer);
		ProcessInstance instance = this.cases.running(CareManagementProcess.KEY, customer);

		this.cases.timePassesUntil(customer, PLAN_OVERDUE);
		assertThat(this.desk.told(this.desk.leadOfService(), cycle)).containsExactly("PASSED");
		assertThat(this.cases.openTasks(customer)).containsExactlyInAnyOrder(ADJUST,
				EscalationProcess.TASK_DECIDE_OVERDUE_CASE);
		this.cases.complete(customer, EscalationProcess.TASK_DECIDE_OVERDUE_CASE,
				Map.of("leadDecision", "REASSIGN", "newAgentId", ServiceDesk.MINH));

		assertThat(this.cases.passed(instance.getId())).contains("EndEvent_PlanEscalated");
		assertThat(this.cases.task(customer, ADJUST).getAssignee()).isEqualTo(ServiceDesk.MINH);
		this.desk.supportRequestOf(customer);
		this.cases.complete(customer, ADJUST, NO_CONTACT);
		assertThat(this.cases.task(customer, REVIEW).getAssignee()).isEqualTo(ServiceDesk.MINH);
	}

	@Test
	void endsWithItsWorkAlsoWhenTheLeadHasNotDecidedYet() {
		UUID customer = this.desk.customer();
		began(customer);
		this.cases.timePassesUntil(customer, PLAN_OVERDUE);

		this.cases.complete(customer, ADJUST, NO_CONTACT);

		assertThat(this.cases.isRunning(CareManagementProcess.KEY, customer)).isFalse();
		assertThat(this.cases.openTasks(customer)).isEmpty();
	}

	@Test
	void stopsAtOnceWhenTheCustomerOptsOut() {
		UUID customer = this.desk.customer();
		UUID cycle = began(customer);
		ProcessInstance instance = this.cases.running(CareManagementProcess.KEY, customer);

		this.customers.optOut(customer, "Không muốn nhận chăm sóc");

		assertThat(this.cases.hasEnded(instance.getId())).isTrue();
		assertThat(this.cases.passed(instance.getId())).contains("EndEvent_CareStopped");
		assertThat(this.cases.openTasks(customer)).isEmpty();
		assertThat(this.plans.get(cycle).isOpen()).isFalse();
		assertThat(this.plans.planOf(customer).map(CarePlan::nextCycleAt)).isEmpty();
		assertThat(this.assignments.decisionFor(cycle).orElseThrow().endedAt()).isPresent();
		assertThat(this.surveys.about(cycle)).isEmpty();
	}

	@Test
	void stopsWhenTheCustomerRefusesDuringTheCall() {
		UUID customer = this.desk.customer();
		UUID cycle = began(customer);
		this.cases.complete(customer, ADJUST, Map.of("contactWanted", true, "contactChannel", "CALL"));
		this.cases.timePassesUntil(customer, ContactCustomerProcess.EVENT_SLOT_REACHED);

		this.cases.complete(customer, CONTACT, Map.of("contactOutcome", "REFUSED", "raisedRequestKind", "NONE"));

		assertThat(this.cases.isRunning(CareManagementProcess.KEY, customer)).isFalse();
		assertThat(this.plans.get(cycle).isOpen()).isFalse();
		assertThat(this.plans.planOf(customer).map(CarePlan::nextCycleAt)).isEmpty();
	}

	@Test
	void callsAgainWhenTheCustomerDoesNotAnswer() {
		UUID customer = this.desk.customer();
		UUID cycle = began(customer);
		this.cases.complete(customer, ADJUST, Map.of("contactWanted", true, "contactChannel", "CALL"));
		this.cases.timePassesUntil(customer, ContactCustomerProcess.EVENT_SLOT_REACHED);

		this.cases.complete(customer, CONTACT, Map.of("contactOutcome", "NO_ANSWER", "raisedRequestKind", "NONE"));

		assertThat(this.cases.dueAt(customer, ContactCustomerProcess.EVENT_SLOT_REACHED))
			.isAfterOrEqualTo(this.time.now().plus(Duration.ofHours(24)));
		assertThat(this.contacts.attemptsOf(cycle)).hasSize(1);
	}

	/** Asks for a cycle as the REST API does, and lets it reach its first wait. */
	private UUID began(UUID customer) {
		UUID cycle = this.plans.request(customer).orElseThrow().cycle().id();
		this.cases.settle(customer);
		return cycle;
	}

	private ProcessInstance entered(UUID customer, String note) {
		return this.cases.startedByForm(CareManagementProcess.KEY,
				Map.of("customerReference", this.customers.get(customer).number(), "cycleNote", note));
	}

	private void reached(UUID customer) {
		this.cases.complete(customer, CONTACT,
				new HashMap<>(Map.of("contactOutcome", "REACHED", "raisedRequestKind", "NONE")));
	}

	private CarePlan plan(UUID customer) {
		return this.plans.planOf(customer).orElseThrow();
	}

	private List<String> timelineOf(UUID customer) {
		return this.timeline.latest(customer, 50)
			.stream()
			.map(TimelineEntry::detail)
			.filter((detail) -> detail != null)
			.toList();
	}

}
