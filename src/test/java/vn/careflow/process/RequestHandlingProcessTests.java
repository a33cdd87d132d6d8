package vn.careflow.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.careflow.assignment.AgentAssignment;
import vn.careflow.assignment.AssignmentDecision;
import vn.careflow.channel.Channel;
import vn.careflow.channel.InboundMessage;
import vn.careflow.channel.Inbox;
import vn.careflow.customer.Customers;
import vn.careflow.customer.Timeline;
import vn.careflow.customer.TimelineEntry;
import vn.careflow.customer.TimelineKind;
import vn.careflow.feedback.SurveyKind;
import vn.careflow.feedback.Surveys;
import vn.careflow.request.Priority;
import vn.careflow.request.Request;
import vn.careflow.request.RequestAnswer;
import vn.careflow.request.RequestMoveRefused;
import vn.careflow.request.RequestStatus;
import vn.careflow.request.Requests;
import vn.careflow.request.ResolutionCycle;
import vn.careflow.request.RootCause;
import vn.careflow.servicelevel.ClockEnd;
import vn.careflow.servicelevel.ClockKind;
import vn.careflow.servicelevel.ClockState;
import vn.careflow.servicelevel.ServiceClocks;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.ProcessCoverage;
import vn.careflow.testsupport.ProcessTest;
import vn.careflow.testsupport.Time;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ProcessTest
@OnH2
class RequestHandlingProcessTests {

	private static final String ANSWER = RequestHandlingProcess.TASK_ANSWER_REQUEST;

	private static final String CONFIRM = RequestHandlingProcess.TASK_CONFIRM_RESOLUTION;

	private static final String BY_HAND = RequestHandlingProcess.TASK_ASSIGN_BY_HAND;

	private static final String DECIDE = EscalationProcess.TASK_DECIDE_OVERDUE_CASE;

	private static final String NEAR = RequestHandlingProcess.BOUNDARY_DEADLINE_NEAR;

	private static final String PASSED = RequestHandlingProcess.BOUNDARY_DEADLINE_PASSED;

	private static final String PASSED_AGAIN = RequestHandlingProcess.BOUNDARY_DEADLINE_PASSED_AGAIN;

	@RegisterExtension
	static final ProcessCoverage coverage = ProcessCoverage.everyPathOf(RequestHandlingProcess.KEY);

	@RegisterExtension
	final Time time = Time.at("2026-03-02T09:30");

	@Autowired
	ServiceDesk desk;

	@Autowired
	CaseRun cases;

	@Autowired
	Requests requests;

	@Autowired
	ServiceClocks clocks;

	@Autowired
	AgentAssignment assignments;

	@Autowired
	Surveys surveys;

	@Autowired
	Customers customers;

	@Autowired
	Timeline timeline;

	@Autowired
	Inbox inbox;

	@Autowired
	RuntimeService runtime;

	@Autowired
	TaskService tasks;

	@Autowired
	ManagementService management;

	@BeforeEach
	void theDeskIsOpen() {
		this.desk.opens();
	}

