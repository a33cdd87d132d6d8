package vn.careflow.process;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.careflow.contact.Appointment;
import vn.careflow.contact.AppointmentAnswer.Agreed;
import vn.careflow.contact.AppointmentChange;
import vn.careflow.contact.AppointmentState;
import vn.careflow.contact.Appointments;
import vn.careflow.contact.ContactPurpose;
import vn.careflow.contact.NewAppointment;
import vn.careflow.customer.Customers;
import vn.careflow.customer.Timeline;
import vn.careflow.customer.TimelineEntry;
import vn.careflow.customer.TimelineKind;
import vn.careflow.servicelevel.Notice;
import vn.careflow.servicelevel.Notices;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.ProcessCoverage;
import vn.careflow.testsupport.ProcessTest;
import vn.careflow.testsupport.Time;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ProcessTest
@OnH2
class AppointmentProcessTests {

	private static final String CHOOSE = AppointmentProcess.TASK_CHOOSE_SLOT;

	private static final String KEEP = AppointmentProcess.TASK_KEEP_APPOINTMENT;

	private static final String DUE = AppointmentProcess.EVENT_APPOINTMENT_DUE;

	private static final String REMIND_AGENT = AppointmentProcess.BOUNDARY_AGENT_REMINDER;

	private static final String REMIND_CUSTOMER = AppointmentProcess.BOUNDARY_CUSTOMER_REMINDER;

	@RegisterExtension
	static final ProcessCoverage coverage = ProcessCoverage.everyPathOf(AppointmentProcess.KEY);

	/** A Monday. */
	@RegisterExtension
	final Time time = Time.at("2026-03-02T09:30");

	@Autowired
	SmallBusiness business;

	@Autowired
	CaseRun cases;

	@Autowired
	Appointments appointments;

	@Autowired
	Customers customers;

	@Autowired
	Timeline timeline;

	@Autowired
	Notices notices;

	@Autowired
	TaskService tasks;

	@Autowired
	FormService forms;

	@Autowired
	IdentityService identity;

	final String agentId = "host." + UUID.randomUUID().toString().substring(0, 8);

	UUID customerId;

	@BeforeEach
	void opens() {
		this.business.opens();
		this.business.hires(this.agentId);
		this.customerId = this.business.customer(SmallBusiness.somebody(), this.agentId);
	}

	@Test
	void booksATimeInTasklistAndKeepsIt() {
		ProcessInstance instance = started("AT_OUR_PLACE");
		Task choice = this.cases.task(this.customerId, CHOOSE);
		assertThat(choice.getAssignee()).isEqualTo(this.agentId);

		chooses("2026-03-03T14:00");

		Appointment appointment = appointmentOf(instance);
		assertThat(appointment.state()).isEqualTo(AppointmentState.CONFIRMED);
		assertThat(appointment.note()).isEqualTo("Xem hợp đồng mới");
		assertThat(appointment.place()).isEqualTo("Phòng họp 2");
		assertThat(this.cases.dueAt(this.customerId, DUE)).isEqualTo(Time.instant("2026-03-03T14:00"));
		assertThat(this.cases.dueAt(this.customerId, REMIND_AGENT)).isEqualTo(Time.instant("2026-03-03T13:30"));
		this.cases.timePassesUntil(this.customerId, DUE);
		Task task = this.cases.task(this.customerId, KEEP);
		assertThat(task.getAssignee()).isEqualTo(this.agentId);
		assertThat(task.getDueDate().toInstant()).isEqualTo(Time.instant("2026-03-03T15:00"));

		answers("DONE", Map.of("appointmentNote", "Khách đồng ý gia hạn"));

		assertThat(this.cases.hasEnded(instance.getId())).isTrue();
		assertThat(appointmentOf(instance).state()).isEqualTo(AppointmentState.DONE);
		assertThat(this.customers.get(this.customerId).dealings().lastContactAt()).isEqualTo(this.time.now());
		assertThat(entries()).hasSize(3);
		assertThat(entries().get(0).detail()).isEqualTo("Khách đồng ý gia hạn");
		assertThat(this.cases.variables(started("CALL").getId())).doesNotContainKeys("appointmentNote",
				"appointmentPlace", "customerReference");
	}

