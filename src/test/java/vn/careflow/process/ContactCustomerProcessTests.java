package vn.careflow.process;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.careflow.assignment.AgentAssignment;
import vn.careflow.contact.Contact;
import vn.careflow.contact.ContactAttempt;
import vn.careflow.contact.ContactChannel;
import vn.careflow.contact.ContactOutcome;
import vn.careflow.contact.ContactPurpose;
import vn.careflow.contact.ContactState;
import vn.careflow.contact.Contacts;
import vn.careflow.contact.RefusedSlot;
import vn.careflow.customer.Consents;
import vn.careflow.customer.ContactPreferences;
import vn.careflow.customer.Customer;
import vn.careflow.customer.CustomerProfile;
import vn.careflow.customer.Customers;
import vn.careflow.customer.OwnerPeriod;
import vn.careflow.customer.Timeline;
import vn.careflow.customer.TimelineEntry;
import vn.careflow.customer.TimelineKind;
import vn.careflow.opportunity.NewOpportunity;
import vn.careflow.opportunity.Opportunities;
import vn.careflow.request.Request;
import vn.careflow.request.RequestKind;
import vn.careflow.request.Requests;
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
class ContactCustomerProcessTests {

	private static final String SLOT_REACHED = ContactCustomerProcess.EVENT_SLOT_REACHED;

	private static final String CARRY_OUT = ContactCustomerProcess.TASK_CARRY_OUT_CONTACT;

	private static final String REMINDER_DUE = "BoundaryEvent_ReminderDue";

	private static final String WINDOW_CLOSED = "BoundaryEvent_WindowClosed";

	private static final String CONTACTED = "EndEvent_CustomerContacted";

	@RegisterExtension
	static final ProcessCoverage coverage = ProcessCoverage.everyPathOf(ContactCustomerProcess.KEY);

	@RegisterExtension
	final Time time = Time.at("2026-03-02T09:30");

	@Autowired
	SmallBusiness business;

	@Autowired
	CaseRun cases;

	@Autowired
	Contacts contacts;

	@Autowired
	Customers customers;

	@Autowired
	Timeline timeline;

	@Autowired
	Opportunities opportunities;

	@Autowired
	Requests requests;

	@Autowired
	Notices notices;

	@Autowired
	AgentAssignment assignment;

	@Autowired
	Staff staff;

	@Autowired
	TaskService tasks;

	@Autowired
	FormService forms;

	@BeforeEach
	void opens() {
		this.business.opens();
	}

	@Test
	void keepsWhatCameOfAContactAtAPermittedHour() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		ProcessInstance contact = started(customerId, "SERVICE");
		UUID contactId = idOf(contact);
		assertThat(this.cases.dueAt(customerId, SLOT_REACHED)).isEqualTo(Time.instant("2026-03-02T09:30"));
		assertThat(this.contacts.get(contactId).state()).isEqualTo(ContactState.SCHEDULED);

		this.cases.timePassesUntil(customerId, SLOT_REACHED);
		Task task = this.cases.task(customerId, CARRY_OUT);
		assertThat(task.getAssignee()).isEqualTo(SmallBusiness.LAN);
		assertThat(task.getDueDate()).isEqualTo(Date.from(Time.instant("2026-03-02T18:00")));
		this.time.passes(Duration.ofMinutes(10));
		outcome(customerId, "REACHED", Map.of("customerNeed", "camera ngoài trời", "contactNote", "Rất thân thiện"));