	@Test
	void handlesARequestFromItsReceiptToItsClose() {
		UUID customer = this.desk.customer();
		UUID request = handled(customer);
		ProcessInstance instance = this.cases.running(RequestHandlingProcess.KEY, customer);
		assertThat(instance.getBusinessKey()).isEqualTo(request.toString());
		assertThat(this.desk.request(request)).satisfies((taken) -> {
			assertThat(taken.status()).isEqualTo(RequestStatus.ASSIGNED);
			assertThat(taken.priority()).isEqualTo(Priority.HIGH);
			assertThat(taken.agentId()).isEqualTo(ServiceDesk.LAN);
		});
		Task answer = this.cases.task(customer, ANSWER);
		assertThat(answer.getAssignee()).isEqualTo(ServiceDesk.LAN);
		assertThat(answer.getPriority()).isEqualTo(70);
		assertThat(answer.getDueDate()).isEqualTo(Date.from(Time.instant("2026-03-02T11:30")));
		assertThat(clock(request, ClockKind.RESOLUTION).dueAt()).isEqualTo(Time.instant("2026-03-03T08:30"));
		assertThat(this.cases.dueAt(customer, NEAR)).isEqualTo(Time.instant("2026-03-02T16:30"));
		assertThat(this.cases.dueAt(customer, PASSED)).isEqualTo(Time.instant("2026-03-03T08:30"));
		assertThat(this.cases.dueAt(customer, PASSED_AGAIN)).isEqualTo(Time.instant("2026-03-03T10:30"));

		this.time.passes(Duration.ofHours(1));
		resolve(customer);

		assertThat(this.desk.request(request).status()).isEqualTo(RequestStatus.RESOLVED);
		assertThat(clock(request, ClockKind.FIRST_RESPONSE).end()).isEqualTo(ClockEnd.MET);
		assertThat(clock(request, ClockKind.RESOLUTION).end()).isEqualTo(ClockEnd.MET);
		assertThat(clock(request, ClockKind.RESOLUTION).breached()).isFalse();
		assertThat(this.cases.hasTimer(customer, NEAR)).isFalse();
		assertThat(this.requests.answersOf(request)).singleElement()
			.satisfies((sent) -> assertThat(sent.agentId()).isEqualTo(ServiceDesk.LAN));
		Task confirm = this.cases.task(customer, CONFIRM);
		assertThat(confirm.getAssignee()).isEqualTo(ServiceDesk.LAN);
		assertThat(confirm.getDueDate())
			.isEqualTo(Date.from(this.cases.dueAt(customer, "BoundaryEvent_ConfirmationExpired")));

		confirm(customer, "SOLVED");

		assertThat(this.cases.hasEnded(instance.getId())).isTrue();
		assertThat(this.cases.passed(instance.getId())).contains("EndEvent_RequestClosed")
			.doesNotContain(BY_HAND, "Task_ReopenRequest");
		assertThat(this.desk.request(request)).satisfies((closed) -> {
			assertThat(closed.status()).isEqualTo(RequestStatus.CLOSED);
			assertThat(closed.cycle().rootCause()).isEqualTo(RootCause.TECHNOLOGY_AND_DATA);
			assertThat(closed.cycle().closedAt()).isEqualTo(this.time.now());
		});
		assertThat(isReleased(request)).isTrue();
		assertThat(this.surveys.about(request)).singleElement()
			.satisfies((survey) -> assertThat(survey.kind()).isEqualTo(SurveyKind.CSAT));
		assertThat(timelineOf(customer)).extracting(TimelineEntry::detail)
			.contains("Kỹ thuật đã đến nhà", "Khách rất hài lòng");
	}

	@Test
	void takesARequestThatAPersonEntersInTasklist() {
		UUID customer = this.desk.customer();
		String number = this.customers.get(customer).number();

		ProcessInstance instance = this.cases.startedByForm(RequestHandlingProcess.KEY, entered(number));
		this.cases.settle(customer);

		UUID request = this.cases.caseIdOf(instance.getId());
		assertThat(this.desk.request(request)).satisfies((taken) -> {
			assertThat(taken.customerId()).isEqualTo(customer);
			assertThat(taken.subject()).isEqualTo("Máy không khởi động");
			assertThat(taken.description()).isEqualTo("Từ sáng nay bật không lên");
			assertThat(taken.priority()).isEqualTo(Priority.URGENT);
		});
		assertThat(this.requests.openOf(customer)).hasSize(1);
		assertThat(this.cases.task(customer, ANSWER).getPriority()).isEqualTo(90);
	}

	@Test
	void refusesARequestOfSomebodyWhomNobodyKnows() {
		long before = this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(RequestHandlingProcess.KEY)
			.count();

		assertThatExceptionOfType(FormRejected.class)
			.isThrownBy(() -> this.cases.startedByForm(RequestHandlingProcess.KEY, entered("KH999999")))
			.withMessageContaining("KH999999");

		assertThat(this.runtime.createProcessInstanceQuery().processDefinitionKey(RequestHandlingProcess.KEY).count())
			.isEqualTo(before);
	}

