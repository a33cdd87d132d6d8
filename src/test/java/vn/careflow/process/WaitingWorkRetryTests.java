package vn.careflow.process;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import vn.careflow.assignment.AgentAssignment;
import vn.careflow.assignment.AssignmentDecision;
import vn.careflow.assignment.WaitingItem;
import vn.careflow.assignment.WaitingWork;
import vn.careflow.contact.Contacts;
import vn.careflow.customer.ContactPreferences;
import vn.careflow.customer.Customers;
import vn.careflow.customer.NewCustomer;
import vn.careflow.request.Level;
import vn.careflow.request.NewRequest;
import vn.careflow.request.RequestChannel;
import vn.careflow.request.RequestKind;
import vn.careflow.request.RequestStatus;
import vn.careflow.request.Requests;
import vn.careflow.staff.NewAbsence;
import vn.careflow.staff.NewAgent;
import vn.careflow.staff.Staff;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.ProcessCoverage;
import vn.careflow.testsupport.ProcessTest;
import vn.careflow.testsupport.Time;

import static org.assertj.core.api.Assertions.assertThat;

@ProcessTest
@OnH2
class WaitingWorkRetryTests {

	private static final String ANSWER = RequestHandlingProcess.TASK_ANSWER_REQUEST;

	private static final String BY_HAND = RequestHandlingProcess.TASK_ASSIGN_BY_HAND;

	private static final AtomicInteger ROUND = new AtomicInteger();

	private static final AtomicInteger PEOPLE = new AtomicInteger();

	@RegisterExtension
	static final ProcessCoverage coverage = ProcessCoverage.somePathOf(RequestHandlingProcess.KEY);

	@RegisterExtension
	final Time time = Time.at("2026-03-02T20:00");

	@Autowired
	WaitingWorkRetry retry;

	@Autowired
	WaitingWork waiting;

	@Autowired
	AgentAssignment assignment;

	@Autowired
	CaseHands hands;

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
	Contacts contacts;

	@Autowired
	TransactionTemplate transaction;

	/** Of this test only: what other tests left waiting is in other languages. */
	private String language;

	@BeforeEach
	void aLanguageOfItsOwn() {
		this.desk.opens();
		this.language = "w" + (char) ('a' + ROUND.incrementAndGet() % 26);
	}

	@Test
	void givesWhatWaitsToWhoeverStartsToReceiveWorkAgainTheMostUrgentFirst() {
		String ann = hired(3, "always");
		this.staff.stopReceiving(ann, "họp");
		UUID low = waits(Level.LOW);
		UUID first = waits(Level.MEDIUM);
		UUID urgent = waits(Level.HIGH);
		assertThat(waitingHere()).containsExactly(urgent, first, low);

		this.staff.startReceiving(ann);

		assertThat(this.assignment.openOf(ann)).containsExactlyInAnyOrder(urgent, first);
		assertThat(waitingHere()).containsExactly(low);
		assertThat(this.desk.request(urgent)).satisfies((request) -> {
			assertThat(request.status()).isEqualTo(RequestStatus.ASSIGNED);
			assertThat(request.agentId()).isEqualTo(ann);
		});
		assertThat(this.cases.openTasks(this.desk.request(urgent).customerId())).containsExactly(ANSWER);
		assertThat(this.cases.openTasks(this.desk.request(low).customerId())).containsExactly(BY_HAND);
	}

	@Test
	void givesWhatWaitsToWhoeverHasRoomAgain() {
		String ann = hired(1, "always");
		UUID taken = received(Level.MEDIUM);
		UUID waits = waits(Level.MEDIUM);
		assertThat(this.desk.request(taken).agentId()).isEqualTo(ann);

		this.requests.withdraw(taken, "Khách tự sửa được");

		assertThat(this.desk.request(waits).agentId()).isEqualTo(ann);
		assertThat(waitingHere()).isEmpty();
	}

	@Test
	void givesWhatWaitsToWhoeverComesToWork() {
		String ann = hired(10, "office");
		UUID waits = waits(Level.MEDIUM);
		this.retry.tryDue();
		assertThat(item(waits).nextTryAt()).isEqualTo(Time.instant("2026-03-02T20:00:30"));
		this.time.is("2026-03-02T20:00:30");
		this.retry.tryDue();
		assertThat(item(waits).nextTryAt()).isEqualTo(Time.instant("2026-03-03T08:00"));

		this.time.is("2026-03-03T08:00");
		this.retry.inTheBackground();

		assertThat(this.desk.request(waits).agentId()).isEqualTo(ann);
		assertThat(this.assignment.historyOf(waits)).hasSize(2);
		assertThat(waitingHere()).isEmpty();
	}

