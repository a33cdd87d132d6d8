package vn.careflow.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import vn.careflow.calendar.CalendarDay;
import vn.careflow.calendar.TimeRange;
import vn.careflow.contact.Appointments;
import vn.careflow.contact.Contact;
import vn.careflow.contact.ContactPurpose;
import vn.careflow.contact.Contacts;
import vn.careflow.contact.NewAppointment;
import vn.careflow.contact.RefusedSlot;
import vn.careflow.customer.Customers;
import vn.careflow.servicelevel.ClockKind;
import vn.careflow.servicelevel.ServiceClocks;
import vn.careflow.staff.CalendarDefinition;
import vn.careflow.staff.NewAgent;
import vn.careflow.staff.Staff;
import vn.careflow.staff.WorkCalendars;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.ProcessCoverage;
import vn.careflow.testsupport.ProcessTest;
import vn.careflow.testsupport.Time;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@ProcessTest
@OnH2
class CalendarChangesTests {

	private static final LocalDate TOMORROW = LocalDate.of(2026, 3, 3);

	private static final String ANSWER = RequestHandlingProcess.TASK_ANSWER_REQUEST;

	@RegisterExtension
	static final ProcessCoverage coverage = ProcessCoverage.somePathOf(RequestHandlingProcess.KEY);

	@RegisterExtension
	final Time time = Time.at("2026-03-02T15:00");

	@Autowired
	ServiceDesk desk;

	@Autowired
	CaseRun cases;

	@Autowired
	ApplicationContext context;

	@Autowired
	Staff staff;

	@Autowired
	Appointments appointments;

	@Autowired
	Customers customers;

	@Autowired
	Contacts contacts;

	@Autowired
	ServiceClocks clocks;

	@Autowired
	WorkCalendars calendars;

	@Autowired
	CalendarChanges changes;

	@Autowired
	RuntimeService runtime;

	@Autowired
	ManagementService management;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	@BeforeEach
	void theDeskIsOpen() {
		this.desk.opens();
	}

	@AfterEach
	void asUsual() {
		this.calendars.asUsual("service", TOMORROW);
		this.jdbc.sql("delete from calendar_change").update();
	}

	@Test
	void movesTheDeadlinesOfARunningRequestWhenTomorrowCloses() {
		UUID customer = this.desk.customer();
		UUID request = this.desk.supportRequestOf(customer);
		this.cases.settle(customer);
		assertThat(deadlines(customer)).containsExactly(at("2026-03-03T11:00"), at("2026-03-03T14:00"),
				at("2026-03-03T16:00"));

		closeTomorrow();

		assertThat(this.clocks.state(request, ClockKind.RESOLUTION, this.time.now()).orElseThrow().dueAt())
			.isEqualTo(at("2026-03-04T14:00"));
		assertThat(deadlines(customer)).containsExactly(at("2026-03-04T11:00"), at("2026-03-04T14:00"),
				at("2026-03-04T16:00"));
		assertThat(this.cases.variables(this.cases.running(RequestHandlingProcess.KEY, customer).getId()))
			.containsEntry("resolutionDueAt", Date.from(at("2026-03-04T14:00")));
	}

	@Test
	void movesTheDueDateOfTheTask() {
		this.time.is("2026-03-02T17:00");
		UUID customer = this.desk.customer();
		this.desk.supportRequestOf(customer);
		this.cases.settle(customer);
		assertThat(this.cases.task(customer, ANSWER).getDueDate()).isEqualTo(Date.from(at("2026-03-03T09:00")));

		closeTomorrow();

		assertThat(this.cases.task(customer, ANSWER).getDueDate()).isEqualTo(Date.from(at("2026-03-04T09:00")));
	}