	@Test
	void letsTheTeamLeadNameSomebodyWhenNobodyIsEligible() {
		UUID customer = this.desk.customerWhomNobodyUnderstands();
		UUID request = handled(customer);
		assertThat(this.cases.openTasks(customer)).containsExactly(BY_HAND);
		assertThat(this.desk.request(request).status()).isEqualTo(RequestStatus.NEW);
		assertThat(this.desk.told(this.desk.leadOfService(), request)).containsExactly("unassigned");

		this.time.passes(Duration.ofHours(2));
		this.cases.complete(customer, BY_HAND,
				Map.of("newAgentId", ServiceDesk.MINH, "assignmentReason", "Có phiên dịch đi cùng"));
		this.cases.settle(customer);

		assertThat(this.cases.task(customer, ANSWER).getAssignee()).isEqualTo(ServiceDesk.MINH);
		assertThat(this.desk.request(request)).satisfies((assigned) -> {
			assertThat(assigned.status()).isEqualTo(RequestStatus.ASSIGNED);
			assertThat(assigned.agentId()).isEqualTo(ServiceDesk.MINH);
		});
		AssignmentDecision decision = this.assignments.decisionFor(request).orElseThrow();
		assertThat(decision.agentId()).contains(ServiceDesk.MINH);
		assertThat(decision.summary()).contains("Có phiên dịch đi cùng");
		assertThat(clock(request, ClockKind.RESOLUTION).usedTime()).isEqualTo(Duration.ofHours(2));
	}

	@Test
	void goesOnByItselfWhenSomebodyComesWhoCanTakeIt() {
		UUID customer = this.desk.customerWhomNobodyUnderstands();
		UUID request = handled(customer);
		assertThat(this.cases.openTasks(customer)).containsExactly(BY_HAND);
		this.time.passes(Duration.ofHours(2));

		String interpreter = this.desk.hiresAnInterpreter();

		assertThat(this.cases.openTasks(customer)).containsExactly(ANSWER);
		assertThat(this.cases.task(customer, ANSWER).getAssignee()).isEqualTo(interpreter);
		assertThat(this.desk.request(request)).satisfies((assigned) -> {
			assertThat(assigned.status()).isEqualTo(RequestStatus.ASSIGNED);
			assertThat(assigned.agentId()).isEqualTo(interpreter);
		});
		assertThat(clock(request, ClockKind.RESOLUTION).usedTime()).isEqualTo(Duration.ofHours(2));
		this.desk.letsGo(interpreter);
	}

	@Test
	void endsAtOnceWhenTheCustomerWithdrawsBeforeAnybodyIsAssigned() {
		UUID customer = this.desk.customerWhomNobodyUnderstands();
		UUID request = handled(customer);
		ProcessInstance instance = this.cases.running(RequestHandlingProcess.KEY, customer);

		this.requests.withdraw(request, "Khách tự sửa được");

		assertThat(this.cases.hasEnded(instance.getId())).isTrue();
		assertThat(this.cases.passed(instance.getId())).contains("EndEvent_RequestWithdrawn");
		assertThat(this.cases.openTasks(customer)).isEmpty();
		assertThat(this.desk.request(request).statusReason()).isEqualTo("Khách tự sửa được");
	}

	@Test
	void stopsTheClocksAndFreesTheAgentWhenTheCustomerWithdraws() {
		UUID customer = this.desk.customer();
		UUID request = handled(customer);
		ProcessInstance instance = this.cases.running(RequestHandlingProcess.KEY, customer);

		this.requests.withdraw(request, "Khách tự sửa được");

		assertThat(this.cases.hasEnded(instance.getId())).isTrue();
		assertThat(this.desk.request(request).status()).isEqualTo(RequestStatus.WITHDRAWN);
		assertThat(clock(request, ClockKind.FIRST_RESPONSE).end()).isEqualTo(ClockEnd.CANCELLED);
		assertThat(clock(request, ClockKind.RESOLUTION).end()).isEqualTo(ClockEnd.CANCELLED);
		assertThat(isReleased(request)).isTrue();
		assertThat(this.management.createJobQuery().processInstanceId(instance.getId()).count()).isZero();
	}

