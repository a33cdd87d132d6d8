package vn.careflow.process;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import vn.careflow.assignment.AgentAssignment;
import vn.careflow.assignment.AssignmentDecision;
import vn.careflow.calendar.CareDuration;
import vn.careflow.contact.Appointments;
import vn.careflow.contact.ContactPurpose;
import vn.careflow.contact.Contacts;
import vn.careflow.contact.NewAppointment;
import vn.careflow.customer.ContactPreferences;
import vn.careflow.customer.CustomerProfile;
import vn.careflow.customer.Customers;
import vn.careflow.customer.NewCustomer;
import vn.careflow.opportunity.NewOpportunity;
import vn.careflow.opportunity.Opportunities;
import vn.careflow.request.Level;
import vn.careflow.request.NewRequest;
import vn.careflow.request.RequestChannel;
import vn.careflow.request.RequestKind;
import vn.careflow.request.Requests;
import vn.careflow.servicelevel.ClockState;
import vn.careflow.servicelevel.ServiceClocks;
import vn.careflow.staff.AbsenceCancellation;
import vn.careflow.staff.AbsenceCover;
import vn.careflow.staff.AbsenceCover.Outcome;
import vn.careflow.staff.AbsenceCovers;
import vn.careflow.staff.AbsenceEntry;
import vn.careflow.staff.NewAbsence;
import vn.careflow.staff.NewAgent;
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
class CoverAbsenceProcessTests {

	private static final String ANSWER = RequestHandlingProcess.TASK_ANSWER_REQUEST;

	private static final String DECIDE = CoverAbsenceProcess.TASK_DECIDE_RETURN;

	private static final String BEGINS = CoverAbsenceProcess.EVENT_ABSENCE_BEGINS;

	private static final String LOOK_AGAIN = CoverAbsenceProcess.EVENT_LOOK_AGAIN;

	private static final AtomicInteger PEOPLE = new AtomicInteger();

	@RegisterExtension
	static final ProcessCoverage coverage = ProcessCoverage.everyPathOf(CoverAbsenceProcess.KEY);

	@RegisterExtension
	final Time time = Time.at("2026-03-02T09:30");

	@Autowired
	ServiceDesk desk;

	@Autowired
	CaseRun cases;

	@Autowired
	Staff staff;

	@Autowired
	AbsenceCovers covers;

	@Autowired
	Requests requests;

	@Autowired
	Customers customers;

	@Autowired
	AgentAssignment assignment;

	@Autowired
	ServiceClocks clocks;

	@Autowired
	CareTimes times;

	@Autowired
	AbsenceHands hands;

	@Autowired
	Appointments appointments;

	@Autowired
	Contacts contacts;

	@Autowired
	Opportunities opportunities;

	@Autowired
	TaskService tasks;

	@Autowired
	FormService forms;

	@Autowired
	IdentityService identity;

	@Autowired
	ManagementService management;

	private String hoa;

	private String nam;

	@BeforeEach
	void twoColleagues() {
		this.desk.opens();
		int number = PEOPLE.incrementAndGet();
		this.hoa = hired("cover.hoa" + number, "Lê Thị Hoa");
		this.nam = hired("cover.nam" + number, "Phạm Hoài Nam");
	}

	@AfterEach
	void takeNoWorkOfOtherTests() {
		this.identity.clearAuthentication();
		List.of(this.hoa, this.nam).forEach((id) -> this.staff.stopReceiving(id, "hết ca thử"));
	}

	@Test
	void handsUrgentWorkToTheSubstituteAtOnceAndTheRestWhenItsDeadlineComesNear() {
		UUID urgent = request(Level.HIGH);
		UUID slow = request(Level.LOW);
		ProcessInstance cover = away("2026-03-02T10:00", "2026-03-10T08:00", this.nam);

		timePassesUntil(cover, BEGINS);

		assertThat(agentOf(urgent)).isEqualTo(this.nam);
		assertThat(this.cases.task(customerOf(urgent), ANSWER).getAssignee()).isEqualTo(this.nam);
		assertThat(agentOf(slow)).isEqualTo(this.hoa);
		Instant near = this.times.before(dueAt(slow), CareDuration.parse("4h"));
		while (timer(cover, LOOK_AGAIN).getDuedate().toInstant().isBefore(near)) {
			timePassesUntil(cover, LOOK_AGAIN);
			assertThat(agentOf(slow)).as("at %s", this.time.now()).isEqualTo(this.hoa);
		}
		assertThat(timer(cover, LOOK_AGAIN).getDuedate().toInstant()).isEqualTo(near);
		timePassesUntil(cover, LOOK_AGAIN);

		assertThat(agentOf(slow)).isEqualTo(this.nam);
		assertThat(this.assignment.historyOf(slow).get(0)).satisfies((latest) -> {
			assertThat(latest.agentId()).contains(this.nam);
			assertThat(latest.summary()).contains("Lê Thị Hoa vắng mặt đến 08:00 10/03/2026", "người thay thế");
		});
		assertThat(this.covers.of(absenceOf(cover))).extracting(AbsenceCover::caseId).containsExactly(urgent, slow);
	}