	@Test
	void leavesAClockAloneThatStands() {
		UUID customer = this.desk.customer();
		this.desk.supportRequestOf(customer);
		this.cases.settle(customer);
		this.cases.complete(customer, ANSWER, Map.of("answer", "Xin gửi thêm ảnh", "nextStep", "WAIT_FOR_CUSTOMER"));
		this.cases.settle(customer);
		List<Instant> before = deadlines(customer);

		closeTomorrow();

		assertThat(deadlines(customer)).isEqualTo(before);
		ProcessInstance instance = this.cases.running(RequestHandlingProcess.KEY, customer);
		assertThat(this.management.createJobQuery().processInstanceId(instance.getId()).suspended().count())
			.isEqualTo(3);
		assertThat(this.cases.dueAt(customer, "BoundaryEvent_ReplyOverdue")).isEqualTo(at("2026-03-06T18:00"));
	}

	@Test
	void movesTheSlotOfAPlannedContactAndItsTimerWithTheReason() {
		this.time.is("2026-03-02T17:00");
		UUID customer = this.desk.customer();
		UUID contactId = contactTomorrowAt(customer, "2026-03-03T09:00");
		UUID later = contactTomorrowAt(this.desk.customer(), "2026-03-05T09:00");

		closeTomorrow();

		Contact contact = this.contacts.get(contactId);
		assertThat(contact.slotAt()).isEqualTo(at("2026-03-04T08:30"));
		assertThat(contact.refused()).extracting(RefusedSlot::reason)
			.anySatisfy((reason) -> assertThat(reason).contains("Nghỉ đột xuất"));
		assertThat(this.cases.dueAt(customer, ContactCustomerProcess.EVENT_SLOT_REACHED))
			.isEqualTo(at("2026-03-04T08:30"));
		assertThat(this.contacts.get(later).slotAt()).isEqualTo(at("2026-03-05T09:00"));
		this.cases.timePassesUntil(customer, ContactCustomerProcess.EVENT_SLOT_REACHED);
		assertThat(this.cases.task(customer, ContactCustomerProcess.TASK_CARRY_OUT_CONTACT).getDueDate())
			.isEqualTo(Date.from(at("2026-03-04T18:00")));
	}

	@Test
	void movesTheReminderOfAnAppointmentButNotTheAppointment() {
		UUID customer = this.desk.customer();
		String host = "calendar.host";
		this.calendars.define(CalendarDefinition.inheriting("host", "service"));
		this.staff.register(NewAgent.named(host, "Lê Văn Hẹn", "hen@example.com", LocalDate.of(2024, 1, 2))
			.inTeams("service")
			.workingBy("host")
			.withCapacity(0));
		UUID appointmentId = UUID.randomUUID();
		this.appointments.hold(new NewAppointment(appointmentId, customer, host, "AT_OUR_PLACE", ContactPurpose.SERVICE,
				at("2026-03-04T10:00"), null, null, host));
		this.appointments.confirm(appointmentId, host);
		assertThat(this.cases.dueAt(customer, AppointmentProcess.BOUNDARY_CUSTOMER_REMINDER))
			.isEqualTo(at("2026-03-03T08:00"));

		closeTomorrow();

		assertThat(this.appointments.get(appointmentId).startsAt()).isEqualTo(at("2026-03-04T10:00"));
		assertThat(this.cases.dueAt(customer, AppointmentProcess.BOUNDARY_CUSTOMER_REMINDER))
			.isEqualTo(at("2026-03-02T08:00"));
		assertThat(this.cases.dueAt(customer, AppointmentProcess.EVENT_APPOINTMENT_DUE))
			.isEqualTo(at("2026-03-04T10:00"));
	}

	@Test
	void movesAWaitOfAModelAndTheTaskThatIsDueWithIt() {
		UUID customer = this.desk.customer();
		this.desk.supportRequestOf(customer);
		this.cases.settle(customer);
		this.cases.complete(customer, ANSWER, Map.of("answer", "Đã thay dây", "nextStep", "RESOLVED", "resolution",
				"Thay dây mạng", "rootCause", "TECHNOLOGY_AND_DATA"));
		this.cases.settle(customer);
		assertThat(this.cases.dueAt(customer, "BoundaryEvent_ConfirmationExpired")).isEqualTo(at("2026-03-05T18:00"));

		closeTomorrow();

		assertThat(this.cases.dueAt(customer, "BoundaryEvent_ConfirmationExpired")).isEqualTo(at("2026-03-06T18:00"));
		assertThat(this.cases.task(customer, RequestHandlingProcess.TASK_CONFIRM_RESOLUTION).getDueDate())
			.isEqualTo(Date.from(at("2026-03-06T18:00")));
	}