	@Test
	void holdsTheClockWhileItWaitsForTheCustomerAndMovesTheTimersByThatTime() {
		UUID customer = this.desk.customer();
		UUID request = handled(customer);
		this.time.passes(Duration.ofHours(1));

		answer(customer, "WAIT_FOR_CUSTOMER");

		assertThat(this.desk.request(request).status()).isEqualTo(RequestStatus.WAITING_FOR_CUSTOMER);
		assertThat(clock(request, ClockKind.RESOLUTION).paused()).isTrue();
		assertThat(clock(request, ClockKind.FIRST_RESPONSE).end()).isEqualTo(ClockEnd.MET);
		assertThat(this.cases.openTasks(customer)).isEmpty();
		assertThat(suspendedTimers(customer)).isEqualTo(3);

		this.time.is("2026-03-04T10:30");
		writes(customer, request, "desk-reply-1");

		assertThat(this.desk.request(request).status()).isEqualTo(RequestStatus.IN_PROGRESS);
		ClockState resumed = clock(request, ClockKind.RESOLUTION);
		assertThat(resumed.paused()).isFalse();
		assertThat(resumed.usedTime()).isEqualTo(Duration.ofHours(1));
		assertThat(resumed.dueAt()).isEqualTo(Time.instant("2026-03-05T08:30"));
		assertThat(suspendedTimers(customer)).isZero();
		assertThat(this.cases.dueAt(customer, NEAR)).isEqualTo(resumed.warnAt());
		assertThat(this.cases.dueAt(customer, PASSED)).isEqualTo(resumed.dueAt());
		assertThat(this.cases.dueAt(customer, PASSED_AGAIN)).isEqualTo(resumed.overdueAgainAt());
		assertThat(this.cases.task(customer, ANSWER).getDueDate()).isEqualTo(Date.from(resumed.dueAt()));
	}

	@Test
	void wakesARequestOnceHoweverOftenTheMessageIsDelivered() {
		UUID customer = this.desk.customer();
		UUID request = handled(customer);
		answer(customer, "WAIT_FOR_CUSTOMER");

		writes(customer, request, "desk-reply-2");
		answer(customer, "WAIT_FOR_CUSTOMER");
		writes(customer, request, "desk-reply-2");

		assertThat(this.cases.openTasks(customer)).isEmpty();
		assertThat(this.desk.request(request).status()).isEqualTo(RequestStatus.WAITING_FOR_CUSTOMER);
	}

	@Test
	void givesTheRequestBackToTheAgentWhenNobodyRepliesInTime() {
		UUID customer = this.desk.customer();
		UUID request = handled(customer);
		answer(customer, "WAIT_FOR_THIRD_PARTY");
		assertThat(this.desk.request(request).status()).isEqualTo(RequestStatus.WAITING_FOR_THIRD_PARTY);
		assertThat(this.cases.dueAt(customer, "BoundaryEvent_ReplyOverdue"))
			.isEqualTo(Time.instant("2026-03-05T18:00"));

		this.cases.timePassesUntil(customer, "BoundaryEvent_ReplyOverdue");

		assertThat(this.desk.request(request).status()).isEqualTo(RequestStatus.IN_PROGRESS);
		assertThat(clock(request, ClockKind.RESOLUTION).usedTime()).isEqualTo(Duration.ZERO);
		assertThat(this.cases.task(customer, ANSWER).getAssignee()).isEqualTo(ServiceDesk.LAN);
	}

	@Test
	void endsWhenTheCustomerWithdrawsInsteadOfReplying() {
		UUID customer = this.desk.customer();
		UUID request = handled(customer);
		answer(customer, "WAIT_FOR_CUSTOMER");

		this.requests.withdraw(request, "Không cần nữa");

		assertThat(this.cases.isRunning(RequestHandlingProcess.KEY, customer)).isFalse();
		assertThat(clock(request, ClockKind.RESOLUTION).end()).isEqualTo(ClockEnd.CANCELLED);
	}

	@Test
	void beginsASecondCycleWhenTheCustomerIsNotSatisfied() {
		UUID customer = this.desk.customer();
		UUID request = handled(customer);
		resolve(customer);

		this.time.passes(Duration.ofHours(2));
		confirm(customer, "NOT_SOLVED");

		assertThat(this.cases.task(customer, ANSWER).getAssignee()).isEqualTo(ServiceDesk.LAN);
		assertThat(this.desk.request(request).status()).isEqualTo(RequestStatus.ASSIGNED);
		List<ResolutionCycle> cycles = this.requests.cyclesOf(request);
		assertThat(cycles).extracting(ResolutionCycle::number).containsExactly(1, 2);
		assertThat(cycles.get(0).resolution()).isEqualTo("Đã thay bộ phát sóng");
		assertThat(cycles.get(1).resolution()).isNull();
		ClockState clock = clock(request, ClockKind.RESOLUTION);
		assertThat(clock.round()).isEqualTo(2);
		assertThat(clock.isOpen()).isTrue();
		assertThat(clock.startedAt()).isEqualTo(this.time.now());
		assertThat(this.cases.dueAt(customer, PASSED)).isEqualTo(clock.dueAt());
		assertThat(this.surveys.about(request)).isEmpty();
	}

