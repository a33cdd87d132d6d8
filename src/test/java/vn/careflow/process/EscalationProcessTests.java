package vn.careflow.process;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.careflow.assignment.AgentAssignment;
import vn.careflow.assignment.AssignmentDecision;
import vn.careflow.customer.Timeline;
import vn.careflow.customer.TimelineEntry;
import vn.careflow.request.Priority;
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
class EscalationProcessTests {

	private static final String ANSWER = RequestHandlingProcess.TASK_ANSWER_REQUEST;

	private static final String DECIDE = EscalationProcess.TASK_DECIDE_OVERDUE_CASE;

	private static final String NEAR = RequestHandlingProcess.BOUNDARY_DEADLINE_NEAR;

	private static final String PASSED = RequestHandlingProcess.BOUNDARY_DEADLINE_PASSED;

	private static final String PASSED_AGAIN = RequestHandlingProcess.BOUNDARY_DEADLINE_PASSED_AGAIN;

	@RegisterExtension
	static final ProcessCoverage coverage = ProcessCoverage.everyPathOf(EscalationProcess.KEY);

	@RegisterExtension
	final Time time = Time.at("2026-03-02T09:30");

	@Autowired
	ServiceDesk desk;

	@Autowired
	CaseRun cases;

	@Autowired
	Requests requests;

	@Autowired
	AgentAssignment assignments;

	@Autowired
	CareMessages messages;

	@Autowired
	Timeline timeline;

	@Autowired
	TaskService tasks;

	@Autowired
	HistoryService history;

	@BeforeEach
	void theDeskIsOpen() {
		this.desk.opens();
	}

	@Test
	void remindsTheAgentBeforeTheDeadlineAndChangesNothing() {
		UUID customer = this.desk.customer();
		UUID request = answered(customer);

		this.cases.timePassesUntil(customer, NEAR);

		assertThat(this.desk.told(ServiceDesk.LAN, request)).containsExactly("NEAR");
		assertThat(passedBy(request)).contains("EndEvent_ResponsibleTold").doesNotContain("Task_RaisePriority", DECIDE);
		assertThat(this.desk.request(request).priority()).isEqualTo(Priority.HIGH);
		Task answer = this.cases.task(customer, ANSWER);
		assertThat(this.tasks.getTaskComments(answer.getId())).extracting(Comment::getFullMessage)
			.singleElement()
			.asString()
			.startsWith("Sắp đến hạn");
	}

	@Test
	void remindsTheTeamLeadOfACaseThatNobodyHas() {
		UUID customer = this.desk.customer();
		UUID request = answered(customer);
		this.tasks.setAssignee(this.cases.task(customer, ANSWER).getId(), null);

		this.cases.timePassesUntil(customer, NEAR);

		assertThat(this.desk.told(this.desk.leadOfService(), request)).containsExactly("NEAR");
		assertThat(this.desk.told(ServiceDesk.LAN, request)).isEmpty();
	}

	@Test
	void tellsTheNextOneUpAsWellWhileTheAgentIsAway() {
		UUID customer = this.desk.customer();
		UUID request = answered(customer);
		String away = this.desk.somebodyOnLeave("2026-03-02T15:00", "2026-03-04T08:00");
		this.tasks.setAssignee(this.cases.task(customer, ANSWER).getId(), away);

		this.cases.timePassesUntil(customer, NEAR);

		assertThat(this.desk.told(away, request)).containsExactly("NEAR");
		assertThat(this.desk.told(this.desk.leadOfService(), request)).containsExactly("NEAR");
		assertThat(this.desk.told(this.desk.aManager(), request)).isEmpty();
	}

