package vn.careflow.process;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.runtime.ProcessInstance;
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
import vn.careflow.customer.Customers;
import vn.careflow.customer.Timeline;
import vn.careflow.customer.TimelineEntry;
import vn.careflow.customer.TimelineKind;
import vn.careflow.feedback.Survey;
import vn.careflow.feedback.SurveyKind;
import vn.careflow.feedback.Surveys;
import vn.careflow.opportunity.CustomerOrder;
import vn.careflow.opportunity.NewOpportunity;
import vn.careflow.opportunity.NewOrder;
import vn.careflow.opportunity.OfferKind;
import vn.careflow.opportunity.OfferResponse;
import vn.careflow.opportunity.Offers;
import vn.careflow.opportunity.Opportunities;
import vn.careflow.opportunity.Orders;
import vn.careflow.request.NewRequest;
import vn.careflow.request.Request;
import vn.careflow.request.RequestChannel;
import vn.careflow.request.RequestKind;
import vn.careflow.request.RequestStatus;
import vn.careflow.request.Requests;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.ProcessCoverage;
import vn.careflow.testsupport.ProcessTest;
import vn.careflow.testsupport.Time;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ProcessTest
@OnH2
class PostSaleCareProcessTests {

	private static final String SLOT_REACHED = ContactCustomerProcess.EVENT_SLOT_REACHED;

	private static final String CARRY_OUT = ContactCustomerProcess.TASK_CARRY_OUT_CONTACT;

	private static final String THANK = PostSaleCareProcess.TASK_THANK_CUSTOMER;

	private static final String OFFER = PostSaleCareProcess.TASK_MAKE_OFFER;

	private static final String CHECK_IN_DUE = "Event_CheckInDue";

	private static final String SURVEY_EXPIRED = "BoundaryEvent_SurveyExpired";

	private static final String RETAINED = "EndEvent_CustomerRetained";

	@RegisterExtension
	static final ProcessCoverage coverage = ProcessCoverage.everyPathOf(PostSaleCareProcess.KEY);

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
	Orders orders;

	@Autowired
	Offers offers;

	@Autowired
	Opportunities opportunities;

	@Autowired
	Surveys surveys;

	@Autowired
	Requests requests;

	@Autowired
	Contacts contacts;

	@Autowired
	AgentAssignment assignment;

	@BeforeEach
	void opens() {
		this.business.opens();
	}

	@Test
	void caresForASaleFromThanksToTheNextOffer() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		ProcessInstance instance = sold(customerId);
		assertThat(this.cases.task(customerId, THANK).getAssignee()).isEqualTo(SmallBusiness.LAN);

		this.cases.complete(customerId, THANK, Map.of("deliveredOn", "2026-03-02", "thankNote", "Lắp xong từ sáng"));
		this.cases.settle(customerId);

		assertThat(this.orders.get(caseId(instance)).deliveredOn()).isEqualTo(LocalDate.of(2026, 3, 2));
		assertThat(entries(customerId, TimelineKind.NOTE)).singleElement().satisfies((entry) -> {
			assertThat(entry.detail()).isEqualTo("Lắp xong từ sáng");
			assertThat(entry.subjectId()).isEqualTo(caseId(instance));
		});
		contacted(customerId, "REACHED");
		assertThat(this.cases.dueAt(customerId, CHECK_IN_DUE)).isBetween(Time.instant("2026-03-04T00:00"),
				Time.instant("2026-03-05T18:00"));
		this.cases.timePassesUntil(customerId, CHECK_IN_DUE);
		contacted(customerId, "REACHED");
		Survey survey = this.surveys.about(caseId(instance)).get(0);
		assertThat(survey.kind()).isEqualTo(SurveyKind.CSAT);
		assertThat(this.cases.hasTimer(customerId, SURVEY_EXPIRED)).isTrue();
		this.surveys.answer(survey.id(), 5, "Rất hài lòng");
		assertThat(this.cases.hasTimer(customerId, SURVEY_EXPIRED)).isFalse();
		assertThat(entries(customerId, TimelineKind.SURVEY)).singleElement()
			.extracting(TimelineEntry::summary, TimelineEntry::detail, TimelineEntry::subjectId)
			.containsExactly("Khách hàng trả lời khảo sát: 5/5 điểm", "Rất hài lòng", caseId(instance));
		assertThat(this.cases.task(customerId, OFFER).getAssignee()).isEqualTo(SmallBusiness.LAN);
		offered(customerId);

