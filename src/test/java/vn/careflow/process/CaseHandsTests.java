package vn.careflow.process;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;

import vn.careflow.assignment.AgentAssignment;
import vn.careflow.assignment.WaitingWork;
import vn.careflow.customer.ContactPreferences;
import vn.careflow.customer.Customers;
import vn.careflow.customer.NewCustomer;
import vn.careflow.customer.Timeline;
import vn.careflow.customer.TimelineEntry;
import vn.careflow.customer.TimelineKind;
import vn.careflow.process.HandAnswer.Given;
import vn.careflow.process.HandAnswer.Refused;
import vn.careflow.request.NewRequest;
import vn.careflow.request.Priority;
import vn.careflow.request.RequestChannel;
import vn.careflow.request.RequestKind;
import vn.careflow.request.RequestStatus;
import vn.careflow.request.Requests;
import vn.careflow.servicelevel.ClockKind;
import vn.careflow.servicelevel.ServiceClocks;
import vn.careflow.staff.NewAbsence;
import vn.careflow.staff.NewAgent;
import vn.careflow.staff.Staff;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.ProcessCoverage;
import vn.careflow.testsupport.ProcessTest;
import vn.careflow.testsupport.Time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ProcessTest
@OnH2
class CaseHandsTests {

	private static final String ANSWER = RequestHandlingProcess.TASK_ANSWER_REQUEST;

	private static final String BY_HAND = RequestHandlingProcess.TASK_ASSIGN_BY_HAND;

	private static final AtomicInteger ROUND = new AtomicInteger();

	@RegisterExtension
	static final ProcessCoverage coverage = ProcessCoverage.somePathOf(RequestHandlingProcess.KEY);

	@RegisterExtension
	final Time time = Time.at("2026-03-02T09:30");

	@Autowired
	CaseHands hands;

	@Autowired
	AgentAssignment assignment;

	@Autowired
	WaitingWork waiting;

	@Autowired
	ServiceDesk desk;

	@Autowired
	CaseRun cases;

	@Autowired
	Staff staff;

	@Autowired
	Requests requests;

	@Autowired
	Customers customers;

	@Autowired
	Timeline timeline;

	@Autowired
	ServiceClocks clocks;

	@Autowired
	TaskService tasks;

	@Autowired
	IdentityService identity;

	private String ann;

	private String binh;

	private String language;

	/**
	 * Two who speak a language that nobody else speaks: the rules of each test choose
	 * between them only.
	 */
	@BeforeEach
	void twoOfTheirOwn() {
		this.desk.opens();
		int round = ROUND.incrementAndGet();
		this.language = "x" + (char) ('a' + round % 26);
		this.ann = "hands.ann" + round;
		this.binh = "hands.binh" + round;
		this.staff.register(agent(this.ann, "Trần Ánh"));
		this.staff.register(agent(this.binh, "Lê Bình"));
	}

	@AfterEach
	void nobodyIsSignedIn() {
		this.identity.clearAuthentication();
		this.staff.stopReceiving(this.ann, "hết bài kiểm tra");
		this.staff.stopReceiving(this.binh, "hết bài kiểm tra");
	}

	@Test
	void givesWorkThatIsGivenBackToSomebodyElseWithEverythingThatBelongsToIt() {
		UUID customer = customer();
		UUID request = request(customer);
		Task task = taskOf(customer);
		assertThat(task.getAssignee()).isEqualTo(this.ann);
		Instant due = dueAt(request);
		this.time.passes(Duration.ofMinutes(10));

		HandAnswer answer = this.hands.giveBack(task.getId(), this.ann, "Quen biết khách hàng");

		assertThat(answer).isInstanceOfSatisfying(Given.class, (given) -> {
			assertThat(given.from()).isEqualTo(this.ann);
			assertThat(given.to()).isEqualTo(this.binh);
			assertThat(given.why()).contains("Quen biết khách hàng", "Lê Bình");
		});
		assertThat(taskOf(customer)).satisfies((moved) -> {
			assertThat(moved.getId()).isEqualTo(task.getId());
			assertThat(moved.getAssignee()).isEqualTo(this.binh);
			assertThat(moved.getDueDate()).isEqualTo(task.getDueDate());
		});
		assertThat(this.desk.request(request).agentId()).isEqualTo(this.binh);
		assertThat(this.cases.variables(this.cases.ofCase(RequestHandlingProcess.KEY, request).getId()))
			.containsEntry("agentId", this.binh);
		assertThat(dueAt(request)).isEqualTo(due);
		assertThat(this.assignment.openOf(this.ann)).isEmpty();
		assertThat(this.assignment.openOf(this.binh)).containsExactly(request);
	}