	@Test
	void bringsEverythingBackWhenTheLeadSaysSo() {
		UUID request = request(Level.HIGH);
		ProcessInstance cover = away("2026-03-02T10:00", "2026-03-03T08:00", this.nam);
		Task decision = decisionAtTheEndOf(cover);
		assertThat(decision.getAssignee()).isEqualTo(this.desk.leadOfService());
		assertThat(decision.getDueDate()).isAfter(Date.from(this.time.now()));

		decide(decision, "ALL_BACK", Map.of());

		assertThat(this.cases.passed(cover.getId())).contains("EndEvent_WorkSettled");
		assertThat(this.cases.hasEnded(cover.getId())).isTrue();
		assertThat(agentOf(request)).isEqualTo(this.hoa);
		assertThat(this.cases.task(customerOf(request), ANSWER).getAssignee()).isEqualTo(this.hoa);
		assertThat(this.assignment.decisionFor(request)).flatMap(AssignmentDecision::agentId).contains(this.hoa);
		assertThat(outcomes(cover)).containsExactly(Outcome.RETURNED);
	}

	@Test
	void leavesEverythingWhereItIsWhenTheLeadSaysSo() {
		UUID request = request(Level.HIGH);
		ProcessInstance cover = away("2026-03-02T10:00", "2026-03-03T08:00", this.nam);

		decide(decisionAtTheEndOf(cover), "ALL_STAY", Map.of());

		assertThat(agentOf(request)).isEqualTo(this.nam);
		assertThat(outcomes(cover)).containsExactly(Outcome.STAYED);
	}

	@Test
	void decidesPieceByPiece() {
		List<UUID> three = List.of(request(Level.HIGH), request(Level.HIGH), request(Level.HIGH));
		ProcessInstance cover = away("2026-03-02T10:00", "2026-03-03T08:00", this.nam);
		Task decision = decisionAtTheEndOf(cover);
		List<AbsenceCover> rows = this.covers.of(absenceOf(cover));
		assertThat(rows).extracting(AbsenceCover::caseId).containsExactlyInAnyOrderElementsOf(three);

		decide(decision, "BACK_EXCEPT",
				Map.of("stayingItems", "1", "otherItem1", 2, "otherAgentId1", ServiceDesk.MINH));

		assertThat(agentOf(rows.get(0).caseId())).isEqualTo(this.nam);
		assertThat(agentOf(rows.get(1).caseId())).isEqualTo(ServiceDesk.MINH);
		assertThat(agentOf(rows.get(2).caseId())).isEqualTo(this.hoa);
		assertThat(outcomes(cover)).containsExactly(Outcome.STAYED, Outcome.GIVEN_ON, Outcome.RETURNED);
	}

	@Test
	void showsTheLeadEachPieceOfWorkAndStoresNoneOfIt() {
		UUID request = request(Level.HIGH);
		ProcessInstance cover = away("2026-03-02T10:00", "2026-03-03T08:00", this.nam);
		Task decision = decisionAtTheEndOf(cover);

		VariableMap shown = this.forms.getTaskFormVariables(decision.getId(), null, false);

		assertThat(shown.getValue("caseTitle", String.class)).isEqualTo("Lê Thị Hoa trở lại sau kỳ vắng mặt");
		assertThat(shown.getValue("coverRows", String.class)).contains("**1.**", this.desk.request(request).number(),
				"**Phạm Hoài Nam**", "vắng mặt đến");
		assertThat(this.cases.variables(cover.getId())).doesNotContainKeys("coverRows", "absenceReason");
	}