		assertThat(this.cases.passed(instance.getId())).contains(RETAINED);
		assertThat(this.cases.hasEnded(instance.getId())).isTrue();
		assertThat(this.contacts.attemptsOf(caseId(instance))).hasSize(2);
		assertThat(this.offers.ofCustomer(customerId)).singleElement().satisfies((offer) -> {
			assertThat(offer.kind()).isEqualTo(OfferKind.UPSELL);
			assertThat(offer.response()).isEqualTo(OfferResponse.LATER);
			assertThat(offer.orderId()).isEqualTo(caseId(instance));
			assertThat(offer.note()).isEqualTo("Hẹn sau Tết");
		});
		assertThat(entries(customerId, TimelineKind.OFFER)).hasSize(1);
		assertThat(nextCycleAt(customerId)).isAfter(this.time.now());
		assertThat(isReleased(caseId(instance))).isTrue();
	}

	@Test
	void goesOnWithoutAnAnswerToTheSurvey() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		ProcessInstance instance = surveyed(customerId);
		Survey survey = this.surveys.about(caseId(instance)).get(0);

		this.cases.timePassesUntil(customerId, SURVEY_EXPIRED);

		assertThat(this.cases.openTasks(customerId)).containsExactly(OFFER);
		this.surveys.answer(survey.id(), 3, null);
		assertThat(this.surveys.get(survey.id()).score()).isEqualTo(3);
		assertThat(this.cases.openTasks(customerId)).containsExactly(OFFER);
	}

	@Test
	void makesNoOfferWhileAComplaintIsOpen() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		ProcessInstance instance = surveyed(customerId);
		Request complaint = complaint(customerId);

		this.cases.timePassesUntil(customerId, SURVEY_EXPIRED);

		assertThat(this.cases.waitsAt(instance.getId())).containsExactly("Event_ComplaintSettled");
		assertThat(this.cases.openTasks(customerId)).doesNotContain(OFFER);
		this.requests.withdraw(complaint.id(), "Đã tự giải quyết");
		assertThat(this.cases.waitsAt(instance.getId())).containsExactly(OFFER);
		offered(customerId);
		assertThat(this.cases.passed(instance.getId())).contains(RETAINED);
	}

	@Test
	void makesTheOfferOnceTheComplaintIsHandled() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		ProcessInstance instance = surveyed(customerId);
		Request complaint = complaint(customerId);
		this.cases.settle(customerId);
		this.cases.timePassesUntil(customerId, SURVEY_EXPIRED);
		assertThat(this.cases.waitsAt(instance.getId())).containsExactly("Event_ComplaintSettled");

		handle(customerId);

		assertThat(this.requests.get(complaint.id()).status()).isEqualTo(RequestStatus.CLOSED);
		assertThat(this.cases.openTasks(customerId)).containsExactly(OFFER);
	}

	@Test
	void takesTheOfferBackWhenAComplaintComesIn() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		ProcessInstance instance = surveyed(customerId);
		this.cases.timePassesUntil(customerId, SURVEY_EXPIRED);
		assertThat(this.cases.waitsAt(instance.getId())).containsExactly(OFFER);

		Request first = complaint(customerId);
		Request second = complaint(customerId);

		assertThat(this.cases.passed(instance.getId())).contains("BoundaryEvent_ComplaintRaised");
		assertThat(this.cases.openTasks(customerId)).doesNotContain(OFFER);
		this.requests.withdraw(first.id(), "Gửi nhầm");
		assertThat(this.cases.waitsAt(instance.getId())).containsExactly("Event_ComplaintSettled");
		this.requests.withdraw(second.id(), "Gửi nhầm");
		assertThat(this.cases.waitsAt(instance.getId())).containsExactly(OFFER);
		assertThat(this.offers.ofCustomer(customerId)).isEmpty();
	}

	@Test
	void makesNoOfferAfterAComplaintThatWasRaisedAtTheCheckIn() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		ProcessInstance instance = delivered(customerId);
		contacted(customerId, "REACHED");
		this.cases.timePassesUntil(customerId, CHECK_IN_DUE);

		contacted(customerId, "REACHED",
				Map.of("raisedRequestKind", "COMPLAINT", "raisedRequestSubject", "Thợ đến muộn hai lần"));
		this.cases.timePassesUntil(customerId, SURVEY_EXPIRED);

		assertThat(this.requests.hasOpenComplaint(customerId)).isTrue();
		assertThat(this.cases.waitsAt(instance.getId())).containsExactly("Event_ComplaintSettled");
	}

	@Test
	void caresWithoutCallsForACustomerWhoAgreedToNone() {
		UUID customerId = this.business.customer(SmallBusiness.somebody().consents(new Consents(false, false)));

		ProcessInstance instance = delivered(customerId);

		assertThat(this.cases.passed(instance.getId())).contains("BoundaryEvent_OnboardNotPossible");
		this.cases.timePassesUntil(customerId, CHECK_IN_DUE);
		assertThat(this.cases.passed(instance.getId())).contains("BoundaryEvent_CheckInNotPossible");
		assertThat(this.contacts.attemptsOf(caseId(instance))).isEmpty();
		assertThat(this.cases.hasTimer(customerId, SURVEY_EXPIRED)).isTrue();
	}

	@Test
	void stopsWhereverItStandsWhenTheCustomerOptsOut() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		ProcessInstance instance = delivered(customerId);
		UUID contactId = caseId(this.cases.running(ContactCustomerProcess.KEY, customerId));

		this.customers.optOut(customerId, "Khách nhắn tin");

		assertThatCareStopped(instance, customerId);
		assertThat(this.cases.hasTimer(customerId, SLOT_REACHED)).isFalse();
		assertThat(this.contacts.get(contactId).state()).isEqualTo(ContactState.CANCELLED);
		assertThat(isReleased(contactId)).isTrue();
	}

	@Test
	void stopsWhenTheCustomerRefusesInTheMiddleOfACall() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		ProcessInstance instance = delivered(customerId);

		contacted(customerId, "REFUSED");
		this.cases.settle(customerId);

		assertThat(this.customers.get(customerId).optedOutAt()).isEqualTo(this.time.now());
		assertThat(this.contacts.attemptsOf(caseId(instance))).extracting(ContactAttempt::agentId)
			.containsExactly(SmallBusiness.LAN);
		assertThatCareStopped(instance, customerId);
		assertThat(this.cases.hasTimer(customerId, CHECK_IN_DUE)).isFalse();
	}

	@Test
	void beginsWithTheOrderThatAPersonEnters() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		UUID opportunityId = this.opportunities.receive(NewOpportunity.of(customerId, "camera cửa hàng")).id();

		ProcessInstance instance = entered(customerId, "HD-" + customerId, 1_990_000);

		CustomerOrder order = this.orders.get(caseId(instance));
		assertThat(order.externalId()).isEqualTo("HD-" + customerId);
		assertThat(order.amount()).isEqualByComparingTo("1990000");
		assertThat(this.customers.get(customerId).dealings().purchases()).isEqualTo(1);
		assertThat(entries(customerId, TimelineKind.ORDER)).singleElement()
			.extracting(TimelineEntry::subjectId)
			.isEqualTo(order.id());
		assertThat(this.opportunities.get(opportunityId).isOpen()).isFalse();
		this.cases.settle(customerId);
		assertThat(this.cases.openTasks(customerId)).containsExactly(THANK);
		assertThat(this.cases.variables(instance.getId())).doesNotContainKeys("orderNumber", "customerReference");
	}

	@Test
	void caresForAnOrderOnce() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		ProcessInstance instance = entered(customerId, "HD-" + customerId, 1_990_000);

		assertThatFormIsRefused(() -> entered(customerId, "HD-" + customerId, 1_990_000), "đã được ghi nhận");

		assertThat(this.cases.running(PostSaleCareProcess.KEY, customerId).getId()).isEqualTo(instance.getId());
		assertThat(this.customers.get(customerId).dealings().purchases()).isEqualTo(1);
	}

	@Test
	void acceptsNothingThatTheFormsDoNotAllow() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		surveyed(customerId);
		this.cases.timePassesUntil(customerId, SURVEY_EXPIRED);

		assertThatFormIsRefused(
				() -> this.cases.complete(customerId, OFFER, Map.of("offerKind", "MONEY", "offerResponse", "LATER")),
				"không có lựa chọn «MONEY»");
		assertThatFormIsRefused(() -> this.cases.complete(customerId, OFFER, Map.of("offerKind", "GIFT")), "Hãy nhập");
		assertThatFormIsRefused(
				() -> this.cases.complete(customerId, OFFER,
						Map.of("offerKind", "GIFT", "offerResponse", "LATER", "complaintOpen", false)),
				"không có trường «complaintOpen»");
		assertThatFormIsRefused(() -> entered(customerId, "HD-half", 0.5), "số nguyên");

		assertThat(this.cases.openTasks(customerId)).containsExactly(OFFER);
		assertThat(this.offers.ofCustomer(customerId)).isEmpty();
	}

	/** The customer ordered in a shop; an agent is to thank them. */
	private ProcessInstance sold(UUID customerId) {
		this.orders.place(new NewOrder(null, "shop", "DH-" + customerId, customerId, SmallBusiness.PRODUCT,
				BigDecimal.valueOf(330_000), this.time.now()));
		ProcessInstance instance = this.cases.running(PostSaleCareProcess.KEY, customerId);
		this.cases.settle(customerId);
		assertThat(this.cases.openTasks(customerId)).containsExactly(THANK);
		return instance;
	}

	/** The same, and it was delivered today: the guide to its use is planned. */
	private ProcessInstance delivered(UUID customerId) {
		ProcessInstance instance = sold(customerId);
		this.cases.complete(customerId, THANK, Map.of("deliveredOn", "2026-03-02"));
		this.cases.settle(customerId);
		return instance;
	}

	/** The same, and after guide and check-in the survey is open. */
	private ProcessInstance surveyed(UUID customerId) {
		ProcessInstance instance = delivered(customerId);
		contacted(customerId, "REACHED");
		this.cases.timePassesUntil(customerId, CHECK_IN_DUE);
		contacted(customerId, "REACHED");
		assertThat(this.cases.waitsAt(instance.getId())).containsExactly("Task_AwaitSurvey");
		return instance;
	}

	private ProcessInstance entered(UUID customerId, String orderNumber, Number amount) {
		return this.cases.startedByForm(PostSaleCareProcess.KEY,
				Map.of("customerReference", this.business.numberOf(customerId), "orderNumber", orderNumber, "amount",
						amount, "product", SmallBusiness.PRODUCT));
	}

	private void contacted(UUID customerId, String outcome) {
		contacted(customerId, outcome, Map.of());
	}

	private void contacted(UUID customerId, String outcome, Map<String, Object> more) {
		Map<String, Object> values = new HashMap<>(Map.of("contactOutcome", outcome, "raisedRequestKind", "NONE"));
		values.putAll(more);
		this.cases.timePassesUntil(customerId, SLOT_REACHED);
		this.cases.complete(customerId, CARRY_OUT, values);
	}

	private void offered(UUID customerId) {
		this.cases.complete(customerId, OFFER,
				Map.of("offerKind", "UPSELL", "offerResponse", "LATER", "offerNote", "Hẹn sau Tết"));
	}

	private Request complaint(UUID customerId) {
		return this.requests.receive(NewRequest.of(customerId, RequestKind.COMPLAINT, "Thợ đến muộn",
				"Thợ đến muộn hai lần trong tuần.", RequestChannel.PHONE));
	}

	private void handle(UUID customerId) {
		this.cases.complete(customerId, RequestHandlingProcess.TASK_ANSWER_REQUEST, Map.of("answer",
				"Chúng tôi xin lỗi.", "nextStep", "RESOLVED", "rootCause", "PROCESS", "resolution", "Đã xin lỗi"));
		this.cases.settle(customerId);
		this.cases.complete(customerId, RequestHandlingProcess.TASK_CONFIRM_RESOLUTION,
				Map.of("confirmation", "SOLVED"));
		this.cases.settle(customerId);
	}

	private void assertThatCareStopped(ProcessInstance instance, UUID customerId) {
		assertThat(this.cases.passed(instance.getId())).contains("EndEvent_CareStopped");
		assertThat(this.cases.hasEnded(instance.getId())).isTrue();
		assertThat(this.cases.openTasks(customerId)).isEmpty();
		assertThat(nextCycleAt(customerId)).isNull();
		assertThat(isReleased(caseId(instance))).isTrue();
		assertThat(entries(customerId, TimelineKind.NOTE)).singleElement()
			.extracting(TimelineEntry::summary, TimelineEntry::subjectId)
			.containsExactly("Dừng chăm sóc theo yêu cầu của khách hàng", caseId(instance));
	}

	private static void assertThatFormIsRefused(Runnable submission, String why) {
		assertThatExceptionOfType(FormRejected.class).isThrownBy(submission::run).withMessageContaining(why);
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
