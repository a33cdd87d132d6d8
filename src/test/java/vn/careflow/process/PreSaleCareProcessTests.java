package vn.careflow.process;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
import vn.careflow.contact.ContactState;
import vn.careflow.contact.Contacts;
import vn.careflow.customer.CarePlan;
import vn.careflow.customer.CarePlans;
import vn.careflow.customer.Consents;
import vn.careflow.customer.Customer;
import vn.careflow.customer.Customers;
import vn.careflow.customer.Lifecycle;
import vn.careflow.customer.Potential;
import vn.careflow.customer.Timeline;
import vn.careflow.customer.TimelineEntry;
import vn.careflow.customer.TimelineKind;
import vn.careflow.opportunity.CustomerOrder;
import vn.careflow.opportunity.NewOpportunity;
import vn.careflow.opportunity.NewOrder;
import vn.careflow.opportunity.Opportunities;
import vn.careflow.opportunity.Opportunity;
import vn.careflow.opportunity.OpportunityOutcome;
import vn.careflow.opportunity.Orders;
import vn.careflow.servicelevel.Notice;
import vn.careflow.servicelevel.Notices;
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
class PreSaleCareProcessTests {

	private static final String SLOT_REACHED = ContactCustomerProcess.EVENT_SLOT_REACHED;

	private static final String CARRY_OUT = ContactCustomerProcess.TASK_CARRY_OUT_CONTACT;

	private static final String ADVISE = PreSaleCareProcess.TASK_ADVISE_CUSTOMER;

	private static final String LEAD_DECIDES = EscalationProcess.TASK_DECIDE_OVERDUE_CASE;

	private static final String ADVICE_OVERDUE = "BoundaryEvent_AdviceOverdue";

	@RegisterExtension
	static final ProcessCoverage coverage = ProcessCoverage.everyPathOf(PreSaleCareProcess.KEY);

	@RegisterExtension
	final Time time = Time.at("2026-03-02T09:30");

	@Autowired
	SmallBusiness business;

	@Autowired
	CaseRun cases;

	@Autowired
	Customers customers;

	@Autowired
	CarePlans carePlans;

	@Autowired
	Timeline timeline;

	@Autowired
	Opportunities opportunities;

	@Autowired
	Orders orders;

	@Autowired
	Contacts contacts;

	@Autowired
	Notices notices;

	@Autowired
	AgentAssignment assignment;

	@Autowired
	Staff staff;

	@BeforeEach
	void opens() {
		this.business.opens();
	}

	@Test
	void handsAWonCustomerOverToPostSaleCare() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		ProcessInstance instance = advised(customerId);
		Task advice = this.cases.task(customerId, ADVISE);
		assertThat(advice.getAssignee()).isEqualTo(SmallBusiness.LAN);
		assertThat(advice.getDueDate().toInstant()).isEqualTo(Time.instant("2026-03-04T18:00"));

		conclude(customerId, "WON",
				Map.of("product", SmallBusiness.PRODUCT, "amount", 330_000, "adviceNote", "Lắp cuối tuần"));