	@Test
	void keepsTheTaskOpenWhenADecisionCannotBeCarriedOut() {
		UUID request = request(Level.HIGH);
		ProcessInstance cover = away("2026-03-02T10:00", "2026-03-03T08:00", this.nam);
		Task decision = decisionAtTheEndOf(cover);
		enter("2026-03-03T08:00", "2026-03-05T08:00", null);

		assertThatExceptionOfType(FormRejected.class).isThrownBy(() -> decide(decision, "ALL_BACK", Map.of()))
			.withMessageContaining("Dòng 1");
		assertThatExceptionOfType(FormRejected.class)
			.isThrownBy(() -> decide(decision, "BACK_EXCEPT", Map.of("stayingItems", "7")))
			.withMessageContaining("Không có dòng 7");
		assertThatExceptionOfType(FormRejected.class)
			.isThrownBy(() -> decide(decision, "BACK_EXCEPT", Map.of("otherItem1", 1)));
		assertThat(agentOf(request)).isEqualTo(this.nam);
		assertThat(this.covers.openOf(absenceOf(cover))).hasSize(1);
		decide(decision, "ALL_STAY", Map.of());
	}

	@Test
	void asksTheRulesWhenNobodyStandsIn() {
		UUID request = request(Level.HIGH);
		ProcessInstance cover = away("2026-03-02T10:00", "2026-03-03T08:00", null);

		timePassesUntil(cover, BEGINS);

		assertThat(agentOf(request)).isNotNull().isNotEqualTo(this.hoa);
		assertThat(this.covers.of(absenceOf(cover))).extracting(AbsenceCover::toAgentId)
			.containsExactly(agentOf(request));
		timePassesUntil(cover, LOOK_AGAIN);
		decide(task(cover), "ALL_BACK", Map.of());
		assertThat(agentOf(request)).isEqualTo(this.hoa);
	}

	@Test
	void letsWorkWaitInTheTeamsQueueWhenNobodyCanTakeItAndBringsItBack() {
		this.staff.change(NewAgent.of(this.staff.get(this.hoa)).speaking("ko"));
		UUID request = request(Level.HIGH, new ContactPreferences(null, null, null, null, "ko", false));
		assertThat(agentOf(request)).isEqualTo(this.hoa);
		ProcessInstance cover = away("2026-03-02T10:00", "2026-03-03T08:00", null);

		timePassesUntil(cover, BEGINS);

		assertThat(agentOf(request)).isNull();
		assertThat(this.cases.task(customerOf(request), ANSWER).getAssignee()).isNull();
		timePassesUntil(cover, LOOK_AGAIN);
		assertThat(
				this.forms.getTaskFormVariables(task(cover).getId(), null, false).getValue("coverRows", String.class))
			.contains("hàng đợi của nhóm");
		decide(task(cover), "ALL_BACK", Map.of());
		assertThat(agentOf(request)).isEqualTo(this.hoa);
		assertThat(this.cases.task(customerOf(request), ANSWER).getAssignee()).isEqualTo(this.hoa);
	}

	@Test
	void handsAnAppointmentOverAWorkingDayBefore() {
		UUID appointment = UUID.randomUUID();
		this.appointments.hold(new NewAppointment(appointment, customer(null), this.hoa, "CALL", ContactPurpose.SERVICE,
				Time.instant("2026-03-05T10:00"), null, null, this.hoa));
		this.appointments.confirm(appointment, this.hoa);
		ProcessInstance cover = away("2026-03-02T10:00", "2026-03-10T08:00", this.nam);
		timePassesUntil(cover, BEGINS);
		Instant dayBefore = this.times.before(Time.instant("2026-03-05T10:00"), CareDuration.parse("1wd"));
		while (timer(cover, LOOK_AGAIN).getDuedate().toInstant().isBefore(dayBefore)) {
			timePassesUntil(cover, LOOK_AGAIN);
		}
		assertThat(this.appointments.get(appointment).agentId()).isEqualTo(this.hoa);

		timePassesUntil(cover, LOOK_AGAIN);

		assertThat(this.time.now()).isEqualTo(dayBefore);
		assertThat(this.appointments.get(appointment).agentId()).isEqualTo(this.nam);
		assertThat(this.cases.ofCase(AppointmentProcess.KEY, appointment)).satisfies(
				(instance) -> assertThat(this.cases.variables(instance.getId())).containsEntry("agentId", this.nam));
	}

