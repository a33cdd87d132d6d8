package vn.careflow.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;

import vn.careflow.request.Priority;
import vn.careflow.request.Requests;
import vn.careflow.servicelevel.ClockKind;
import vn.careflow.servicelevel.ServiceClocks;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.ProcessCoverage;
import vn.careflow.testsupport.ProcessTest;
import vn.careflow.testsupport.Time;

import static org.assertj.core.api.Assertions.assertThat;

@ProcessTest
@OnH2
class RequestPrioritiesTests {

	@RegisterExtension
	static final ProcessCoverage coverage = ProcessCoverage.somePathOf(RequestHandlingProcess.KEY);

	@RegisterExtension
	final Time time = Time.at("2026-03-02T15:00");

	@Autowired
	ServiceDesk desk;

	@Autowired
	CaseRun cases;

	@Autowired
	Requests requests;

	@Autowired
	ServiceClocks clocks;

	private UUID customer;

	private UUID request;

	@BeforeEach
	void theDeskIsOpen() {
		this.desk.opens();
	}

	@Test
	void holdsAMoreUrgentRequestToTheNewTargetWithTheTimeItUsed() {
		aRequestOfHighPriorityIsAtWork();
		this.time.is("2026-03-02T15:30");

		this.requests.prioritise(this.request, Priority.URGENT, "Sự cố lan ra cả tòa nhà");

		assertThat(resolutionDueAt()).isEqualTo(Time.instant("2026-03-03T09:00"));
		assertThat(deadlines()).containsExactly(Time.instant("2026-03-02T18:00"), Time.instant("2026-03-03T09:00"),
				Time.instant("2026-03-03T11:00"));
		assertThat(this.cases.task(this.customer, RequestHandlingProcess.TASK_ANSWER_REQUEST)).satisfies((task) -> {
			assertThat(task.getPriority()).isEqualTo(90);
			assertThat(task.getDueDate()).isEqualTo(Date.from(Time.instant("2026-03-02T16:00")));
		});
	}

	@Test
	void movesEachTimerOnceWhenThePriorityGoesUpAndDownAgain() {
		aRequestOfHighPriorityIsAtWork();
		this.requests.prioritise(this.request, Priority.URGENT, "Sự cố lan ra cả tòa nhà");
		this.requests.prioritise(this.request, Priority.HIGH, "Chỉ một căn hộ");

		assertThat(deadlines()).containsExactly(Time.instant("2026-03-03T11:00"), Time.instant("2026-03-03T14:00"),
				Time.instant("2026-03-03T16:00"));
		assertThat(this.cases.task(this.customer, RequestHandlingProcess.TASK_ANSWER_REQUEST).getPriority())
			.isEqualTo(70);
	}

	@Test
	void leavesADeadlineThatHasPassedWhereItWas() {
		aRequestOfHighPriorityIsAtWork();
		this.time.is("2026-03-03T15:00");

		this.requests.prioritise(this.request, Priority.URGENT, "Khách gọi lại");

		assertThat(resolutionDueAt()).isEqualTo(Time.instant("2026-03-03T14:00"));
		assertThat(deadlines()).contains(Time.instant("2026-03-03T16:00"));
	}

	private void aRequestOfHighPriorityIsAtWork() {
		this.customer = this.desk.customer();
		this.request = this.desk.supportRequestOf(this.customer);
		this.cases.settle(this.customer);
		assertThat(this.requests.get(this.request).priority()).isEqualTo(Priority.HIGH);
		assertThat(deadlines()).containsExactly(Time.instant("2026-03-03T11:00"), Time.instant("2026-03-03T14:00"),
				Time.instant("2026-03-03T16:00"));
	}

	private Instant resolutionDueAt() {
		return this.clocks.state(this.request, ClockKind.RESOLUTION, this.time.now()).orElseThrow().dueAt();
	}

	private List<Instant> deadlines() {
		return Stream
			.of(RequestHandlingProcess.BOUNDARY_DEADLINE_NEAR, RequestHandlingProcess.BOUNDARY_DEADLINE_PASSED,
					RequestHandlingProcess.BOUNDARY_DEADLINE_PASSED_AGAIN)
			.map((event) -> this.cases.dueAt(this.customer, event))
			.toList();
	}

}