	@Test
	void keepsFromToAndWhyInTheHistoryAndOnTheTimeline() {
		UUID customer = customer();
		UUID request = request(customer);

		this.hands.giveBack(taskOf(customer).getId(), this.ann, "Quen biết khách hàng");

		assertThat(this.assignment.historyOf(request)).hasSize(2).first().satisfies((decision) -> {
			assertThat(decision.from()).contains(this.ann);
			assertThat(decision.agentId()).contains(this.binh);
			assertThat(decision.movedBy()).contains(this.ann);
			assertThat(decision.movedBecause()).contains("Quen biết khách hàng");
		});
		assertThat(this.timeline.latest(customer, 10)).filteredOn((entry) -> entry.kind() == TimelineKind.ASSIGNMENT)
			.singleElement()
			.satisfies((TimelineEntry entry) -> {
				assertThat(entry.summary()).isEqualTo("Việc chuyển từ Trần Ánh sang Lê Bình");
				assertThat(entry.detail()).contains("Quen biết khách hàng");
				assertThat(entry.subjectId()).isEqualTo(request);
				assertThat(entry.actorId()).isEqualTo(this.ann);
			});
	}

	@Test
	void tellsTheNewPersonAndTheLeadOfWhatAnAgentGaveBack() {
		UUID customer = customer();
		UUID request = request(customer);

		this.hands.giveBack(taskOf(customer).getId(), this.ann, "Quen biết khách hàng");

		assertThat(told(this.binh, request)).containsExactly("handed-to-you");
		assertThat(told(this.desk.leadOfService(), request)).containsExactly("hands-changed");
		assertThat(told(this.ann, request)).isEmpty();
	}

	@Test
	void tellsBothPeopleOfWhatALeadMoved() {
		UUID customer = customer();
		UUID request = request(customer);

		this.hands.reassign(taskOf(customer).getId(), this.binh, this.desk.leadOfService(), "Ánh đang quá tải");

		assertThat(told(this.ann, request)).containsExactly("taken-from-you");
		assertThat(told(this.binh, request)).containsExactly("handed-to-you");
		assertThat(told(this.desk.leadOfService(), request)).isEmpty();
	}

	@Test
	void letsWorkWaitInTheTeamsQueueWhenNobodyElseCanTakeIt() {
		UUID customer = customer();
		UUID request = request(customer);
		this.hands.giveBack(taskOf(customer).getId(), this.ann, "Quen biết khách hàng");

		HandAnswer answer = this.hands.giveBack(taskOf(customer).getId(), this.binh, "Cũng quen khách hàng");

		assertThat(answer).isInstanceOfSatisfying(Given.class, (given) -> assertThat(given.to()).isNull());
		assertThat(taskOf(customer).getAssignee()).isNull();
		assertThat(this.desk.request(request)).satisfies((waits) -> {
			assertThat(waits.agentId()).isNull();
			assertThat(waits.status()).isEqualTo(RequestStatus.ASSIGNED);
		});
		assertThat(this.waiting.of("service", 1000)).anySatisfy((item) -> {
			assertThat(item.workItemId()).isEqualTo(request);
			assertThat(item.excluded()).containsExactlyInAnyOrder(this.ann, this.binh);
		});
		assertThat(told(this.desk.leadOfService(), request)).contains("unassigned");
	}

	@Test
	void refusesToGiveBackWhatSomebodyElseHas() {
		UUID customer = customer();
		request(customer);

		HandAnswer answer = this.hands.giveBack(taskOf(customer).getId(), this.binh, "Không muốn");

		assertThat(answer).isInstanceOfSatisfying(Refused.class,
				(refused) -> assertThat(refused.text()).contains("Chỉ người đang giữ việc này"));
		assertThatExceptionOfType(TaskNotFound.class)
			.isThrownBy(() -> this.hands.giveBack("no-such-task", this.binh, "Không muốn"));
	}