	@Test
	void offersTheFreeTimesWithTheReasonsWhyNotEarlier() {
		book("2026-03-02T10:00");
		started("CALL");
		Task choice = this.cases.task(this.customerId, CHOOSE);

		assertThat(this.forms.getDeployedTaskForm(choice.getId())).asString(java.nio.charset.StandardCharsets.UTF_8)
			.contains(this.agentId + "@" + Time.instant("2026-03-02T09:30"))
			.doesNotContain(this.agentId + "@" + Time.instant("2026-03-02T10:00"))
			.contains("09:30 Thứ Hai 02/03 · Nguyễn Thị Lan");
		assertThat(this.forms.getTaskFormVariables(choice.getId()).get("caseTitle")).isEqualTo("Gọi điện theo hẹn");
		assertThat(this.forms.getTaskFormVariables(choice.getId()).get("caseDetail")).asString()
			.startsWith("Giờ sớm hơn không đặt được");
	}

	@Test
	void tellsWhoLosesTheRaceAtTheFormWhatIsFreeInstead() {
		started("CALL");
		book("2026-03-02T10:00");

		assertThatExceptionOfType(FormRejected.class).isThrownBy(() -> chooses("2026-03-02T10:00"))
			.withMessageContaining("đã có lịch hẹn khác")
			.withMessageContaining("Còn trống: 10:30 Thứ Hai 02/03");
		assertThatExceptionOfType(FormRejected.class)
			.isThrownBy(() -> complete(CHOOSE, Map.of("bookingDecision", "BOOK", "slotChoice", "mai")))
			.withMessageContaining("Hãy chọn một giờ trong danh sách");
		assertThat(this.cases.openTasks(this.customerId)).contains(CHOOSE);
	}

	@Test
	void givesNothingAwayWhenTheCustomerWantsNoTime() {
		ProcessInstance instance = started("CALL");

		complete(CHOOSE, Map.of("bookingDecision", "GIVE_UP"));

		assertThat(this.cases.hasEnded(instance.getId())).isTrue();
		assertThat(this.appointments.find(this.cases.caseIdOf(instance.getId()))).isEmpty();
	}

	@Test
	void refusesToLookForTimesThatCannotBe() {
		UUID optedOut = this.business
			.customer(SmallBusiness.somebody().consents(vn.careflow.customer.Consents.UNASKED));

		assertThatExceptionOfType(FormRejected.class)
			.isThrownBy(() -> this.cases.startedByForm(AppointmentProcess.KEY,
					Map.of("customerReference", this.business.numberOf(optedOut), "appointmentKind", "CALL", "purpose",
							"ADVERTISING", "teamId", "service")))
			.withMessageContaining("Không có giờ trống nào: Khách hàng không đồng ý nhận quảng cáo.");
	}

	@Test
	void startsItsCaseWhenAnAppointmentIsConfirmedElsewhereAndRemindsBothSides() {
		Appointment appointment = book("2026-03-04T10:00");
		ProcessInstance instance = this.cases.ofCase(AppointmentProcess.KEY, appointment.id());
		assertThat(this.cases.variables(instance.getId())).containsEntry("agentId", this.agentId);

		this.cases.timePassesUntil(this.customerId, REMIND_CUSTOMER);
		assertThat(this.notices.of(this.agentId)).singleElement()
			.extracting(Notice::text)
			.isEqualTo("Hãy nhắc khách hàng về lịch hẹn sắp tới.");
		this.cases.timePassesUntil(this.customerId, REMIND_AGENT);
		assertThat(this.time.now()).isEqualTo(Time.instant("2026-03-04T09:45"));
		assertThat(this.notices.of(this.agentId)).extracting(Notice::text)
			.containsExactlyInAnyOrder("Hãy nhắc khách hàng về lịch hẹn sắp tới.", "Sắp đến giờ hẹn với khách hàng.");
		assertThat(entries()).extracting(TimelineEntry::summary)
			.anyMatch((summary) -> summary.startsWith("Đến lúc nhắc khách"));
		this.cases.timePassesUntil(this.customerId, DUE);
		answers("NO_SHOW", Map.of());

		assertThat(this.cases.passed(instance.getId())).contains("EndEvent_AgentReminded", "EndEvent_CustomerReminded",
				"EndEvent_AppointmentOver");
		assertThat(this.appointments.get(appointment.id()).state()).isEqualTo(AppointmentState.NO_SHOW);
	}