	@Test
	void closesAResolvedRequestWhenTheCustomerStaysSilent() {
		UUID customer = this.desk.customer();
		UUID request = handled(customer);
		resolve(customer);

		this.cases.timePassesUntil(customer, "BoundaryEvent_ConfirmationExpired");

		assertThat(this.time.now()).isEqualTo(Time.instant("2026-03-05T18:00"));
		assertThat(this.cases.isRunning(RequestHandlingProcess.KEY, customer)).isFalse();
		assertThat(this.desk.request(request).status()).isEqualTo(RequestStatus.CLOSED);
		assertThat(this.surveys.about(request)).hasSize(1);
	}

	@Test
	void reopensAsASecondCycleWhenTheCustomerWritesAfterTheClose() {
		UUID customer = this.desk.customer();
		UUID request = closed(customer);
		this.time.passes(Duration.ofDays(7));

		writes(customer, request, "desk-reply-3");
		this.cases.settle(customer);

		ProcessInstance again = this.cases.running(RequestHandlingProcess.KEY, customer);
		assertThat(again.getBusinessKey()).isEqualTo(request.toString());
		assertThat(this.cases.passed(again.getId())).contains("StartEvent_RequestReopened");
		assertThat(this.requests.cyclesOf(request)).hasSize(2);
		assertThat(clock(request, ClockKind.RESOLUTION).round()).isEqualTo(2);
		assertThat(this.cases.task(customer, ANSWER).getAssignee()).isEqualTo(ServiceDesk.LAN);

		resolve(customer);
		confirm(customer, "SOLVED");
		assertThat(this.desk.request(request).status()).isEqualTo(RequestStatus.CLOSED);
		assertThat(this.surveys.about(request)).isNotEmpty();
	}

	@Test
	void givesAReopenedRequestToTheAgentWhoKnowsIt() {
		UUID customer = this.desk.customer();
		UUID request = handled(customer);
		this.tasks.setAssignee(this.cases.task(customer, ANSWER).getId(), ServiceDesk.MINH);
		this.customers.changeOwner(customer, this.desk.aManager(), "Khách hàng lớn");
		resolve(customer);
		confirm(customer, "SOLVED");

		writes(customer, request, "desk-reply-4");
		this.cases.settle(customer);

		assertThat(this.cases.task(customer, ANSWER).getAssignee()).isEqualTo(ServiceDesk.MINH);
	}

	@Test
	void handlesAReopenedRequestAlsoWhenTheLeadHasNotDecidedYet() {
		UUID customer = this.desk.customer();
		UUID request = handled(customer);
		this.cases.timePassesUntil(customer, PASSED_AGAIN);
		assertThat(this.cases.openTasks(customer)).contains(DECIDE);
		resolve(customer);
		confirm(customer, "SOLVED");
		assertThat(this.cases.openTasks(customer)).isEmpty();
		assertThat(this.cases.isRunning(RequestHandlingProcess.KEY, customer)).isFalse();
		assertThat(isReleased(request)).isTrue();

		writes(customer, request, "desk-reply-5");
		this.cases.settle(customer);

		assertThat(this.cases.openTasks(customer)).containsExactly(ANSWER);
	}

	@Test
	void climbsTheLadderWhileTheWorkGoesOn() {
		UUID customer = this.desk.customer();
		UUID request = answered(customer);
		ProcessInstance instance = this.cases.running(RequestHandlingProcess.KEY, customer);

		this.cases.timePassesUntil(customer, NEAR);
		assertThat(this.desk.told(ServiceDesk.LAN, request)).containsExactly("NEAR");
		assertThat(this.desk.told(this.desk.leadOfService(), request)).isEmpty();

		this.cases.timePassesUntil(customer, PASSED);
		assertThat(this.desk.told(this.desk.leadOfService(), request)).containsExactly("PASSED");
		assertThat(this.desk.request(request).priority()).isEqualTo(Priority.URGENT);
		assertThat(this.cases.task(customer, ANSWER).getPriority()).isEqualTo(90);

		this.cases.timePassesUntil(customer, PASSED_AGAIN);
		assertThat(this.desk.told(this.desk.aManager(), request)).containsExactly("PASSED_AGAIN");
		assertThat(this.cases.openTasks(customer)).containsExactlyInAnyOrder(ANSWER, DECIDE);

		this.cases.complete(customer, DECIDE, Map.of("leadDecision", "KEEP", "decisionNote", "Sắp xong"));
		assertThat(this.cases.passed(instance.getId())).contains("EndEvent_Escalated");
		assertThat(this.cases.openTasks(customer)).containsExactly(ANSWER);
		assertThat(this.desk.told(ServiceDesk.LAN, request)).containsExactly("NEAR");
		resolve(customer);
		assertThat(clock(request, ClockKind.RESOLUTION).breached()).isTrue();
	}