	@Test
	void handsOverContactsAndWhatNoRuleGave() {
		this.staff.change(NewAgent.of(this.staff.get(this.hoa)).inTeams("sales", "service"));
		UUID customer = customer(null);
		UUID opportunity = this.opportunities
			.receive(new NewOpportunity(UUID.randomUUID(), customer, "internet cho căn hộ mới", null, "test"))
			.id();
		this.cases.settle(customer);
		UUID contact = UUID.fromString(this.cases.running(ContactCustomerProcess.KEY, customer).getBusinessKey());
		assertThat(this.contacts.get(contact).agentId()).isEqualTo(this.hoa);
		ProcessInstance cover = away("2026-03-02T10:00", "2026-03-05T08:00", this.nam);

		timePassesUntil(cover, BEGINS);

		assertThat(this.contacts.get(contact).agentId()).isEqualTo(this.nam);
		String sale = this.cases.ofCase(PreSaleCareProcess.KEY, opportunity).getId();
		assertThat(this.hands.give(opportunity, this.nam, "system", "vắng mặt")).isInstanceOf(HandAnswer.Given.class);
		assertThat(this.cases.variables(sale)).containsEntry("agentId", this.nam);
		assertThat(this.hands.give(opportunity, null, "system", "vắng mặt")).isInstanceOf(HandAnswer.Refused.class);
		assertThat(this.hands.give(opportunity, this.hoa, "system", "vắng mặt")).isInstanceOf(HandAnswer.Refused.class);
	}

	@Test
	void followsTheChainWhenTheSubstituteIsAwayToo() {
		UUID request = request(Level.HIGH);
		this.staff.enterAbsence(new NewAbsence(UUID.randomUUID(), this.nam, Time.instant("2026-03-02T09:45"),
				Time.instant("2026-03-04T08:00"), ServiceDesk.MINH, null));
		ProcessInstance cover = away("2026-03-02T10:00", "2026-03-03T08:00", this.nam);

		timePassesUntil(cover, BEGINS);

		assertThat(agentOf(request)).isEqualTo(ServiceDesk.MINH);
	}

	@Test
	void asksNobodyWhenNothingChangedHands() {
		ProcessInstance cover = away("2026-03-02T10:00", "2026-03-03T08:00", this.nam);
		timePassesUntil(cover, BEGINS);
		assertThat(timer(cover, LOOK_AGAIN).getDuedate()).isEqualTo(Date.from(Time.instant("2026-03-03T08:00")));

		timePassesUntil(cover, LOOK_AGAIN);

		assertThat(this.cases.hasEnded(cover.getId())).isTrue();
		assertThat(this.cases.passed(cover.getId())).contains("EndEvent_NothingToReturn").doesNotContain(DECIDE);
	}

	@Test
	void asksNobodyAboutWhatIsDone() {
		UUID request = request(Level.HIGH);
		ProcessInstance cover = away("2026-03-02T10:00", "2026-03-03T08:00", this.nam);
		timePassesUntil(cover, BEGINS);
		this.requests.withdraw(request, "Khách tự xử lý được");

		timePassesUntil(cover, LOOK_AGAIN);

		assertThat(this.cases.passed(cover.getId())).contains("EndEvent_NothingToReturn");
		assertThat(outcomes(cover)).containsExactly(Outcome.SETTLED);
	}

	@Test
	void endsWhenTheAbsenceIsCancelledBeforeItBegins() {
		ProcessInstance cover = away("2026-03-02T10:00", "2026-03-03T08:00", this.nam);

		assertThat(this.staff.cancelAbsence(this.hoa, absenceOf(cover))).isEqualTo(AbsenceCancellation.CANCELLED);

		assertThat(this.cases.hasEnded(cover.getId())).isTrue();
		assertThat(this.cases.passed(cover.getId())).contains("EndEvent_NobodyAway");
		assertThat(this.cases.jobs(cover.getId())).isEmpty();
	}