	@Test
	void remindsNobodyOfAnAppointmentYoungerThanItsReminder() {
		book("2026-03-02T09:40");

		this.cases.timePassesUntil(this.customerId, REMIND_CUSTOMER);
		this.cases.timePassesUntil(this.customerId, REMIND_AGENT);

		assertThat(this.notices.of(this.agentId)).isEmpty();
	}

	@Test
	void movesEachTimerOnceWhenTheAppointmentMoves() {
		Appointment appointment = book("2026-03-04T10:00");
		ProcessInstance instance = this.cases.ofCase(AppointmentProcess.KEY, appointment.id());
		this.cases.timePassesUntil(this.customerId, REMIND_AGENT);

		this.appointments.move(appointment.id(), Time.instant("2026-03-05T15:00"), null, "Khách bận", this.agentId);
		this.appointments.move(appointment.id(), Time.instant("2026-03-05T15:00"), null, "Khách bận", this.agentId);

		assertThat(this.cases.jobs(instance.getId())).hasSize(3);
		assertThat(this.cases.dueAt(this.customerId, DUE)).isEqualTo(Time.instant("2026-03-05T15:00"));
		assertThat(this.cases.dueAt(this.customerId, REMIND_AGENT)).isEqualTo(Time.instant("2026-03-05T14:45"));
		assertThat(this.cases.dueAt(this.customerId, REMIND_CUSTOMER)).isEqualTo(Time.instant("2026-03-05T13:00"));
		assertThat(this.appointments.changesOf(appointment.id())).extracting(AppointmentChange::kind)
			.containsExactly("HELD", "CONFIRMED", "MOVED");
		this.cases.timePassesUntil(this.customerId, REMIND_AGENT);
		assertThat(this.notices.of(this.agentId)).hasSize(2);
	}

	@Test
	void endsWhenTheAppointmentIsCalledOffElsewhere() {
		Appointment appointment = book("2026-03-04T10:00");
		ProcessInstance instance = this.cases.ofCase(AppointmentProcess.KEY, appointment.id());

		this.appointments.cancel(appointment.id(), "Khách đi vắng", this.agentId);

		assertThat(this.cases.hasEnded(instance.getId())).isTrue();
		assertThat(this.cases.jobs(instance.getId())).isEmpty();
		assertThat(this.cases.passed(instance.getId())).contains("EndEvent_AppointmentClosed");
	}

	@Test
	void waitsAnewWhenTheCustomerAsksForAnotherTime() {
		Appointment appointment = book("2026-03-04T10:00");
		ProcessInstance instance = this.cases.ofCase(AppointmentProcess.KEY, appointment.id());
		this.cases.timePassesUntil(this.customerId, DUE);
		UUID other = this.business.customer(SmallBusiness.somebody());
		book(other, "2026-03-05T10:00");

		assertThatExceptionOfType(FormRejected.class)
			.isThrownBy(() -> answers("MOVED", Map.of("movedTo", "2026-03-05T10:00")))
			.withMessageContaining("Còn trống: 10:30 Thứ Năm 05/03");
		answers("MOVED", Map.of("movedTo", "2026-03-05T11:00"));

		assertThat(this.cases.dueAt(this.customerId, DUE)).isEqualTo(Time.instant("2026-03-05T11:00"));
		assertThat(this.cases.jobs(instance.getId())).hasSize(3);
		this.cases.timePassesUntil(this.customerId, DUE);
		answers("CANCELLED", Map.of("cancelReason", "Khách đổi ý"));
		assertThat(this.cases.hasEnded(instance.getId())).isTrue();
		assertThat(this.appointments.get(appointment.id()).state()).isEqualTo(AppointmentState.CANCELLED);
	}

