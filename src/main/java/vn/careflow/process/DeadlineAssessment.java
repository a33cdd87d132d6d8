package vn.careflow.process;

import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.careflow.customer.Timeline;
import vn.careflow.customer.TimelineEntry;
import vn.careflow.customer.TimelineKind;
import vn.careflow.request.Priority;
import vn.careflow.request.Request;
import vn.careflow.request.Requests;
import vn.careflow.servicelevel.ClockKind;
import vn.careflow.servicelevel.ClockState;
import vn.careflow.servicelevel.DeadlineState;
import vn.careflow.servicelevel.ServiceClocks;

/**
 * Says how a case stands, by its clocks and not by the timer that fired: a timer may be
 * late, a clock is not.
 */
@Service
class DeadlineAssessment {

	/** What the tables call a case that is not a request. */
	private static final String NO_REQUEST = "NONE";

	private final Requests requests;

	private final ServiceClocks clocks;

	private final Timeline timeline;

	private final CareTimes times;

	DeadlineAssessment(Requests requests, ServiceClocks clocks, Timeline timeline, CareTimes times) {
		this.requests = requests;
		this.clocks = clocks;
		this.timeline = timeline;
		this.times = times;
	}

	@Transactional
	public void assess(DelegateExecution execution) {
		boolean reported = !CaseKeys.hasCase(execution);
		Optional<Request> request = reported ? Optional.of(entered(execution))
				: this.requests.find(CaseKeys.caseId(execution));
		DeadlineState least = reported ? DeadlineState.PASSED : DeadlineState.NEAR;
		RequestHandlingProcess.REQUEST_KIND.set(execution, request.map((r) -> r.kind().name()).orElse(NO_REQUEST));
		RequestHandlingProcess.PRIORITY.set(execution, request.map(Request::priority).orElse(Priority.NORMAL).name());
		EscalationProcess.DEADLINE_STATE.set(execution,
				request.map((r) -> state(r.id(), least)).orElse(DeadlineState.PASSED).name());
	}

	/** An escalation that a person asked for counts as a missed deadline at least. */
	private Request entered(DelegateExecution execution) {
		String reference = EscalationProcess.CASE_REFERENCE.get(execution);
		Request request = this.requests.findByReference(reference)
			.orElseThrow(() -> new FormRejected(EscalationProcess.CASE_REFERENCE.name(),
					"Không tìm thấy yêu cầu «%s». Hãy nhập mã yêu cầu, ví dụ YC000001.".formatted(reference)));
		if (!request.status().isOpen()) {
			throw new FormRejected(EscalationProcess.CASE_REFERENCE.name(),
					"Yêu cầu %s %s, không còn gì để leo thang.".formatted(request.number(), request.status().label()));
		}
		CaseKeys.begin(execution, request.id());
		CaseVariables.CUSTOMER_ID.set(execution, request.customerId().toString());
		CaseVariables.AGENT_ID.set(execution, request.agentId());
		this.timeline.record(TimelineEntry
			.of(request.customerId(), TimelineKind.REQUEST, this.times.now(),
					request.number() + " được đề nghị leo thang")
			.withDetail(EscalationProcess.ESCALATION_REASON.get(execution))
			.about(request.id()));
		return request;
	}

	private DeadlineState state(UUID requestId, DeadlineState least) {
		return Stream.of(ClockKind.FIRST_RESPONSE, ClockKind.RESOLUTION)
			.flatMap((kind) -> this.clocks.state(requestId, kind, this.times.now()).stream())
			.map(ClockState::deadlineState)
			.max(Comparator.naturalOrder())
			.filter((state) -> state.compareTo(least) > 0)
			.orElse(least);
	}

}