	@Test
	void tellsEachRungAgainInTheNextCycle() {
		UUID customer = this.desk.customer();
		UUID request = answered(customer);
		this.cases.timePassesUntil(customer, NEAR);
		resolve(customer);
		this.time.passes(Duration.ofMinutes(30));
		confirm(customer, "NOT_SOLVED");
		answer(customer, "WAIT_FOR_CUSTOMER");
		writes(customer, request, "desk-reply-9");

		this.cases.timePassesUntil(customer, NEAR);

		assertThat(this.desk.told(ServiceDesk.LAN, request)).containsExactly("NEAR", "NEAR");
	}

	@Test
	void asksTheLeadOnceWhenTimersFireLateAllTogether() {
		UUID customer = this.desk.customer();
		UUID request = handled(customer);

		this.time.is("2026-03-03T15:00");
		this.cases.timePassesUntil(customer, NEAR);
		this.cases.timePassesUntil(customer, PASSED);
		this.cases.timePassesUntil(customer, PASSED_AGAIN);

		assertThat(this.cases.openTasks(customer)).containsExactlyInAnyOrder(ANSWER, DECIDE);
		assertThat(this.desk.told(this.desk.aManager(), request)).containsExactly("PASSED_AGAIN");
	}

	@Test
	void leavesTheCaseWithWhomTheLeadGaveItTo() {
		UUID customer = this.desk.customer();
		UUID request = answered(customer);
		this.cases.timePassesUntil(customer, PASSED_AGAIN);

		this.cases.complete(customer, DECIDE,
				Map.of("leadDecision", "REASSIGN", "newAgentId", ServiceDesk.MINH, "decisionNote", "Lan đang quá tải"));
		answer(customer, "WAIT_FOR_CUSTOMER");
		writes(customer, request, "desk-reply-6");

		assertThat(this.cases.task(customer, ANSWER).getAssignee()).isEqualTo(ServiceDesk.MINH);
		assertThat(this.desk.request(request).agentId()).isEqualTo(ServiceDesk.MINH);
		assertThat(this.requests.answersOf(request)).extracting(RequestAnswer::agentId)
			.containsExactly(ServiceDesk.LAN, ServiceDesk.MINH);
	}

	@Test
	void leavesTheCaseWithWhomTheLeadGaveItToWhileItWaitsForTheCustomer() {
		UUID customer = this.desk.customer();
		UUID request = handled(customer);
		this.cases.timePassesUntil(customer, PASSED_AGAIN);
		answer(customer, "WAIT_FOR_CUSTOMER");

		this.cases.complete(customer, DECIDE, Map.of("leadDecision", "REASSIGN", "newAgentId", ServiceDesk.MINH));
		writes(customer, request, "desk-reply-7");

		assertThat(this.cases.task(customer, ANSWER).getAssignee()).isEqualTo(ServiceDesk.MINH);
	}

	@Test
	void keepsTheRaisedPriorityInTheRoundsThatFollow() {
		UUID customer = this.desk.customer();
		UUID request = answered(customer);
		this.cases.timePassesUntil(customer, PASSED);

		answer(customer, "WAIT_FOR_CUSTOMER");
		writes(customer, request, "desk-reply-8");
		assertThat(this.cases.task(customer, ANSWER).getPriority()).isEqualTo(90);

		resolve(customer);
		confirm(customer, "NOT_SOLVED");
		assertThat(this.desk.request(request).priority()).isEqualTo(Priority.URGENT);
		assertThat(this.cases.task(customer, ANSWER).getPriority()).isEqualTo(90);
	}