	@Test
	void passesOnToAColleagueWhomTheRulesFindEligible() {
		UUID customer = customer();
		UUID request = request(customer);

		HandAnswer answer = this.hands.passOn(taskOf(customer).getId(), this.binh, this.ann, "Bình rành mạng hơn");

		assertThat(answer).isInstanceOfSatisfying(Given.class,
				(given) -> assertThat(given.why()).contains("Trần Ánh", "Lê Bình", "Bình rành mạng hơn"));
		assertThat(this.desk.request(request).agentId()).isEqualTo(this.binh);
	}

	@Test
	void refusesToPassOnWithEverythingThatSpeaksAgainstTheColleague() {
		UUID customer = customer();
		UUID request = request(customer);
		String novice = this.binh + ".novice";
		this.staff.register(
				NewAgent.named(novice, "Phạm Mới", novice + "@example.com", LocalDate.of(2024, 1, 2)).inTeams("sales"));
		this.staff.stopReceiving(novice, "đào tạo");

		HandAnswer answer = this.hands.passOn(taskOf(customer).getId(), novice, this.ann, "Bận");

		assertThat(answer).isInstanceOfSatisfying(Refused.class,
				(refused) -> assertThat(refused.reasons()).hasSizeGreaterThanOrEqualTo(3));
		assertThat(taskOf(customer).getAssignee()).isEqualTo(this.ann);
		assertThat(this.assignment.historyOf(request)).hasSize(1);
		assertThat(this.hands.passOn(taskOf(customer).getId(), this.ann, this.binh, "Bận")).isInstanceOf(Refused.class);
	}

	@Test
	void givesNobodysCustomerToSomebodyWhoIsAway() {
		UUID customer = customer();
		request(customer);
		this.staff.enterAbsence(new NewAbsence(UUID.randomUUID(), this.binh, this.time.now(),
				this.time.now().plus(Duration.ofDays(2)), null, "nghỉ phép"));

		HandAnswer answer = this.hands.reassign(taskOf(customer).getId(), this.binh, this.desk.leadOfService(),
				"Chia việc");

		assertThat(answer).isInstanceOf(Refused.class);
		assertThat(taskOf(customer).getAssignee()).isEqualTo(this.ann);
	}

	@Test
	void letsTheRulesDecideWhoTakesWhatALeadTakesAway() {
		UUID customer = customer();
		UUID request = request(customer);

		HandAnswer answer = this.hands.reassign(request, null, this.desk.leadOfService(), "Ánh đang quá tải");

		assertThat(answer).isInstanceOfSatisfying(Given.class, (given) -> assertThat(given.to()).isEqualTo(this.binh));
		assertThat(taskOf(customer).getAssignee()).isEqualTo(this.binh);
	}

	@Test
	void endsTheWaitForAPersonWhenTheLeadMovesTheCaseToOne() {
		this.staff.stopReceiving(this.ann, "họp");
		this.staff.stopReceiving(this.binh, "họp");
		UUID customer = customer();
		UUID request = request(customer);
		Task waits = this.cases.task(customer, BY_HAND);

		HandAnswer answer = this.hands.reassign(waits.getId(), this.binh, this.desk.leadOfService(), "Bình họp xong");

		assertThat(answer).isInstanceOf(Given.class);
		assertThat(this.cases.openTasks(customer)).containsExactly(ANSWER);
		assertThat(taskOf(customer).getAssignee()).isEqualTo(this.binh);
		assertThat(this.desk.request(request).status()).isEqualTo(RequestStatus.ASSIGNED);
		assertThat(isWaiting(request)).isFalse();
	}

	@Test
	void showsBeforehandWhatWouldBecomeOfManyAndThenDoesIt() {
		UUID first = customer();
		UUID firstRequest = request(first);
		UUID second = customer();
		request(second);
		this.hands.reassign(taskOf(second).getId(), this.ann, this.desk.leadOfService(), "Dồn việc cho Ánh");
		List<String> both = List.of(taskOf(first).getId(), "no-such-task", taskOf(second).getId());

		List<HandProposal> proposals = this.hands.preview(both, null, this.desk.leadOfService());

		assertThat(proposals).extracting(HandProposal::taskId).containsExactlyElementsOf(both);
		assertThat(proposals.get(0)).satisfies((proposal) -> {
			assertThat(proposal.caseId()).isEqualTo(firstRequest);
			assertThat(proposal.title()).isEqualTo("Trả lời khách hàng");
			assertThat(proposal.from()).isEqualTo(this.ann);
			assertThat(proposal.to()).isEqualTo(this.binh);
			assertThat(proposal.why()).contains("Lê Bình");
			assertThat(proposal.objection()).isNull();
		});
		assertThat(proposals.get(1).objection()).contains("đã xong");
		assertThat(taskOf(first).getAssignee()).isEqualTo(this.ann);
		assertThat(this.assignment.historyOf(firstRequest)).hasSize(1);

		List<HandResult> results = this.hands.reassignAll(both, null, this.desk.leadOfService(), "Ánh nghỉ ốm");

		assertThat(results).extracting(HandResult::moved).containsExactly(true, false, true);
		assertThat(results.get(0).message()).contains("Ánh nghỉ ốm");
		assertThat(taskOf(first).getAssignee()).isEqualTo(this.binh);
		assertThat(taskOf(second).getAssignee()).isEqualTo(this.binh);
	}