	@Test
	void raisesThePriorityOfARequestThatIsLate() {
		UUID customer = this.desk.customer();
		UUID request = answered(customer);

		this.cases.timePassesUntil(customer, PASSED);

		assertThat(passedBy(request)).contains("EndEvent_PriorityRaised").doesNotContain(DECIDE);
		assertThat(this.desk.told(this.desk.leadOfService(), request)).containsExactly("PASSED");
		assertThat(this.desk.request(request)).satisfies((raised) -> {
			assertThat(raised.priority()).isEqualTo(Priority.URGENT);
			assertThat(raised.priorityReason()).startsWith("Leo thang");
		});
		assertThat(this.cases.task(customer, ANSWER).getPriority()).isEqualTo(90);
	}

	@Test
	void leavesTheCaseAsItIsWhenTheLeadDecidesSo() {
		UUID customer = this.desk.customer();
		UUID request = handled(customer);
		this.cases.timePassesUntil(customer, PASSED_AGAIN);
		Task decision = this.cases.task(customer, DECIDE);
		assertThat(this.tasks.getIdentityLinksForTask(decision.getId())).extracting(IdentityLink::getGroupId)
			.containsExactly("team-lead");
		assertThat(this.desk.told(this.desk.aManager(), request)).containsExactly("PASSED_AGAIN");

		this.cases.complete(customer, DECIDE, Map.of("leadDecision", "KEEP"));

		assertThat(passedBy(request)).contains("EndEvent_LeadDecided");
		assertThat(this.desk.request(request).agentId()).isEqualTo(ServiceDesk.LAN);
		assertThat(this.desk.request(request).priority()).isEqualTo(Priority.HIGH);
	}

	@Test
	void handsTheCaseToWhomTheLeadNames() {
		UUID customer = this.desk.customer();
		UUID request = handled(customer);
		this.cases.timePassesUntil(customer, PASSED_AGAIN);

		this.cases.complete(customer, DECIDE, Map.of("leadDecision", "REASSIGN", "newAgentId", ServiceDesk.MINH,
				"decisionNote", "Minh rành thiết bị"));

		assertThat(this.desk.request(request).agentId()).isEqualTo(ServiceDesk.MINH);
		assertThat(this.cases.task(customer, ANSWER).getAssignee()).isEqualTo(ServiceDesk.MINH);
		AssignmentDecision decision = this.assignments.decisionFor(request).orElseThrow();
		assertThat(decision.agentId()).contains(ServiceDesk.MINH);
		assertThat(decision.summary()).contains("Minh rành thiết bị");
	}

	@Test
	void saysNoWhenTheLeadNamesSomebodyWhoHasLeft() {
		String gone = this.desk.somebodyWhoHasLeft();
		UUID customer = this.desk.customer();
		UUID request = handled(customer);
		this.cases.timePassesUntil(customer, PASSED_AGAIN);

		assertThatExceptionOfType(FormRejected.class)
			.isThrownBy(
					() -> this.cases.complete(customer, DECIDE, Map.of("leadDecision", "REASSIGN", "newAgentId", gone)))
			.satisfies((refused) -> assertThat(refused.violations()).extracting(FormRejected.Violation::field)
				.containsExactly("newAgentId"));

		assertThat(this.cases.openTasks(customer)).containsExactlyInAnyOrder(ANSWER, DECIDE);
		assertThat(this.desk.request(request).agentId()).isEqualTo(ServiceDesk.LAN);
	}

	@Test
	void raisesThePriorityWhenTheLeadDecidesSo() {
		UUID customer = this.desk.customer();
		UUID request = handled(customer);
		this.cases.timePassesUntil(customer, PASSED_AGAIN);

		this.cases.complete(customer, DECIDE, Map.of("leadDecision", "RAISE_PRIORITY"));

		assertThat(this.desk.request(request).priority()).isEqualTo(Priority.URGENT);
		assertThat(this.cases.task(customer, ANSWER).getPriority()).isEqualTo(90);
	}