	@Test
	void givesTheAppointmentToWhoTakesItsTask() {
		String standIn = this.agentId + ".b";
		this.business.hires(standIn);
		Appointment appointment = book("2026-03-04T10:00");
		this.cases.timePassesUntil(this.customerId, DUE);
		Task task = this.cases.task(this.customerId, KEEP);

		this.tasks.setAssignee(task.getId(), standIn);

		assertThat(this.appointments.get(appointment.id()).agentId()).isEqualTo(standIn);
		assertThat(this.appointments.busy(this.agentId, Instant.EPOCH, Time.instant("2030-01-01T00:00"))).isEmpty();
		String busy = this.agentId + ".c";
		this.business.hires(busy);
		UUID other = this.business.customer(SmallBusiness.somebody(), busy);
		((Agreed) this.appointments.hold(new NewAppointment(UUID.randomUUID(), other, busy, "CALL",
				ContactPurpose.SERVICE, Time.instant("2026-03-04T10:10"), null, null, busy)))
			.appointment();
		assertThatExceptionOfType(ProcessEngineException.class)
			.isThrownBy(() -> this.tasks.setAssignee(task.getId(), busy))
			.withMessageContaining("đã có lịch hẹn khác");
	}

	@Test
	void acceptsNothingThatTheFormsDoNotAllow() {
		book("2026-03-02T10:00");
		this.cases.timePassesUntil(this.customerId, DUE);

		assertThatExceptionOfType(FormRejected.class).isThrownBy(() -> answers("MOVED", Map.of()))
			.withMessageContaining("Hãy nhập");
		assertThatExceptionOfType(FormRejected.class).isThrownBy(() -> answers("CANCELLED", Map.of()))
			.withMessageContaining("Hãy nhập");
		assertThatExceptionOfType(FormRejected.class).isThrownBy(() -> answers("EXPIRED", Map.of()))
			.withMessageContaining("không có lựa chọn");
		this.time.passes(Duration.ofMinutes(1));
		answers("DONE", Map.of());
	}

	private ProcessInstance started(String kind) {
		this.identity.setAuthentication(this.agentId, List.of("agent", "service"));
		try {
			return this.cases.startedByForm(AppointmentProcess.KEY,
					Map.of("customerReference", this.business.numberOf(this.customerId), "appointmentKind", kind,
							"purpose", "SERVICE", "teamId", "service", "wantedAgentId", this.agentId));
		}
		finally {
			this.identity.clearAuthentication();
		}
	}

	private void chooses(String local) {
		complete(CHOOSE, Map.of("bookingDecision", "BOOK", "slotChoice", this.agentId + "@" + Time.instant(local),
				"appointmentNote", "Xem hợp đồng mới", "appointmentPlace", "Phòng họp 2"));
	}

	private void answers(String outcome, Map<String, Object> more) {
		Map<String, Object> values = new HashMap<>(Map.of("appointmentOutcome", outcome));
		values.putAll(more);
		complete(KEEP, values);
	}

	private void complete(String element, Map<String, Object> values) {
		this.cases.complete(this.customerId, element, values);
	}

	private Appointment book(String local) {
		return book(this.customerId, local);
	}

	private Appointment book(UUID customer, String local) {
		UUID id = UUID.randomUUID();
		this.appointments.hold(new NewAppointment(id, customer, this.agentId, "CALL", ContactPurpose.SERVICE,
				Time.instant(local), null, null, this.agentId));
		return ((Agreed) this.appointments.confirm(id, this.agentId)).appointment();
	}

	private Appointment appointmentOf(ProcessInstance instance) {
		return this.appointments.get(this.cases.caseIdOf(instance.getId()));
	}

	private List<TimelineEntry> entries() {
		return this.timeline.latest(this.customerId, 50)
			.stream()
			.filter((entry) -> entry.kind() == TimelineKind.APPOINTMENT)
			.toList();
	}

}
