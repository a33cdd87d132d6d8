package vn.careflow.process;

import java.time.Instant;
import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.careflow.customer.Timeline;
import vn.careflow.customer.TimelineEntry;
import vn.careflow.customer.TimelineKind;
import vn.careflow.request.Request;
import vn.careflow.request.RequestStatus;
import vn.careflow.request.Requests;
import vn.careflow.request.RootCause;
import vn.careflow.servicelevel.ClockKind;

/**
 * Keeps request, clocks and timeline in step with each move of the model.
 */
@Service
class RequestProgress {

	private static final String NOBODY = "team-queue";

	private final Requests requests;

	private final RequestDeadlines deadlines;

	private final Timeline timeline;

	private final CareTimes times;

	private final CareProperties properties;

	RequestProgress(Requests requests, RequestDeadlines deadlines, Timeline timeline, CareTimes times,
			CareProperties properties) {
		this.requests = requests;
		this.deadlines = deadlines;
		this.timeline = timeline;
		this.times = times;
		this.properties = properties;
	}

	/** Keeps the answer; a request that now waits for somebody else stops its clock. */
	@Transactional
	public void recordAnswer(DelegateExecution execution) {
		UUID requestId = CaseKeys.caseId(execution);
		String agentId = CaseVariables.AGENT_ID.find(execution).orElse(NOBODY);
		String answer = RequestHandlingProcess.ANSWER.get(execution);
		this.requests.recordAnswer(requestId, agentId, answer, this.times.now());
		this.deadlines.met(requestId, ClockKind.FIRST_RESPONSE);
		note(requestId, "Đã trả lời yêu cầu", answer, agentId);
		switch (RequestHandlingProcess.NEXT_STEP.get(execution)) {
			case "WAIT_FOR_CUSTOMER" -> {
				this.requests.waitForCustomer(requestId);
				await(execution, "Chờ khách hàng");
			}
			case "WAIT_FOR_THIRD_PARTY" -> {
				this.requests.waitForThirdParty(requestId);
				await(execution, "Chờ bên thứ ba");
			}
			default -> this.requests.resolve(requestId, RequestHandlingProcess.RESOLUTION.get(execution),
					RootCause.valueOf(RequestHandlingProcess.ROOT_CAUSE.get(execution)));
		}
	}

	@Transactional
	public void resume(DelegateExecution execution) {
		this.requests.resume(CaseKeys.caseId(execution));
		this.deadlines.resume(execution, "Tiếp tục xử lý");
	}

	@Transactional
	public void resolve(DelegateExecution execution) {
		this.deadlines.met(CaseKeys.caseId(execution), ClockKind.RESOLUTION);
		RequestHandlingProcess.CONFIRM_DUE_AT.set(execution, this.times.dateAfter(this.properties.confirmWithin()));
	}

	@Transactional
	public void noteConfirmation(DelegateExecution execution, boolean confirmed) {
		note(CaseKeys.caseId(execution), confirmed ? "Khách xác nhận đã giải quyết" : "Khách báo chưa giải quyết xong",
				RequestHandlingProcess.CONFIRMATION_NOTE.find(execution).orElse(null),
				CaseVariables.AGENT_ID.find(execution).orElse(null));
	}

	@Transactional
	public void close(DelegateExecution execution) {
		UUID requestId = CaseKeys.caseId(execution);
		this.requests.close(requestId);
		note(requestId, "Yêu cầu đã đóng", null, null);
	}

	/**
	 * The request is withdrawn already when the message arrives; here its clocks stop.
	 */
	@Transactional
	public void withdrawn(DelegateExecution execution) {
		UUID requestId = CaseKeys.caseId(execution);
		if (this.requests.get(requestId).status() != RequestStatus.WITHDRAWN) {
			this.requests.withdraw(requestId, "Khách hàng rút yêu cầu");
		}
		this.deadlines.cancel(requestId, "Khách hàng rút yêu cầu");
		note(requestId, "Khách hàng rút yêu cầu", null, null);
	}

	private void await(DelegateExecution execution, String cause) {
		RequestHandlingProcess.REPLY_DUE_AT.set(execution, this.times.dateAfter(this.properties.replyWithin()));
		this.deadlines.pause(execution, cause);
	}

	private void note(UUID requestId, String summary, @Nullable String detail, @Nullable String actor) {
		Request request = this.requests.get(requestId);
		Instant now = this.times.now();
		this.timeline.record(TimelineEntry
			.of(request.customerId(), TimelineKind.REQUEST, now, "%s %s".formatted(request.number(), summary))
			.withDetail(detail)
			.about(requestId)
			.by(actor));
	}

}