	@Test
	void escalatesWhatAPersonReportsEvenWhenItIsNotLateYet() {
		UUID customer = this.desk.customer();
		UUID request = handled(customer);

		ProcessInstance reported = reported(request, "Khách gọi lần thứ ba");

		assertThat(this.cases.hasEnded(reported.getId())).isTrue();
		assertThat(this.cases.caseIdOf(reported.getId())).isEqualTo(request);
		assertThat(this.desk.told(this.desk.leadOfService(), request)).containsExactly("PASSED");
		assertThat(this.desk.request(request).priority()).isEqualTo(Priority.URGENT);
		assertThat(this.timeline.latest(customer, 10)).extracting(TimelineEntry::detail)
			.contains("Khách gọi lần thứ ba");
	}

	@Test
	void asksTheLeadEachTimeThatAPersonReportsAComplaintButTellsOnce() {
		UUID customer = this.desk.customer();
		UUID request = this.desk.complaintOf(customer);
		this.cases.settle(customer);

		reported(request, "Khách doạ huỷ hợp đồng");
		this.cases.complete(customer, DECIDE, Map.of("leadDecision", "KEEP"));
		reported(request, "Khách gọi lại");

		assertThat(this.cases.openTasks(customer)).containsExactlyInAnyOrder(ANSWER, DECIDE);
		assertThat(this.desk.told(this.desk.leadOfService(), request)).containsExactly("PASSED");
	}

	@Test
	void refusesAReportAboutARequestThatDoesNotExist() {
		assertThatExceptionOfType(FormRejected.class)
			.isThrownBy(() -> this.cases.startedByForm(EscalationProcess.KEY,
					Map.of("caseReference", "YC999999", "escalationReason", "Khách gọi lại")))
			.withMessageContaining("YC999999");
	}

	@Test
	void refusesAReportAboutARequestThatHasEnded() {
		UUID customer = this.desk.customer();
		UUID request = handled(customer);
		this.requests.withdraw(request, "Không cần nữa");

		assertThatExceptionOfType(FormRejected.class).isThrownBy(() -> reported(request, "Khách gọi lại"))
			.withMessageContaining(this.desk.request(request).number());

		assertThat(this.desk.told(this.desk.leadOfService(), request)).isEmpty();
	}

	@Test
	void givesNobodyACaseThatEndedWhileTheLeadDecided() {
		UUID customer = this.desk.customer();
		UUID request = this.desk.complaintOf(customer);
		this.cases.settle(customer);
		ProcessInstance reported = reported(request, "Khách doạ huỷ hợp đồng");
		this.requests.withdraw(request, "Đã làm hoà");

		this.cases.complete(customer, DECIDE, Map.of("leadDecision", "REASSIGN", "newAgentId", ServiceDesk.MINH));

		assertThat(this.cases.hasEnded(reported.getId())).isTrue();
		assertThat(this.assignments.decisionFor(request).orElseThrow().endedAt()).isPresent();
		assertThat(this.desk.request(request).agentId()).isEqualTo(ServiceDesk.LAN);
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
		this.cases.complete(customer, ANSWER,
				Map.of("answer", "Xin anh chị gửi thêm ảnh", "nextStep", "WAIT_FOR_CUSTOMER"));
		this.cases.settle(customer);
		this.messages.tellCase(RequestHandlingProcess.MESSAGE_CUSTOMER_REPLIED, request);
		return request;
	}

	private ProcessInstance reported(UUID request, String reason) {
		return this.cases.startedByForm(EscalationProcess.KEY,
				Map.of("caseReference", this.desk.request(request).number(), "escalationReason", reason));
	}

	/** The elements that the latest escalation of a case has passed. */
	private List<String> passedBy(UUID request) {
		String latest = this.history.createHistoricProcessInstanceQuery()
			.processDefinitionKey(EscalationProcess.KEY)
			.processInstanceBusinessKey(request.toString())
			.singleResult()
			.getId();
		return this.history.createHistoricActivityInstanceQuery()
			.processInstanceId(latest)
			.finished()
			.list()
			.stream()
			.map(HistoricActivityInstance::getActivityId)
			.toList();
	}

}