	@Test
	void givesWhatWaitsToWhoeverComesBackEarlierThanPlanned() {
		String ann = hired(10, "always");
		UUID absence = UUID.randomUUID();
		this.staff.enterAbsence(new NewAbsence(absence, ann, this.time.now().plus(Duration.ofMinutes(1)),
				this.time.now().plus(Duration.ofDays(9)), null, "nghỉ phép"));
		this.time.passes(Duration.ofMinutes(2));
		UUID waits = waits(Level.MEDIUM);

		this.staff.cancelAbsence(ann, absence);

		assertThat(this.desk.request(waits).agentId()).isEqualTo(ann);
	}

	@Test
	void makesAWaitingContactTheJobOfWhoCanCarryItOut() {
		UUID customer = customer();
		this.time.is("2026-03-03T09:00");
		ProcessInstance contact = this.cases.startedByForm(ContactCustomerProcess.KEY, Map.of("customerReference",
				this.customers.get(customer).number(), "purpose", "SERVICE", "contactChannel", "CALL"));
		this.cases.timePassesUntil(customer, ContactCustomerProcess.EVENT_SLOT_REACHED);
		Task task = this.cases.task(customer, ContactCustomerProcess.TASK_CARRY_OUT_CONTACT);
		assertThat(task.getAssignee()).isNull();
		UUID contactId = this.cases.caseIdOf(contact.getId());
		assertThat(this.desk.told(this.desk.leadOfService(), contactId)).contains("unassigned");

		String ann = hired(10, "always");

		assertThat(this.cases.task(customer, ContactCustomerProcess.TASK_CARRY_OUT_CONTACT).getAssignee())
			.isEqualTo(ann);
		assertThat(this.contacts.get(contactId).agentId()).isEqualTo(ann);
		assertThat(this.desk.toldOfHands(ann, contactId)).containsExactly("handed-to-you");
	}

	@Test
	void givesToNobodyWhatTheyGaveBackBefore() {
		String ann = hired(10, "always");
		UUID request = received(Level.MEDIUM);
		UUID customer = this.desk.request(request).customerId();
		this.hands.giveBack(this.cases.task(customer, ANSWER).getId(), ann, "Quen biết khách hàng");
		assertThat(waitingHere()).containsExactly(request);

		this.staff.stopReceiving(ann, "họp");
		this.staff.startReceiving(ann);
		assertThat(this.cases.task(customer, ANSWER).getAssignee()).isNull();

		String binh = hired(10, "always");
		assertThat(this.cases.task(customer, ANSWER).getAssignee()).isEqualTo(binh);
		assertThat(this.assignment.openOf(ann)).isEmpty();
	}

	@Test
	void forgetsACaseThatEndsWhileItWaits() {
		UUID waits = waits(Level.MEDIUM);

		this.requests.withdraw(waits, "Khách tự sửa được");

		assertThat(waitingHere()).isEmpty();
		String ann = hired(10, "always");
		assertThat(this.assignment.openOf(ann)).isEmpty();
	}

	@Test
	void letsWhatALeadAssignedWaitNoMore() {
		UUID waits = waits(Level.MEDIUM);
		UUID customer = this.desk.request(waits).customerId();

		this.cases.complete(customer, BY_HAND,
				Map.of("newAgentId", ServiceDesk.MINH, "assignmentReason", "Có phiên dịch đi cùng"));
		this.cases.settle(customer);

		assertThat(waitingHere()).isEmpty();
		hired(10, "always");
		assertThat(this.cases.task(customer, ANSWER).getAssignee()).isEqualTo(ServiceDesk.MINH);
	}

	@Test
	void takesNoNewsFromATransactionThatIsUndone() {
		String ann = hired(10, "always");
		this.staff.stopReceiving(ann, "họp");
		UUID waits = waits(Level.MEDIUM);

		this.transaction.executeWithoutResult((status) -> {
			this.staff.startReceiving(ann);
			status.setRollbackOnly();
		});
		this.retry.inTheBackground();

		assertThat(waitingHere()).containsExactly(waits);
	}