		assertThat(this.cases.hasEnded(contact.getId())).isTrue();
		assertThat(this.cases.passed(contact.getId())).contains(CONTACTED);
		assertThat(this.contacts.attemptsOf(contactId)).singleElement().satisfies((attempt) -> {
			assertThat(attempt.outcome()).isEqualTo(ContactOutcome.REACHED);
			assertThat(attempt.agentId()).isEqualTo(SmallBusiness.LAN);
			assertThat(attempt.at()).isEqualTo(Time.instant("2026-03-02T09:40"));
			assertThat(attempt.note()).isEqualTo("Rất thân thiện");
		});
		assertThat(this.contacts.get(contactId).state()).isEqualTo(ContactState.DONE);
		assertThat(entries(customerId, TimelineKind.CONTACT)).singleElement().satisfies((entry) -> {
			assertThat(entry.summary()).isEqualTo("Gọi điện: đã nói chuyện");
			assertThat(entry.detail()).isEqualTo("Rất thân thiện");
			assertThat(entry.actorId()).isEqualTo(SmallBusiness.LAN);
			assertThat(entry.subjectId()).isEqualTo(contactId);
		});
		Customer customer = this.customers.get(customerId);
		assertThat(customer.dealings().lastContactAt()).isEqualTo(Time.instant("2026-03-02T09:40"));
		assertThat(customer.profile().needs()).contains("camera ngoài trời");
		assertThat(isReleased(contactId)).isTrue();
	}

	@Test
	void waitsForTheMorningWithTheReasonWhenTheHoursAreOver() {
		this.time.is("2026-03-02T21:00");
		UUID customerId = this.business.customer(SmallBusiness.somebody());

		ProcessInstance instance = started(customerId, "SERVICE");

		assertThat(this.cases.dueAt(customerId, SLOT_REACHED)).isEqualTo(Time.instant("2026-03-03T08:30"));
		assertThat(this.cases.openTasks(customerId)).isEmpty();
		Contact contact = this.contacts.get(idOf(instance));
		assertThat(contact.refused()).extracting(RefusedSlot::rule).contains("HOUSE_HOURS", "WORKING_HOURS");
		this.cases.timePassesUntil(customerId, SLOT_REACHED);
		assertThat(this.time.now()).isEqualTo(Time.instant("2026-03-03T08:30"));
		assertThat(this.cases.openTasks(customerId)).containsExactly(CARRY_OUT);
	}

	@Test
	void keepsTheMomentThatAPersonAskedForAtTheEarliest() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());

		startedBy(Map.of("customerReference", this.business.numberOf(customerId), "purpose", "SERVICE",
				"contactChannel", "MEETING", "notBefore", "2026-03-04T14:00", "contactNote", "Mang theo hợp đồng"));

		assertThat(this.cases.dueAt(customerId, SLOT_REACHED)).isEqualTo(Time.instant("2026-03-04T14:00"));
		assertThat(entries(customerId, TimelineKind.NOTE)).singleElement()
			.extracting(TimelineEntry::detail)
			.isEqualTo("Mang theo hợp đồng");
	}

	@Test
	void triesAgainADayLaterWhenNobodyAnswers() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		ProcessInstance contact = started(customerId, "SERVICE");
		this.cases.timePassesUntil(customerId, SLOT_REACHED);

		outcome(customerId, "NO_ANSWER");

		assertThat(this.cases.dueAt(customerId, SLOT_REACHED)).isEqualTo(Time.instant("2026-03-03T09:30"));
		this.cases.timePassesUntil(customerId, SLOT_REACHED);
		outcome(customerId, "REACHED");
		assertThat(this.cases.hasEnded(contact.getId())).isTrue();
		assertThat(outcomes(contact)).containsExactly(ContactOutcome.NO_ANSWER, ContactOutcome.REACHED);
	}

	@Test
	void givesUpWhenTheLadderIsExhausted() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		ProcessInstance contact = started(customerId, "SERVICE");

		for (int attempt = 1; attempt <= 4; attempt++) {
			this.cases.timePassesUntil(customerId, SLOT_REACHED);
			outcome(customerId, (attempt % 2 == 0) ? "BUSY" : "NO_ANSWER");
		}

		assertThat(this.cases.hasEnded(contact.getId())).isTrue();
		assertThat(this.contacts.attemptsOf(idOf(contact))).extracting(ContactAttempt::unanswered)
			.containsExactly(1, 2, 3, 4);
		assertThat(this.customers.get(customerId).dealings().lastContactAt()).isNull();
		assertThat(isReleased(idOf(contact))).isTrue();
	}

	@Test
	void callsBackAtTheVeryMomentThatTheCustomerWishes() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		started(customerId, "SERVICE");
		this.cases.timePassesUntil(customerId, SLOT_REACHED);

		outcome(customerId, "CALL_BACK", Map.of("callBackAt", "2026-03-02T15:00"));

		assertThat(this.cases.dueAt(customerId, SLOT_REACHED)).isEqualTo(Time.instant("2026-03-02T15:00"));
	}

	@Test
	void remindsTheAgentInEachSlotWhileTheContactStaysOpen() {
		this.business.hires("thu.reminded");
		UUID customerId = this.business.customer(SmallBusiness.somebody(), "thu.reminded");
		ProcessInstance contact = started(customerId, "SERVICE");
		this.cases.timePassesUntil(customerId, SLOT_REACHED);

		this.cases.timePassesUntil(customerId, REMINDER_DUE);

		assertThat(this.time.now()).isEqualTo(Time.instant("2026-03-02T10:00"));
		assertThat(this.notices.of("thu.reminded")).singleElement()
			.extracting(Notice::subjectId, Notice::text)
			.containsExactly(idOf(contact), "Đã đến giờ liên hệ khách hàng nhưng chưa thực hiện.");
		assertThat(this.cases.openTasks(customerId)).containsExactly(CARRY_OUT);
		outcome(customerId, "BUSY");
		this.cases.timePassesUntil(customerId, SLOT_REACHED);
		this.cases.timePassesUntil(customerId, REMINDER_DUE);
		assertThat(this.notices.of("thu.reminded")).hasSize(2);
		outcome(customerId, "REACHED");
		assertThat(this.cases.passed(contact.getId())).contains("EndEvent_AgentReminded", CONTACTED);
	}

	@Test
	void takesAContactOffTheAgentWhenItsWindowCloses() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		ProcessInstance contact = started(customerId, "SERVICE");
		this.cases.timePassesUntil(customerId, SLOT_REACHED);
		assertThat(this.cases.dueAt(customerId, WINDOW_CLOSED)).isEqualTo(Time.instant("2026-03-02T18:00"));

		this.cases.timePassesUntil(customerId, WINDOW_CLOSED);

		assertThat(this.cases.openTasks(customerId)).isEmpty();
		assertThat(this.contacts.attemptsOf(idOf(contact))).singleElement().satisfies((attempt) -> {
			assertThat(attempt.outcome()).isEqualTo(ContactOutcome.MISSED);
			assertThat(attempt.agentId()).isNull();
			assertThat(attempt.unanswered()).isZero();
		});
		assertThat(this.cases.dueAt(customerId, SLOT_REACHED)).isAfter(Time.instant("2026-03-03T08:00"));
		assertThat(this.contacts.get(idOf(contact)).state()).isEqualTo(ContactState.SCHEDULED);
	}

	@Test
	void looksForSomebodyElseWhenTheAgentIsAwayAtTheNextAttempt() {
		this.business.hires("quynh.away");
		UUID customerId = this.business.customer(SmallBusiness.somebody(), "quynh.away");
		ProcessInstance contact = started(customerId, "SERVICE");
		this.cases.timePassesUntil(customerId, SLOT_REACHED);
		assertThat(this.cases.task(customerId, CARRY_OUT).getAssignee()).isEqualTo("quynh.away");
		this.staff.stopReceiving("quynh.away", "Nghỉ phép");

		outcome(customerId, "NO_ANSWER");

		this.cases.timePassesUntil(customerId, SLOT_REACHED);
		assertThat(this.cases.task(customerId, CARRY_OUT).getAssignee()).isNotNull().isNotEqualTo("quynh.away");
		assertThat(this.assignment.historyOf(idOf(contact))).hasSize(2);
	}

	@Test
	void offersTheContactToTheTeamWhenNobodySpeaksTheLanguage() {
		ContactPreferences inJapanese = new ContactPreferences(null, null, null, null, "ja", false);
		UUID customerId = this.business.customer(SmallBusiness.somebody().preferences(inJapanese));
		ProcessInstance contact = started(customerId, "SERVICE");
		this.cases.timePassesUntil(customerId, SLOT_REACHED);
		Task task = this.cases.task(customerId, CARRY_OUT);
		assertThat(task.getAssignee()).isNull();
		assertThat(this.tasks.getIdentityLinksForTask(task.getId())).singleElement()
			.satisfies((link) -> assertThat(link.getGroupId()).isEqualTo("service"));

		this.tasks.claim(task.getId(), SmallBusiness.LAN);

		assertThat(this.assignment.decisionFor(idOf(contact)).orElseThrow().agentId()).contains(SmallBusiness.LAN);
		outcome(customerId, "REACHED");
		assertThat(this.contacts.attemptsOf(idOf(contact))).singleElement()
			.extracting(ContactAttempt::agentId)
			.isEqualTo(SmallBusiness.LAN);
		assertThat(isReleased(idOf(contact))).isTrue();
	}

	@Test
	void makesWhoeverReachesACustomerOfNobodyTheOwner() {
		UUID customerId = this.business.customerOfNobody(SmallBusiness.somebody());
		started(customerId, "SERVICE");
		this.cases.timePassesUntil(customerId, SLOT_REACHED);
		String agentId = this.cases.task(customerId, CARRY_OUT).getAssignee();

		outcome(customerId, "REACHED");

		assertThat(agentId).isNotNull();
		assertThat(this.customers.get(customerId).ownerId()).isEqualTo(agentId);
		assertThat(this.customers.ownersOf(customerId)).extracting(OwnerPeriod::agentId).containsExactly(agentId);
	}

	@Test
	void handsOnTheRequestThatCameUpInTheTalk() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		started(customerId, "SERVICE");
		this.cases.timePassesUntil(customerId, SLOT_REACHED);

		outcome(customerId, "REACHED",
				Map.of("raisedRequestKind", "SUPPORT", "raisedRequestSubject", "Mạng chập chờn buổi tối"));

		assertThat(this.requests.openOf(customerId)).singleElement()
			.extracting(Request::kind, Request::subject)
			.containsExactly(RequestKind.SUPPORT, "Mạng chập chờn buổi tối");
		assertThat(this.cases.isRunning(RequestHandlingProcess.KEY, customerId)).isTrue();
	}

	@Test
	void asksAWrongNumberNoSecondTime() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		ProcessInstance contact = started(customerId, "SERVICE");
		this.cases.timePassesUntil(customerId, SLOT_REACHED);

		outcome(customerId, "WRONG_NUMBER");

		assertThat(this.cases.hasEnded(contact.getId())).isTrue();
		assertThat(outcomes(contact)).containsExactly(ContactOutcome.WRONG_NUMBER);
	}

	@Test
	void leavesACustomerAloneWhoRefuses() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		ProcessInstance contact = started(customerId, "ADVERTISING");
		this.cases.timePassesUntil(customerId, SLOT_REACHED);

		outcome(customerId, "REFUSED");

		assertThat(this.cases.hasEnded(contact.getId())).isTrue();
		Customer customer = this.customers.get(customerId);
		assertThat(customer.optedOutAt()).isEqualTo(this.time.now());
		assertThat(customer.profile().consents().advertising()).isFalse();
		assertThatFormIsRefused(() -> started(customerId, "ADVERTISING"), "Khách hàng không đồng ý nhận quảng cáo.");
	}

	@Test
	void callsOffAPlannedContactWhenTheCustomerOptsOut() {
		this.time.is("2026-03-02T19:00");
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		ProcessInstance contact = started(customerId, "ADVERTISING");
		assertThat(this.cases.hasTimer(customerId, SLOT_REACHED)).isTrue();

		this.customers.optOut(customerId, "Khách nhắn tin");

		assertThat(this.cases.hasEnded(contact.getId())).isTrue();
		assertThat(this.cases.passed(contact.getId())).contains("Task_CallOffContact", "EndEvent_ContactCalledOff");
		assertThat(this.contacts.get(idOf(contact)).state()).isEqualTo(ContactState.CANCELLED);
		assertThat(entries(customerId, TimelineKind.NOTE)).extracting(TimelineEntry::summary)
			.containsExactly("Hủy lần liên hệ đã hẹn: Khách hàng không đồng ý nhận quảng cáo.");
	}

	@Test
	void takesAnOpenContactOffTheAgentWhenTheCustomerOptsOut() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		ProcessInstance contact = started(customerId, "ADVERTISING");
		this.cases.timePassesUntil(customerId, SLOT_REACHED);

		this.customers.optOut(customerId, "Khách nhắn tin");

		assertThat(this.cases.hasEnded(contact.getId())).isTrue();
		assertThat(this.cases.openTasks(customerId)).isEmpty();
		assertThat(isReleased(idOf(contact))).isTrue();
	}

	@Test
	void leavesAServiceContactAsPlannedWhenTheCustomerOptsOutOfAdvertising() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		ProcessInstance contact = started(customerId, "SERVICE");

		this.contacts.optOut(customerId, ContactPurpose.ADVERTISING, null, "Khách nói khi gọi", null);

		assertThat(this.cases.hasEnded(contact.getId())).isFalse();
		assertThat(this.contacts.get(idOf(contact)).state()).isEqualTo(ContactState.SCHEDULED);
	}

	@Test
	void tellsTheCallingCaseWhenAPlannedContactIsForbidden() {
		this.time.is("2026-03-02T19:00");
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		this.opportunities.receive(NewOpportunity.of(customerId, "camera cửa hàng"));
		this.cases.settle(customerId);
		ProcessInstance caller = this.cases.running(PreSaleCareProcess.KEY, customerId);
		ProcessInstance contact = this.cases.running(ContactCustomerProcess.KEY, customerId);

		this.contacts.optOut(customerId, null, ContactChannel.CALL, "Khách chỉ muốn nhắn tin", null);

		assertThat(this.cases.passed(contact.getId())).contains("EndEvent_CaseTold");
		assertThat(this.cases.passed(caller.getId())).contains("BoundaryEvent_ContactNotPossible");
		assertThat(this.cases.isRunning(ContactCustomerProcess.KEY, customerId)).isFalse();
	}

	@Test
	void movesTheTimerOfAPlannedContactWithItsSlot() {
		this.time.is("2026-03-02T19:00");
		CustomerProfile.Builder profile = SmallBusiness.somebody();
		UUID customerId = this.business.customer(profile);
		ProcessInstance contact = started(customerId, "ADVERTISING");
		assertThat(this.cases.dueAt(customerId, SLOT_REACHED)).isEqualTo(Time.instant("2026-03-03T08:30"));

		ZoneId berlin = ZoneId.of("Europe/Berlin");
		this.customers.change(customerId, this.customers.get(customerId).version(),
				profile.preferences(new ContactPreferences(null, null, null, berlin, "vi", false)).build(),
				"Khách đã chuyển nhà");

		Instant slot = Objects.requireNonNull(this.contacts.get(idOf(contact)).slotAt());
		assertThat(slot.atZone(berlin).getHour()).isBetween(8, 16);
		assertThat(this.cases.dueAt(customerId, SLOT_REACHED)).isEqualTo(slot);
		this.cases.timePassesUntil(customerId, SLOT_REACHED);
		assertThat(this.cases.task(customerId, CARRY_OUT).getDueDate())
			.isEqualTo(Date.from(Objects.requireNonNull(this.contacts.get(idOf(contact)).dueAt())));
	}

	@Test
	void stopsPlanningAContactThatNobodyMakesAndTellsTheLead() {
		this.business.hires("vy.missing");
		UUID customerId = this.business.customer(SmallBusiness.somebody(), "vy.missing");
		ProcessInstance contact = started(customerId, "SERVICE");

		for (int i = 0; i < 3; i++) {
			this.cases.timePassesUntil(customerId, SLOT_REACHED);
			this.cases.timePassesUntil(customerId, WINDOW_CLOSED);
		}

		assertThat(this.cases.hasEnded(contact.getId())).isTrue();
		assertThat(outcomes(contact)).containsExactly(ContactOutcome.MISSED, ContactOutcome.MISSED,
				ContactOutcome.MISSED);
		assertThat(this.notices.of(this.staff.leadOf("service").orElseThrow().id()))
			.filteredOn((notice) -> notice.subjectId().equals(idOf(contact)))
			.extracting(Notice::text)
			.contains("Liên hệ khách hàng bị lỡ nhiều lần liền, cần sắp xếp người.");
	}

	@Test
	void doesNotTakeAnOutcomeAtAnHourAtWhichNobodyMayCall() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		ProcessInstance contact = started(customerId, "ADVERTISING");
		this.cases.timePassesUntil(customerId, SLOT_REACHED);
		this.time.is("2026-03-02T17:20");

		assertThatFormIsRefused(() -> outcome(customerId, "REACHED"), "Lúc này không được liên hệ khách hàng");
		assertThat(this.contacts.attemptsOf(idOf(contact))).isEmpty();
		this.time.is("2026-03-02T17:10");
		outcome(customerId, "REACHED");
		assertThat(outcomes(contact)).containsExactly(ContactOutcome.REACHED);
	}

	@Test
	void saysInTheFormWhyItIsThisHour() {
		this.time.is("2026-03-02T21:00");
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		started(customerId, "ADVERTISING");
		this.cases.timePassesUntil(customerId, SLOT_REACHED);

		String why = String
			.valueOf(this.forms.getTaskFormVariables(this.cases.task(customerId, CARRY_OUT).getId()).get("whyNow"));

		assertThat(why).contains("**Vì sao 08:30", "03/03?** Được phép đến 17:00.",
				"- 21:00 02/03–08:00 03/03: Giờ gọi quảng cáo", "- 08:00–08:30 03/03: Tránh giờ cao điểm sáng",
				"Nghị định 91/2020/NĐ", "Điều 13", "✓ Lúc này được phép liên hệ.");
		this.time.is("2026-03-03T17:30");
		assertThat(String
			.valueOf(this.forms.getTaskFormVariables(this.cases.task(customerId, CARRY_OUT).getId()).get("whyNow")))
			.contains("⚠ **Lúc này không được liên hệ:**");
	}

	@Test
	void tellsTheCallingCaseThatNoContactIsPossible() {
		UUID customerId = this.business.customer(SmallBusiness.somebody().consents(Consents.UNASKED));

		UUID opportunityId = this.opportunities.receive(NewOpportunity.of(customerId, "camera cửa hàng")).id();
		ProcessInstance caller = this.cases.running(PreSaleCareProcess.KEY, customerId);
		this.cases.settle(customerId);

		assertThat(this.cases.passed(caller.getId())).contains("BoundaryEvent_ContactNotPossible");
		assertThat(this.cases.isRunning(ContactCustomerProcess.KEY, customerId)).isFalse();
		assertThat(this.contacts.attemptsOf(opportunityId)).isEmpty();
	}

	@Test
	void acceptsNothingThatTheFormsDoNotAllow() {
		UUID customerId = this.business.customer(SmallBusiness.somebody());
		ProcessInstance contact = started(customerId, "SERVICE");
		this.cases.timePassesUntil(customerId, SLOT_REACHED);

		assertThatFormIsRefused(() -> outcome(customerId, "MISSED"), "không có lựa chọn «MISSED»");
		assertThatFormIsRefused(() -> outcome(customerId, "CALL_BACK"), "Hãy nhập");
		assertThatFormIsRefused(() -> outcome(customerId, "BUSY", Map.of("callBackAt", "2026-03-03T10:00")),
				"không áp dụng");
		assertThatFormIsRefused(() -> outcome(customerId, "REACHED", Map.of("agentId", "somebody.else")),
				"không có trường «agentId»");

		assertThat(this.cases.openTasks(customerId)).containsExactly(CARRY_OUT);
		assertThat(this.contacts.attemptsOf(idOf(contact))).isEmpty();
	}

	@Test
	void refusesToPlanWhatIsNotPossibleAndSaysWhy() {
		UUID customerId = this.business.customer(SmallBusiness.somebody().consents(Consents.UNASKED));

		assertThatFormIsRefused(() -> started(customerId, "ADVERTISING"), "Khách hàng không đồng ý nhận quảng cáo.");
		assertThatFormIsRefused(
				() -> startedBy(
						Map.of("customerReference", "KH999999", "purpose", "SERVICE", "contactChannel", "CALL")),
				"Không tìm thấy khách hàng «KH999999»");

		assertThat(this.cases.isRunning(ContactCustomerProcess.KEY, customerId)).isFalse();
	}

	private ProcessInstance started(UUID customerId, String purpose) {
		return startedBy(Map.of("customerReference", this.business.numberOf(customerId), "purpose", purpose,
				"contactChannel", "CALL"));
	}

	private ProcessInstance startedBy(Map<String, Object> values) {
		return this.cases.startedByForm(ContactCustomerProcess.KEY, values);
	}

	private void outcome(UUID customerId, String outcome) {
		outcome(customerId, outcome, Map.of());
	}

	private void outcome(UUID customerId, String outcome, Map<String, Object> more) {
		Map<String, Object> values = new HashMap<>(Map.of("contactOutcome", outcome, "raisedRequestKind", "NONE"));
		values.putAll(more);
		this.cases.complete(customerId, CARRY_OUT, values);
	}

	private static void assertThatFormIsRefused(Runnable submission, String why) {
		assertThatExceptionOfType(FormRejected.class).isThrownBy(submission::run).withMessageContaining(why);
	}

	private List<ContactOutcome> outcomes(ProcessInstance contact) {
		return this.contacts.attemptsOf(idOf(contact)).stream().map(ContactAttempt::outcome).toList();
	}

	private List<TimelineEntry> entries(UUID customerId, TimelineKind kind) {
		return this.timeline.latest(customerId, 50).stream().filter((entry) -> entry.kind() == kind).toList();
	}

	private boolean isReleased(UUID caseId) {
		Instant ended = this.assignment.decisionFor(caseId).flatMap((decision) -> decision.endedAt()).orElse(null);
		return this.time.now().equals(ended);
	}

	/** The contact that a form began: the case got its id from the first delegate. */
	private UUID idOf(ProcessInstance contact) {
		return this.cases.caseIdOf(contact.getId());
	}

}