	@Test
	void makesWhoeverTakesTheTaskOverResponsible() {
		UUID customer = this.desk.customer();
		UUID request = handled(customer);

		this.tasks.setAssignee(this.cases.task(customer, ANSWER).getId(), ServiceDesk.MINH);
		resolve(customer);

		assertThat(this.desk.request(request).agentId()).isEqualTo(ServiceDesk.MINH);
		assertThat(this.assignments.decisionFor(request).flatMap(AssignmentDecision::agentId))
			.contains(ServiceDesk.MINH);
		assertThat(this.cases.task(customer, CONFIRM).getAssignee()).isEqualTo(ServiceDesk.MINH);
	}

	@Test
	void doesNotCloseAComplaintWithoutAnAnswerWhoeverMovesTheCase() {
		UUID customer = this.desk.customer();
		UUID request = this.desk.complaintOf(customer);
		this.cases.settle(customer);
		ProcessInstance instance = this.cases.running(RequestHandlingProcess.KEY, customer);

		assertThatExceptionOfType(RequestMoveRefused.class)
			.isThrownBy(() -> this.runtime.createProcessInstanceModification(instance.getId())
				.startBeforeActivity("Task_CloseRequest")
				.execute())
			.withMessageContaining("chưa có câu trả lời");

		assertThat(this.desk.request(request).status()).isEqualTo(RequestStatus.ASSIGNED);
		assertThat(this.cases.openTasks(customer)).containsExactly(ANSWER);

		resolve(customer);
		confirm(customer, "SOLVED");
		assertThat(this.desk.request(request).status()).isEqualTo(RequestStatus.CLOSED);
		assertThat(this.requests.hasOpenComplaint(customer)).isFalse();
	}

	private UUID handled(UUID customer) {
		UUID request = this.desk.supportRequestOf(customer);
		this.cases.settle(customer);
		return request;
	}

	/**
	 * A request whose customer has had a first answer: only the resolution is awaited.
	 */
	private UUID answered(UUID customer) {
		UUID request = handled(customer);
		answer(customer, "WAIT_FOR_CUSTOMER");
		writes(customer, request, "first-reply");
		return request;
	}

	private UUID closed(UUID customer) {
		UUID request = handled(customer);
		resolve(customer);
		confirm(customer, "SOLVED");
		return request;
	}

	private static Map<String, Object> entered(String customerReference) {
		return Map.of("customerReference", customerReference, "requestKind", "SUPPORT", "requestChannel", "PHONE",
				"subject", "Máy không khởi động", "description", "Từ sáng nay bật không lên", "impact", "HIGH",
				"urgency", "HIGH");
	}

	private void answer(UUID customer, String nextStep) {
		this.cases.complete(customer, ANSWER, Map.of("answer", "Xin anh chị gửi thêm ảnh", "nextStep", nextStep));
		this.cases.settle(customer);
	}

	private void resolve(UUID customer) {
		this.cases.complete(customer, ANSWER, Map.of("answer", "Kỹ thuật đã đến nhà", "nextStep", "RESOLVED",
				"rootCause", "TECHNOLOGY_AND_DATA", "resolution", "Đã thay bộ phát sóng"));
		this.cases.settle(customer);
	}

	private void confirm(UUID customer, String confirmation) {
		this.cases.complete(customer, CONFIRM,
				Map.of("confirmation", confirmation, "confirmationNote", "Khách rất hài lòng"));
		this.cases.settle(customer);
	}

	private void writes(UUID customer, UUID request, String messageId) {
		Request written = this.desk.request(request);
		String phone = this.customers.get(customer).phone().orElseThrow();
		this.inbox.receive(new InboundMessage(Channel.ZALO, messageId + customer, phone, "Tôi đã gửi ảnh",
				written.number(), this.time.now()));
	}

	private ClockState clock(UUID request, ClockKind kind) {
		return this.clocks.state(request, kind, now()).orElseThrow();
	}

	private boolean isReleased(UUID request) {
		return this.assignments.decisionFor(request).orElseThrow().endedAt().isPresent();
	}

	private long suspendedTimers(UUID customer) {
		ProcessInstance instance = this.cases.running(RequestHandlingProcess.KEY, customer);
		return this.management.createJobQuery().processInstanceId(instance.getId()).timers().suspended().count();
	}

	private List<TimelineEntry> timelineOf(UUID customer) {
		return this.timeline.latest(customer, 50)
			.stream()
			.filter((entry) -> entry.kind() == TimelineKind.REQUEST)
			.toList();
	}

	private Instant now() {
		return this.time.now();
	}

}