	@Test
	void givesEachPieceOfWorkOnceHoweverManyNodesTry() throws Exception {
		List<UUID> waits = new ArrayList<>();
		String ann = hired(50, "always");
		String binh = hired(50, "always");
		this.staff.stopReceiving(ann, "họp");
		this.staff.stopReceiving(binh, "họp");
		for (int i = 0; i < 12; i++) {
			waits.add(waits(Level.MEDIUM));
		}
		this.transaction.executeWithoutResult((status) -> {
			this.staff.startReceiving(ann);
			this.staff.startReceiving(binh);
			this.waiting.noteAll();
		});

		atOnce(List.of(() -> this.retry.tryNews(100), this.retry::tryDue, () -> this.retry.tryNews(100),
				this.retry::tryDue));
		this.time.passes(Duration.ofMinutes(5));
		this.retry.inTheBackground();

		assertThat(waitingHere()).isEmpty();
		assertThat(this.assignment.openOf(ann).size() + this.assignment.openOf(binh).size()).isEqualTo(12);
		assertThat(waits).allSatisfy((request) -> {
			assertThat(this.assignment.historyOf(request)).hasSize(2);
			AssignmentDecision decision = this.assignment.decisionFor(request).orElseThrow();
			assertThat(this.desk.request(request).agentId()).isEqualTo(decision.agentId().orElseThrow());
			assertThat(this.cases.openTasks(this.desk.request(request).customerId())).containsExactly(ANSWER);
		});
	}

	@Test
	void givesToOnePersonWhatALeadAssignsWhileItIsTriedAgain() throws Exception {
		for (int i = 0; i < 8; i++) {
			String ann = hired(50, "always");
			this.staff.stopReceiving(ann, "họp");
			UUID waits = waits(Level.MEDIUM);
			UUID customer = this.desk.request(waits).customerId();
			String byHand = this.cases.task(customer, BY_HAND).getId();

			atOnce(List.of(() -> {
				this.staff.startReceiving(ann);
				return 1;
			}, () -> this.hands.reassignAll(List.of(byHand), ServiceDesk.MINH, this.desk.leadOfService(), "Gấp").size(),
					this.retry::tryDue));

			String agent = this.assignment.decisionFor(waits).orElseThrow().agentId().orElseThrow();
			assertThat(agent).isIn(ann, ServiceDesk.MINH);
			assertThat(this.desk.request(waits).agentId()).isEqualTo(agent);
			assertThat(this.cases.task(customer, ANSWER).getAssignee()).isEqualTo(agent);
			assertThat(waitingHere()).isEmpty();
			this.staff.stopReceiving(ann, "xong");
		}
	}

	private UUID waits(Level impact) {
		UUID request = received(impact);
		assertThat(waitingHere()).contains(request);
		return request;
	}

	private UUID received(Level impact) {
		UUID customer = customer();
		UUID request = this.desk.received(NewRequest
			.of(customer, RequestKind.SUPPORT, "Mạng chập chờn", "Mất kết nối mỗi tối", RequestChannel.WEB)
			.graded(impact, Level.MEDIUM));
		this.cases.settle(customer);
		this.time.passes(Duration.ofMillis(1));
		return request;
	}

	private UUID customer() {
		return this.customers.register(NewCustomer.from("waiting", null,
				this.desk.profile()
					.preferences(new ContactPreferences(null, null, null, null, this.language, false))
					.build()))
			.customer()
			.id();
	}

	private String hired(int capacity, String calendar) {
		String id = "waiting.agent" + PEOPLE.incrementAndGet();
		return this.staff
			.register(NewAgent.named(id, "Ngô Chờ Việc", id + "@example.com", LocalDate.of(2024, 1, 2))
				.inTeams("service")
				.skilled("support", 3)
				.speaking(this.language)
				.workingBy(calendar)
				.withCapacity(capacity))
			.id();
	}

	private List<UUID> waitingHere() {
		return queue().stream().map(WaitingItem::workItemId).toList();
	}

	private WaitingItem item(UUID caseId) {
		return queue().stream().filter((item) -> item.workItemId().equals(caseId)).findFirst().orElseThrow();
	}

	private List<WaitingItem> queue() {
		return this.waiting.of("service", 10_000)
			.stream()
			.filter((item) -> item.language().equals(this.language))
			.toList();
	}

	private static void atOnce(List<Callable<Integer>> works) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(works.size());
		try {
			for (Future<Integer> done : threads.invokeAll(works, 60, TimeUnit.SECONDS)) {
				done.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

}