	@Test
	void movesWhatItCanOfManyToOnePerson() {
		UUID first = customer();
		request(first);
		UUID second = customer();
		request(second);
		this.hands.reassign(taskOf(first).getId(), this.ann, this.desk.leadOfService(), "Của Ánh");
		this.hands.reassign(taskOf(second).getId(), this.binh, this.desk.leadOfService(), "Của Bình");
		List<String> both = List.of(taskOf(first).getId(), taskOf(second).getId());

		List<HandProposal> proposals = this.hands.preview(both, this.binh, this.desk.leadOfService());
		List<HandResult> results = this.hands.reassignAll(both, this.binh, this.desk.leadOfService(), "Gom việc");

		assertThat(proposals).extracting(HandProposal::objection).containsExactly(null, "Lê Bình đang giữ việc này.");
		assertThat(results).extracting(HandResult::moved).containsExactly(true, false);
		assertThat(this.hands.preview(both, "nobody", this.desk.leadOfService()))
			.allSatisfy((proposal) -> assertThat(proposal.objection()).contains("nobody"));
		assertThat(this.hands.reassignAll(both, "nobody", this.desk.leadOfService(), "Gom việc"))
			.allSatisfy((result) -> assertThat(result.moved()).isFalse());
	}

	@Test
	void warnsALeadOfWhatTheRulesWouldSay() {
		UUID customer = customer();
		request(customer);
		this.staff.stopReceiving(this.binh, "đào tạo");

		List<HandProposal> proposals = this.hands.preview(List.of(taskOf(customer).getId()), this.binh,
				this.desk.leadOfService());

		assertThat(proposals).singleElement().satisfies((proposal) -> {
			assertThat(proposal.objection()).isNull();
			assertThat(proposal.why()).startsWith("Giao cho Lê Bình").contains("Lưu ý", "ngừng nhận việc");
		});
	}

	@Test
	void keepsWhoIsAwayFromTakingWorkFromTheQueue() {
		UUID customer = customer();
		UUID request = request(customer);
		this.hands.giveBack(taskOf(customer).getId(), this.ann, "Quen biết khách hàng");
		this.hands.giveBack(taskOf(customer).getId(), this.binh, "Quen biết khách hàng");
		String taskId = taskOf(customer).getId();
		this.staff.enterAbsence(new NewAbsence(UUID.randomUUID(), this.ann, this.time.now(),
				this.time.now().plus(Duration.ofDays(2)), null, "nghỉ phép"));

		assertThatExceptionOfType(ProcessEngineException.class).isThrownBy(() -> claims(this.ann, taskId))
			.withMessageContaining("Trần Ánh");
		claims(this.binh, taskId);

		assertThat(this.desk.request(request).agentId()).isEqualTo(this.binh);
		assertThat(isWaiting(request)).isFalse();
		assertThat(this.assignment.historyOf(request).get(0).movedBecause()).contains("Nhận việc trong Tasklist");
	}

	private void claims(String person, String taskId) {
		this.identity.setAuthentication(person, List.of("agent", "service"));
		try {
			this.tasks.claim(taskId, person);
		}
		finally {
			this.identity.clearAuthentication();
		}
	}

	@Test
	void asksForAReasonWhereATaskIsPutDownInTasklist() {
		UUID customer = customer();
		request(customer);
		String taskId = taskOf(customer).getId();
		this.identity.setAuthentication(this.desk.leadOfService(), List.of("team-lead", "service"));

		assertThatExceptionOfType(ProcessEngineException.class).isThrownBy(() -> this.tasks.setAssignee(taskId, null))
			.withMessageContaining("Phân công");

		this.identity.clearAuthentication();
		assertThat(taskOf(customer).getAssignee()).isEqualTo(this.ann);
	}