	@Test
	void movesNothingTwice() {
		UUID customer = this.desk.customer();
		this.desk.supportRequestOf(customer);
		this.cases.settle(customer);

		closeTomorrow();
		this.time.is("2026-03-02T15:01");
		this.changes.follow(1000);

		assertThat(this.changes.latest(10)).hasSize(2).allSatisfy((change) -> {
			assertThat(change.calendars()).contains("service");
			assertThat(change.finishedAt()).isNotNull();
			assertThat(change.failed()).isZero();
		});
		assertThat(this.changes.latest(10)).extracting(CalendarProgress::moved)
			.contains(0)
			.anyMatch((moved) -> moved > 0);
	}

	@Test
	void looksASecondTimeForWhatAnotherNodeWorkedOutByOldHours() {
		UUID customer = this.desk.customer();
		this.desk.supportRequestOf(customer);
		this.cases.settle(customer);
		closeTomorrow();
		ProcessInstance instance = this.cases.running(RequestHandlingProcess.KEY, customer);
		this.runtime.setVariable(instance.getId(), "resolutionDueAt", Date.from(at("2026-03-03T14:00")));

		this.time.is("2026-03-02T15:01");
		this.changes.inTheBackground();

		assertThat(this.cases.variables(instance.getId())).containsEntry("resolutionDueAt",
				Date.from(at("2026-03-04T14:00")));
	}

	@Test
	void leavesTheCasesAloneWhenTheChangeIsTakenBack() {
		UUID customer = this.desk.customer();
		this.desk.supportRequestOf(customer);
		this.cases.settle(customer);

		this.transaction.executeWithoutResult((status) -> {
			closeTomorrow();
			status.setRollbackOnly();
		});

		assertThat(this.changes.latest(10)).isEmpty();
		assertThat(deadlines(customer)).contains(at("2026-03-03T14:00"));
	}

	@Test
	void followsAnOpenedDayForwardToo() {
		UUID customer = this.desk.customer();
		this.desk.supportRequestOf(customer);
		this.cases.settle(customer);
		closeTomorrow();

		this.calendars.except("service",
				new CalendarDay(TOMORROW, "Mở nửa ngày", List.of(TimeRange.of("08:00", "12:00"))));

		assertThat(deadlines(customer)).contains(at("2026-03-04T09:00"));
	}

	@Test
	void looksInTheBackgroundByItself() {
		assertThat(this.context
			.containsBean("org.springframework.context.annotation.internalScheduledAnnotationProcessor")).isTrue();
	}

	private void closeTomorrow() {
		this.calendars.except("service", CalendarDay.closed(TOMORROW, "Nghỉ đột xuất"));
	}

	private List<Instant> deadlines(UUID customer) {
		return List
			.of(RequestHandlingProcess.BOUNDARY_DEADLINE_NEAR, RequestHandlingProcess.BOUNDARY_DEADLINE_PASSED,
					RequestHandlingProcess.BOUNDARY_DEADLINE_PASSED_AGAIN)
			.stream()
			.map((event) -> this.cases.dueAt(customer, event))
			.toList();
	}

	private UUID contactTomorrowAt(UUID customer, String local) {
		Map<String, Object> form = new HashMap<>();
		form.put("customerReference", this.customers.get(customer).number());
		form.put("purpose", "SERVICE");
		form.put("contactChannel", "CALL");
		form.put("notBefore", local);
		ProcessInstance instance = this.cases.startedByForm(ContactCustomerProcess.KEY, form);
		return this.cases.caseIdOf(instance.getId());
	}

	private static Instant at(String local) {
		return Time.instant(local);
	}

}