	@Test
	void movesItsTimersWithTheAbsence() {
		UUID request = request(Level.HIGH);
		ProcessInstance cover = away("2026-03-04T10:00", "2026-03-06T08:00", this.nam);
		UUID absence = absenceOf(cover);
		change(absence, "2026-03-02T10:00", "2026-03-05T08:00", this.nam);
		assertThat(timer(cover, BEGINS).getDuedate()).isEqualTo(Date.from(Time.instant("2026-03-02T10:00")));
		timePassesUntil(cover, BEGINS);
		assertThat(agentOf(request)).isEqualTo(this.nam);

		this.time.passes(Duration.ofMinutes(20));
		assertThat(this.staff.cancelAbsence(this.hoa, absence)).isEqualTo(AbsenceCancellation.ENDED);
		assertThat(timer(cover, LOOK_AGAIN).getDuedate()).isEqualTo(Date.from(this.time.now()));
		timePassesUntil(cover, LOOK_AGAIN);

		decide(task(cover), "ALL_BACK", Map.of());
		assertThat(agentOf(request)).isEqualTo(this.hoa);
	}

	@Test
	void looksAgainAtOnceWhenSomebodyElseStandsIn() {
		request(Level.LOW);
		ProcessInstance cover = away("2026-03-02T10:00", "2026-03-20T08:00", null);
		timePassesUntil(cover, BEGINS);
		UUID urgent = request(Level.HIGH);
		this.staff.startReceiving(this.hoa);
		assertThat(agentOf(urgent)).as("the rules give nothing to who is absent").isNotEqualTo(this.hoa);

		change(absenceOf(cover), "2026-03-02T10:00", "2026-03-20T08:00", this.nam);

		assertThat(timer(cover, LOOK_AGAIN).getDuedate()).isEqualTo(Date.from(this.time.now()));
		timePassesUntil(cover, LOOK_AGAIN);
		assertThat(timer(cover, LOOK_AGAIN).getDuedate()).isAfter(Date.from(this.time.now()));
	}

	@Test
	void takesAnAbsenceThatSomebodyEntersInTasklist() {
		this.identity.setAuthentication(this.hoa, List.of("agent"));

		ProcessInstance cover = this.cases.startedByForm(CoverAbsenceProcess.KEY,
				new HashMap<>(Map.of("absentFrom", "2026-03-05T08:00:00+07:00", "absentTo", "2026-03-06T08:00:00+07:00",
						"substituteId", this.nam, "absenceReason", "nghỉ phép")));

		this.identity.clearAuthentication();
		assertThat(this.staff.directory().absencesOf(this.hoa)).singleElement().satisfies((absence) -> {
			assertThat(absence.id()).isEqualTo(this.cases.caseIdOf(cover.getId()));
			assertThat(absence.reason()).isEqualTo("nghỉ phép");
			assertThat(this.cases.ofCase(CoverAbsenceProcess.KEY, absence.id()).getId()).isEqualTo(cover.getId());
		});
		assertThat(this.cases.variables(cover.getId())).doesNotContainKey("absenceReason");
		assertThat(timer(cover, BEGINS).getDuedate()).isEqualTo(Date.from(Time.instant("2026-03-05T08:00")));
	}

	@Test
	void takesNoAbsenceOfSomebodyElseAndNoneThatMakesNoSense() {
		Map<String, Object> ofNam = new HashMap<>(Map.of("absentAgentId", this.nam, "absentFrom",
				"2026-03-05T08:00:00+07:00", "absentTo", "2026-03-06T08:00:00+07:00"));
		this.identity.setAuthentication(this.hoa, List.of("agent"));
		assertThatExceptionOfType(FormRejected.class)
			.isThrownBy(() -> this.cases.startedByForm(CoverAbsenceProcess.KEY, ofNam))
			.withMessageContaining("Chỉ trưởng nhóm");

		this.identity.setAuthentication(this.desk.leadOfService(), List.of("team-lead"));
		ofNam.put("substituteId", this.nam);
		assertThatExceptionOfType(FormRejected.class)
			.isThrownBy(() -> this.cases.startedByForm(CoverAbsenceProcess.KEY, ofNam))
			.satisfies((refused) -> assertThat(refused.violations()).extracting(FormRejected.Violation::field)
				.containsExactly("substituteId"));
		ofNam.remove("substituteId");
		this.cases.startedByForm(CoverAbsenceProcess.KEY, ofNam);
		this.identity.clearAuthentication();
		assertThat(this.staff.directory().absencesOf(this.nam)).hasSize(1);
		assertThat(this.staff.directory().absencesOf(this.hoa)).isEmpty();
	}