		assertThat(this.cases.passed(instance.getId())).contains("EndEvent_Won");
		Opportunity opportunity = opportunity(instance);
		assertThat(opportunity.outcome()).isEqualTo(OpportunityOutcome.WON);
		assertThat(opportunity.amount()).isEqualByComparingTo("330000");
		CustomerOrder order = this.orders.ofCustomer(customerId).get(0);
		assertThat(order.product()).isEqualTo(SmallBusiness.PRODUCT);
		assertThat(this.cases.running(PostSaleCareProcess.KEY, customerId).getBusinessKey())
			.isEqualTo(order.id().toString());
		Customer customer = this.customers.get(customerId);
		assertThat(customer.lifecycle()).isEqualTo(Lifecycle.CUSTOMER);
		assertThat(customer.dealings().purchases()).isEqualTo(1);
		assertThat(customer.dealings().lastOutcome()).isEqualTo("WON");
		assertThat(entries(customerId, TimelineKind.ORDER)).hasSize(1);
		assertThat(entries(customerId, TimelineKind.OPPORTUNITY)).singleElement()
			.extracting(TimelineEntry::summary, TimelineEntry::detail)
			.containsExactly("Cơ hội thành công", "Lắp cuối tuần");
		assertThat(isReleased(opportunity.id())).isTrue();
	}

	@Test
	void keepsALoyalCustomerLoyalWhoBuysAgain() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		this.customers.moveTo(customerId, Lifecycle.LOYAL);
		advised(customerId);

		conclude(customerId, "WON", Map.of("product", SmallBusiness.PRODUCT, "amount", 0));

		assertThat(this.customers.get(customerId).lifecycle()).isEqualTo(Lifecycle.LOYAL);
	}

	@Test
	void comesBackOnTheDayThatWasAgreed() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		ProcessInstance instance = advised(customerId);

		conclude(customerId, "NOT_YET", Map.of("comeBackOn", "2026-04-01"));

		assertThat(this.cases.passed(instance.getId())).contains("EndEvent_NotYet");
		assertThat(opportunity(instance).outcome()).isEqualTo(OpportunityOutcome.NOT_YET);
		assertThat(opportunity(instance).comeBackOn()).isEqualTo(LocalDate.of(2026, 4, 1));
		assertThat(nextCycleAt(customerId)).isEqualTo(Time.instant("2026-04-01T00:00"));
	}

	@Test
	void keepsTheReasonOfALossAndComesBackMuchLater() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		ProcessInstance instance = advised(customerId);

		conclude(customerId, "LOST", Map.of("lossReason", "Đã ký với nhà mạng khác"));

		assertThat(this.cases.passed(instance.getId())).contains("EndEvent_Lost");
		assertThat(opportunity(instance).outcome()).isEqualTo(OpportunityOutcome.LOST);
		assertThat(opportunity(instance).reason()).isEqualTo("Đã ký với nhà mạng khác");
		assertThat(nextCycleAt(customerId)).isAfter(Time.instant("2026-07-01T00:00"));
	}

	@Test
	void optsOutACustomerWhoRefusesCareWhenAdvised() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		ProcessInstance instance = advised(customerId);

		conclude(customerId, "NOT_INTERESTED", Map.of());

		assertThatCareIsRefused(instance, customerId);
	}

	@Test
	void optsOutACustomerWhoRefusesCareWhenCalled() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		ProcessInstance instance = opened(customerId);
		this.cases.timePassesUntil(customerId, SLOT_REACHED);

		outcome(customerId, "REFUSED");

		assertThatCareIsRefused(instance, customerId);
	}

	@Test
	void endsEveryOtherCaseOfACustomerWhoRefusesCare() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		order(customerId);
		ProcessInstance instance = advised(customerId);
		ProcessInstance other = openedFor(customerId, "Wi-Fi cho quán");

		conclude(customerId, "NOT_INTERESTED", Map.of());

		assertThat(this.cases.passed(instance.getId())).contains("EndEvent_NotInterested");
		assertThat(this.cases.passed(other.getId())).contains("EndEvent_CareStopped");
		assertThat(opportunity(other).outcome()).isEqualTo(OpportunityOutcome.NOT_INTERESTED);
		assertThat(this.cases.isRunning(PostSaleCareProcess.KEY, customerId)).isFalse();
	}

	@Test
	void winsEveryNeedOfACustomerWhoBuys() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		ProcessInstance instance = advised(customerId);
		ProcessInstance other = openedFor(customerId, "Wi-Fi cho quán");

		conclude(customerId, "WON", Map.of("product", SmallBusiness.PRODUCT, "amount", 330_000));

		assertThat(this.cases.passed(instance.getId())).contains("EndEvent_Won");
		assertThat(this.cases.passed(other.getId())).contains("EndEvent_WonByOrder");
		assertThat(this.customers.get(customerId).dealings().purchases()).isEqualTo(1);
	}

	@Test
	void callsASecondTimeNoSoonerThanADayLater() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		ProcessInstance instance = opened(customerId);
		this.cases.timePassesUntil(customerId, SLOT_REACHED);
		this.time.passes(Duration.ofMinutes(20));

		outcome(customerId, "NO_ANSWER");

		assertThat(this.cases.dueAt(customerId, SLOT_REACHED)).isEqualTo(Time.instant("2026-03-03T09:50"));
		this.cases.timePassesUntil(customerId, SLOT_REACHED);
		outcome(customerId, "REACHED");
		assertThat(this.cases.openTasks(customerId)).containsExactly(ADVISE);
		assertThat(attempts(instance)).extracting(ContactAttempt::unanswered).containsExactly(1, 1);
	}

	@Test
	void callsBackWhenTheCustomerWishesAsSoonAsTheLawPermits() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		opened(customerId);
		this.cases.timePassesUntil(customerId, SLOT_REACHED);

		outcome(customerId, "CALL_BACK", Map.of("callBackAt", "2026-03-02T15:00"));

		assertThat(this.cases.dueAt(customerId, SLOT_REACHED)).isEqualTo(Time.instant("2026-03-03T09:30"));
		this.cases.timePassesUntil(customerId, SLOT_REACHED);
		outcome(customerId, "CALL_BACK", Map.of("callBackAt", "2026-03-06T14:00"));
		assertThat(this.cases.dueAt(customerId, SLOT_REACHED)).isEqualTo(Time.instant("2026-03-06T14:00"));
	}

	@Test
	void givesUpAWarmCustomerAfterSixUnansweredCalls() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		ProcessInstance instance = opened(customerId);
		assertThat(this.customers.get(customerId).potential()).isEqualTo(Potential.WARM);

		for (int call = 1; call <= 6; call++) {
			this.cases.timePassesUntil(customerId, SLOT_REACHED);
			outcome(customerId, "NO_ANSWER");
		}

		assertThat(this.cases.passed(instance.getId())).contains("EndEvent_Unreachable");
		assertThat(attempts(instance)).hasSize(6);
		assertThat(opportunity(instance).outcome()).isEqualTo(OpportunityOutcome.UNREACHABLE);
		assertThat(this.customers.get(customerId).dealings().lastOutcome()).isEqualTo("UNREACHABLE");
		assertThat(nextCycleAt(customerId)).isAfter(this.time.now());
	}

	@Test
	void callsNobodyWhoDidNotAgreeToAdvertising() {
		UUID customerId = this.business.customer(SmallBusiness.somebody().consents(Consents.UNASKED));

		ProcessInstance instance = opened(customerId);

		assertThat(this.cases.passed(instance.getId())).contains("BoundaryEvent_ContactNotPossible",
				"EndEvent_Unreachable");
		assertThat(attempts(instance)).isEmpty();
		assertThat(opportunity(instance).outcome()).isEqualTo(OpportunityOutcome.UNREACHABLE);
	}

	@Test
	void asksTheTeamLeadWhenTheAdviceIsOverdue() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		ProcessInstance instance = advised(customerId);

		this.cases.timePassesUntil(customerId, ADVICE_OVERDUE);

		assertThat(this.cases.openTasks(customerId)).containsExactlyInAnyOrder(ADVISE, LEAD_DECIDES);
		assertThat(this.notices.of(this.staff.leadOf("sales").orElseThrow().id())).extracting(Notice::subjectId)
			.contains(caseId(instance));
		this.business.hires("hai.takesover");
		this.cases.complete(customerId, LEAD_DECIDES,
				Map.of("leadDecision", "REASSIGN", "newAgentId", "hai.takesover"));
		assertThat(this.cases.passed(instance.getId())).contains("EndEvent_AdviceEscalated");
		assertThat(this.cases.task(customerId, ADVISE).getAssignee()).isEqualTo("hai.takesover");
		assertThat(this.assignment.decisionFor(caseId(instance)).orElseThrow().agentId()).contains("hai.takesover");
		conclude(customerId, "LOST", Map.of("lossReason", "Chờ quá lâu"));
		assertThat(this.cases.hasEnded(instance.getId())).isTrue();
	}

	@Test
	void asksTheTeamLeadNoMoreOnceTheAdviceIsGiven() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		ProcessInstance instance = advised(customerId);
		this.cases.timePassesUntil(customerId, ADVICE_OVERDUE);

		conclude(customerId, "LOST", Map.of("lossReason", "Chờ quá lâu"));

		assertThat(this.cases.openTasks(customerId)).isEmpty();
		assertThat(this.cases.hasEnded(instance.getId())).isTrue();
		assertThat(isReleased(caseId(instance))).isTrue();
	}

	@Test
	void stopsWhereverItStandsWhenTheCustomerOptsOut() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		ProcessInstance instance = opened(customerId);
		UUID contactId = caseId(this.cases.running(ContactCustomerProcess.KEY, customerId));

		this.customers.optOut(customerId, "Khách nhắn tin");

		assertThat(this.cases.passed(instance.getId())).contains("EndEvent_CareStopped");
		assertThat(this.cases.hasTimer(customerId, SLOT_REACHED)).isFalse();
		assertThat(this.contacts.get(contactId).state()).isEqualTo(ContactState.CANCELLED);
		assertThat(isReleased(contactId)).isTrue();
		assertThatNobodyIsInterested(instance, customerId);
	}

	@Test
	void stopsAlsoWhileTheTeamLeadThinksAboutOverdueAdvice() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		ProcessInstance instance = advised(customerId);
		this.cases.timePassesUntil(customerId, ADVICE_OVERDUE);

		this.customers.optOut(customerId, "Khách nhắn tin");

		assertThat(this.cases.openTasks(customerId)).isEmpty();
		assertThatNobodyIsInterested(instance, customerId);
	}

	@Test
	void winsWhenTheCustomerOrdersWithoutWaiting() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		ProcessInstance instance = opened(customerId);
		UUID contactId = caseId(this.cases.running(ContactCustomerProcess.KEY, customerId));

		CustomerOrder order = order(customerId);

		assertThat(this.cases.passed(instance.getId())).contains("EndEvent_WonByOrder");
		assertThat(opportunity(instance).outcome()).isEqualTo(OpportunityOutcome.WON);
		assertThat(this.contacts.get(contactId).state()).isEqualTo(ContactState.CANCELLED);
		assertThat(this.cases.isRunning(ContactCustomerProcess.KEY, customerId)).isFalse();
		assertThat(this.cases.running(PostSaleCareProcess.KEY, customerId).getBusinessKey())
			.isEqualTo(order.id().toString());
		assertThat(this.customers.get(customerId).dealings().purchases()).isEqualTo(1);
	}

	@Test
	void beginsWithWhatAPersonEnters() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());

		ProcessInstance instance = this.cases.startedByForm(PreSaleCareProcess.KEY,
				Map.of("customerReference", this.business.numberOf(customerId), "need", "Wi-Fi cho nhà ba tầng",
						"productInterest", SmallBusiness.PRODUCT, "contactChannel", "ZALO"));
		this.cases.settle(customerId);

		Opportunity opportunity = opportunity(instance);
		assertThat(opportunity.need()).isEqualTo("Wi-Fi cho nhà ba tầng");
		assertThat(opportunity.productInterest()).isEqualTo(SmallBusiness.PRODUCT);
		assertThat(this.cases.variables(instance.getId())).containsEntry("contactChannel", "ZALO")
			.doesNotContainKeys("need", "customerReference");
		assertThat(this.cases.hasTimer(customerId, SLOT_REACHED)).isTrue();
	}

	@Test
	void acceptsNothingThatTheFormsDoNotAllow() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		advised(customerId);

		assertThatFormIsRefused(() -> conclude(customerId, "WON", Map.of("amount", 1)), "Hãy nhập");
		assertThatFormIsRefused(
				() -> conclude(customerId, "WON", Map.of("product", SmallBusiness.PRODUCT, "amount", 0.5)),
				"số nguyên");
		assertThatFormIsRefused(() -> conclude(customerId, "WON", Map.of("product", "UNKNOWN", "amount", 1)),
				"không có lựa chọn «UNKNOWN»");
		assertThatFormIsRefused(() -> conclude(customerId, "UNREACHABLE", Map.of()), "không có lựa chọn");
		assertThatFormIsRefused(() -> conclude(customerId, "LOST", Map.of()), "Hãy nhập");

		assertThat(this.cases.openTasks(customerId)).containsExactly(ADVISE);
		assertThat(this.opportunities.openOf(customerId)).hasSize(1);
	}

	@Test
	void pursuesTheSameNeedOnce() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		ProcessInstance instance = opened(customerId);

		assertThatFormIsRefused(() -> this.cases.startedByForm(PreSaleCareProcess.KEY, Map.of("customerReference",
				this.business.numberOf(customerId), "need", opportunity(instance).need(), "contactChannel", "CALL")),
				"đang được chăm sóc");

		assertThat(this.cases.running(PreSaleCareProcess.KEY, customerId).getId()).isEqualTo(instance.getId());
	}

	/** A need came in from outside; care has begun and waits for the hour to call. */
	private ProcessInstance opened(UUID customerId) {
		return openedFor(customerId, "Internet cho căn hộ mới");
	}

	private ProcessInstance openedFor(UUID customerId, String need) {
		Opportunity opportunity = this.opportunities.receive(NewOpportunity.of(customerId, need));
		ProcessInstance instance = this.cases.ofCase(PreSaleCareProcess.KEY, opportunity.id());
		this.cases.settle(customerId);
		return instance;
	}

	private CustomerOrder order(UUID customerId) {
		return this.orders.place(new NewOrder(null, "shop", "DH-" + customerId, customerId, SmallBusiness.PRODUCT,
				BigDecimal.valueOf(330_000), this.time.now()));
	}

	/** The same, and the customer was reached: the advice is due. */
	private ProcessInstance advised(UUID customerId) {
		ProcessInstance instance = opened(customerId);
		this.cases.timePassesUntil(customerId, SLOT_REACHED);
		outcome(customerId, "REACHED");
		assertThat(this.cases.waitsAt(instance.getId())).containsExactly(ADVISE);
		return instance;
	}

	private void outcome(UUID customerId, String outcome) {
		outcome(customerId, outcome, Map.of());
	}

	private void outcome(UUID customerId, String outcome, Map<String, Object> more) {
		Map<String, Object> values = new HashMap<>(Map.of("contactOutcome", outcome, "raisedRequestKind", "NONE"));
		values.putAll(more);
		this.cases.complete(customerId, CARRY_OUT, values);
	}

	private void conclude(UUID customerId, String outcome, Map<String, Object> more) {
		Map<String, Object> values = new HashMap<>(Map.of("opportunityOutcome", outcome));
		values.putAll(more);
		this.cases.complete(customerId, ADVISE, values);
	}

	private void assertThatCareIsRefused(ProcessInstance instance, UUID customerId) {
		assertThat(this.cases.passed(instance.getId())).contains("EndEvent_NotInterested");
		assertThat(this.customers.get(customerId).optedOutAt()).isEqualTo(this.time.now());
		assertThat(this.cases.jobs(instance.getId())).isEmpty();
		assertThatNobodyIsInterested(instance, customerId);
	}

	private void assertThatNobodyIsInterested(ProcessInstance instance, UUID customerId) {
		assertThat(this.cases.hasEnded(instance.getId())).isTrue();
		assertThat(opportunity(instance).outcome()).isEqualTo(OpportunityOutcome.NOT_INTERESTED);
		assertThat(this.customers.get(customerId).dealings().lastOutcome()).isEqualTo("NOT_INTERESTED");
		assertThat(entries(customerId, TimelineKind.OPPORTUNITY)).singleElement()
			.extracting(TimelineEntry::summary)
			.isEqualTo("Không quan tâm");
		assertThat(nextCycleAt(customerId)).isNull();
	}

	private static void assertThatFormIsRefused(Runnable submission, String why) {
		assertThatExceptionOfType(FormRejected.class).isThrownBy(submission::run).withMessageContaining(why);
	}

	private Opportunity opportunity(ProcessInstance instance) {
		return this.opportunities.get(caseId(instance));
	}

	private List<ContactAttempt> attempts(ProcessInstance instance) {
		return this.contacts.attemptsOf(caseId(instance));
	}

	private List<TimelineEntry> entries(UUID customerId, TimelineKind kind) {
		return this.timeline.latest(customerId, 50).stream().filter((entry) -> entry.kind() == kind).toList();
	}

	private Instant nextCycleAt(UUID customerId) {
		return this.carePlans.planOf(customerId).map(CarePlan::nextCycleAt).orElse(null);
	}

	private boolean isReleased(UUID caseId) {
		Instant ended = this.assignment.decisionFor(caseId).flatMap((decision) -> decision.endedAt()).orElse(null);
		return this.time.now().equals(ended);
	}

	private UUID caseId(ProcessInstance instance) {
		return this.cases.caseIdOf(instance.getId());
	}

}