	@Test
	void leavesARequestWithWhoCanStillTakeItWhenItBecomesMoreUrgent() {
		UUID customer = customer();
		UUID request = request(customer);

		this.requests.prioritise(request, Priority.URGENT, "Cả tòa nhà mất mạng");

		assertThat(taskOf(customer).getAssignee()).isEqualTo(this.ann);
		assertThat(this.desk.request(request).agentId()).isEqualTo(this.ann);
		assertThat(told(this.desk.leadOfService(), request)).isEmpty();
	}

	@Test
	void givesACaseToSomebodyWhoSpeaksTheCustomersNewLanguage() {
		UUID customer = customer();
		UUID request = request(customer);
		String other = "y" + this.language.charAt(1);
		this.staff.change(agent(this.binh, "Lê Bình").speaking(this.language, other));

		speaks(customer, other);

		assertThat(taskOf(customer).getAssignee()).isEqualTo(this.binh);
		assertThat(this.desk.request(request).agentId()).isEqualTo(this.binh);
		assertThat(this.assignment.historyOf(request).get(0).movedBecause()).contains("Khách hàng dùng ngôn ngữ khác");

		speaks(customer, "zz");

		assertThat(taskOf(customer).getAssignee()).isNull();
		assertThat(isWaiting(request)).isTrue();

		speaks(customer, this.language);

		assertThat(taskOf(customer).getAssignee()).isEqualTo(this.ann);
		assertThat(isWaiting(request)).isFalse();
	}

	@Test
	void givesARequestToSomebodyWhoServesTheProductThatItIsReallyAbout() {
		UUID customer = customer();
		UUID request = request(customer);
		this.staff.change(agent(this.ann, "Trần Ánh").servingProducts("NET-100"));

		this.requests.concern(request, "TV-200");

		assertThat(taskOf(customer).getAssignee()).isEqualTo(this.binh);
		assertThat(this.desk.request(request).product()).isEqualTo("TV-200");
	}

	@Test
	void doesNotOverruleAPersonWhenTheRulesLookAgain() {
		UUID customer = customer();
		UUID request = request(customer);
		this.hands.reassign(request, this.binh, this.desk.leadOfService(), "Bình theo vụ này từ đầu");
		this.staff.change(agent(this.binh, "Lê Bình").servingProducts("NET-100"));

		this.requests.concern(request, "TV-200");

		assertThat(taskOf(customer).getAssignee()).isEqualTo(this.binh);
	}

	private UUID customer() {
		return this.customers
			.register(NewCustomer.from("hands", null, this.desk.profile().preferences(speaking(this.language)).build())
				.ownedBy(this.ann))
			.customer()
			.id();
	}

	private UUID request(UUID customer) {
		UUID request = this.desk.received(NewRequest.of(customer, RequestKind.SUPPORT, "Mạng chập chờn",
				"Mất kết nối mỗi tối", RequestChannel.WEB));
		this.cases.settle(customer);
		return request;
	}

	private void speaks(UUID customerId, String language) {
		this.customers.change(customerId, this.customers.get(customerId).version(),
				this.desk.profile().preferences(speaking(language)).build(), "Khách đổi ngôn ngữ");
	}

	private static ContactPreferences speaking(String language) {
		return new ContactPreferences(null, null, null, null, language, false);
	}

	private NewAgent agent(String id, String name) {
		return NewAgent.named(id, name, id + "@example.com", LocalDate.of(2024, 1, 2))
			.inTeams("service")
			.skilled("support", 3)
			.speaking(this.language)
			.workingBy("always")
			.withCapacity(100);
	}

	private Task taskOf(UUID customer) {
		return this.cases.task(customer, ANSWER);
	}

	private Instant dueAt(UUID request) {
		return this.clocks.state(request, ClockKind.RESOLUTION, this.time.now()).orElseThrow().dueAt();
	}

	private boolean isWaiting(UUID caseId) {
		return this.waiting.of("service", 10_000).stream().anyMatch((item) -> item.workItemId().equals(caseId));
	}

	private List<String> told(String person, UUID caseId) {
		return this.desk.toldOfHands(person, caseId);
	}

}