	@Test
	void coversNoAbsenceThatIsOver() {
		UUID absence = enter("2026-02-27T08:00", "2026-02-28T08:00", null);

		assertThat(this.cases.ofCase(CoverAbsenceProcess.KEY, absence)).isNull();
	}

	private String hired(String id, String name) {
		this.staff.register(NewAgent.named(id, name, id + "@example.com", LocalDate.of(2024, 1, 2))
			.inTeams("service")
			.skilled("support", 3)
			.skilled("complaint", 3)
			.skilled("warranty", 3)
			.workingBy("always")
			.withCapacity(100_000));
		return id;
	}

	/** A request of a customer of Hoa's, who therefore has it. */
	private UUID request(Level impact) {
		return request(impact, null);
	}

	private UUID request(Level impact, ContactPreferences preferences) {
		UUID customer = customer(preferences);
		UUID request = this.desk.received(NewRequest
			.of(customer, RequestKind.SUPPORT, "Mạng chập chờn", "Mất kết nối mỗi tối", RequestChannel.WEB)
			.graded(impact, (impact == Level.HIGH) ? Level.MEDIUM : Level.LOW));
		this.cases.settle(customer);
		return request;
	}

	private UUID customer(ContactPreferences preferences) {
		CustomerProfile.Builder profile = this.desk.profile();
		if (preferences != null) {
			profile.preferences(preferences);
		}
		return this.customers.register(NewCustomer.from("cover", null, profile.build()).ownedBy(this.hoa))
			.customer()
			.id();
	}

	private UUID customerOf(UUID request) {
		return this.desk.request(request).customerId();
	}

	private String agentOf(UUID request) {
		return this.desk.request(request).agentId();
	}

	private Instant dueAt(UUID request) {
		return this.clocks.openStates(request, this.time.now())
			.stream()
			.map(ClockState::dueAt)
			.min(Instant::compareTo)
			.orElseThrow();
	}

	private ProcessInstance away(String from, String to, String substituteId) {
		return this.cases.ofCase(CoverAbsenceProcess.KEY, enter(from, to, substituteId));
	}

	private UUID enter(String from, String to, String substituteId) {
		NewAbsence absence = new NewAbsence(UUID.randomUUID(), this.hoa, Time.instant(from), Time.instant(to),
				substituteId, "nghỉ phép");
		assertThat(this.staff.enterAbsence(absence)).isInstanceOf(AbsenceEntry.Entered.class);
		return absence.id();
	}

	private void change(UUID absence, String from, String to, String substituteId) {
		assertThat(this.staff.changeAbsence(
				new NewAbsence(absence, this.hoa, Time.instant(from), Time.instant(to), substituteId, "nghỉ phép")))
			.isInstanceOf(AbsenceEntry.Entered.class);
	}

	private UUID absenceOf(ProcessInstance cover) {
		return UUID.fromString(cover.getBusinessKey());
	}

	private List<Outcome> outcomes(ProcessInstance cover) {
		return this.covers.of(absenceOf(cover)).stream().map(AbsenceCover::outcome).toList();
	}

	private Task decisionAtTheEndOf(ProcessInstance cover) {
		timePassesUntil(cover, BEGINS);
		while (task(cover) == null) {
			timePassesUntil(cover, LOOK_AGAIN);
		}
		return task(cover);
	}

	private Task task(ProcessInstance cover) {
		return this.tasks.createTaskQuery().processInstanceId(cover.getId()).singleResult();
	}

	private void decide(Task task, String decision, Map<String, Object> exceptions) {
		Map<String, Object> values = new HashMap<>(exceptions);
		values.put("returnDecision", decision);
		this.tasks.complete(task.getId(), values);
	}

	private Job timer(ProcessInstance cover, String element) {
		return this.management.createJobQuery()
			.processInstanceId(cover.getId())
			.activityId(element)
			.timers()
			.singleResult();
	}

	private void timePassesUntil(ProcessInstance cover, String element) {
		Job timer = timer(cover, element);
		Instant due = timer.getDuedate().toInstant();
		this.time.passes(Duration.between(this.time.now(), (due.isAfter(this.time.now())) ? due : this.time.now()));
		this.management.executeJob(timer.getId());
	}

}
