package vn.careflow.process;

import java.util.Optional;
import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.careflow.channel.Inbox;
import vn.careflow.channel.MessageReceived;
import vn.careflow.contact.ContactMade;
import vn.careflow.contact.ContactReplanned;
import vn.careflow.contact.Contacts;
import vn.careflow.contact.Replan;
import vn.careflow.customer.CareCycleRequested;
import vn.careflow.customer.CustomerOptedOut;
import vn.careflow.customer.CustomerReachabilityChanged;
import vn.careflow.customer.PreSaleCareRequested;
import vn.careflow.customer.Timeline;
import vn.careflow.customer.TimelineEntry;
import vn.careflow.customer.TimelineKind;
import vn.careflow.feedback.Survey;
import vn.careflow.feedback.SurveyAnswered;
import vn.careflow.feedback.Surveys;
import vn.careflow.opportunity.NewOpportunity;
import vn.careflow.opportunity.Opportunities;
import vn.careflow.opportunity.Opportunity;
import vn.careflow.opportunity.OpportunityOpened;
import vn.careflow.opportunity.OrderPlaced;
import vn.careflow.planning.DayPlanRequested;
import vn.careflow.planning.DayPlanReviewed;
import vn.careflow.request.Request;
import vn.careflow.request.RequestClosed;
import vn.careflow.request.RequestKind;
import vn.careflow.request.RequestMerged;
import vn.careflow.request.RequestReceived;
import vn.careflow.request.RequestRegistered;
import vn.careflow.request.RequestRejected;
import vn.careflow.request.RequestReopened;
import vn.careflow.request.RequestStatus;
import vn.careflow.request.RequestWithdrawn;
import vn.careflow.request.Requests;

/**
 * Hears what happened in the rooms and starts or moves the cases that it concerns, in the
 * same transaction.
 */
@Component
class CareNews {

	private final CareProcesses processes;

	private final CareMessages messages;

	private final SaleIntake sales;

	private final Timeline timeline;

	private final Opportunities opportunities;

	private final Requests requests;

	private final Surveys surveys;

	private final Inbox inbox;

	private final Contacts contacts;

	private final ContactTimers contactTimers;

	private final ContactRecording contactRecording;

	private final CareTimes times;

	CareNews(CareProcesses processes, CareMessages messages, SaleIntake sales, Timeline timeline,
			Opportunities opportunities, Requests requests, Surveys surveys, Inbox inbox, Contacts contacts,
			ContactTimers contactTimers, ContactRecording contactRecording, CareTimes times) {
		this.processes = processes;
		this.messages = messages;
		this.sales = sales;
		this.timeline = timeline;
		this.opportunities = opportunities;
		this.requests = requests;
		this.surveys = surveys;
		this.inbox = inbox;
		this.contacts = contacts;
		this.contactTimers = contactTimers;
		this.contactRecording = contactRecording;
		this.times = times;
	}

	@EventListener
	void on(PreSaleCareRequested event) {
		Opportunity opportunity = this.opportunities
			.open(new NewOpportunity(UUID.randomUUID(), event.customerId(), event.need(), null, "import"));
		this.processes.startPreSaleCare(opportunity.id(), event.customerId());
	}

	@EventListener
	void on(OpportunityOpened event) {
		this.processes.startPreSaleCare(event.opportunityId(), event.customerId());
	}

	/** A sale ends the persuading of the same customer and begins the care after it. */
	@EventListener
	void on(OrderPlaced event) {
		this.sales.follow(event.orderId(), event.customerId());
		this.processes.startPostSaleCare(event.orderId(), event.customerId());
	}

	@EventListener
	void on(RequestRegistered event) {
		Request request = this.requests.get(event.requestId());
		this.timeline.record(
				TimelineEntry
					.of(event.customerId(), TimelineKind.REQUEST, this.times.now(),
							"%s %s".formatted(request.number(), request.subject()))
					.about(event.requestId()));
		if (event.kind() == RequestKind.COMPLAINT) {
			this.messages.tellCasesOf(event.customerId(), PostSaleCareProcess.MESSAGE_COMPLAINT_RAISED);
		}
	}

	@EventListener
	void on(RequestReceived event) {
		this.processes.startRequestHandling(event.requestId(), event.customerId());
	}

	@EventListener
	void on(RequestReopened event) {
		this.processes.startRequestHandlingAgain(event.requestId(), event.customerId());
	}

	@EventListener
	void on(RequestWithdrawn event) {
		this.messages.tellCase(RequestHandlingProcess.MESSAGE_REQUEST_WITHDRAWN, event.requestId());
		settled(event.customerId(), event.kind());
	}

	@EventListener
	void on(RequestClosed event) {
		settled(event.customerId(), event.kind());
	}

	@EventListener
	void on(RequestRejected event) {
		settled(event.customerId(), event.kind());
	}

	@EventListener
	void on(RequestMerged event) {
		settled(event.customerId(), event.kind());
	}

	@EventListener
	void on(SurveyAnswered event) {
		Survey survey = this.surveys.get(event.surveyId());
		this.timeline.record(
				TimelineEntry
					.of(survey.customerId(), TimelineKind.SURVEY, this.times.now(),
							"Khách hàng trả lời khảo sát: %d/%d điểm".formatted(survey.score(),
									survey.scale().highest()))
					.withDetail(survey.remark())
					.about(event.subjectId()));
		this.messages.tellCase(PostSaleCareProcess.MESSAGE_SURVEY_ANSWERED, event.subjectId());
	}

	@EventListener
	void on(CustomerOptedOut event) {
		this.messages.tellCasesOf(event.customerId(), CareManagementProcess.MESSAGE_CUSTOMER_OPTED_OUT);
		this.contacts.replan(Replan.of(event.customerId()));
	}

	@EventListener
	void on(CustomerReachabilityChanged event) {
		this.contacts.replan(Replan.of(event.customerId()));
	}

	@EventListener
	void on(ContactMade event) {
		this.contactRecording.learnOf(event);
	}

	@EventListener
	void on(ContactReplanned event) {
		this.contactTimers.follow(event);
	}

	@EventListener
	void on(DayPlanRequested event) {
		this.processes.startPlanDay(event.planId(), event.teamId());
	}

	@EventListener
	void on(DayPlanReviewed event) {
		this.messages.tellCase(PlanDayProcess.MESSAGE_PLAN_REVIEWED, event.planId());
	}

	@EventListener
	void on(CareCycleRequested event) {
		this.processes.startCareCycle(event.cycleId(), event.customerId());
	}

	/**
	 * A message finds its case: it wakes a request that waits, or opens a closed one
	 * again.
	 */
	@EventListener
	void on(MessageReceived event) {
		Optional<Request> request = Optional.ofNullable(event.requestReference())
			.flatMap(this.requests::findByReference);
		Optional<UUID> customer = request.map(Request::customerId).or(() -> Optional.ofNullable(event.customerId()));
		customer.ifPresent((customerId) -> this.timeline
			.record(TimelineEntry.of(customerId, TimelineKind.MESSAGE, event.receivedAt(), "Khách hàng nhắn tin")
				.withDetail(event.text())
				.about(request.map(Request::id).orElse(event.messageId()))));
		request.ifPresent((found) -> {
			this.inbox.match(event.messageId(), found.customerId());
			answeredBy(found);
		});
	}

	private void answeredBy(Request request) {
		if (request.status() == RequestStatus.CLOSED) {
			this.requests.reopen(request.id(), "Khách hàng phản hồi sau khi đóng");
			return;
		}
		this.messages.tellCase(RequestHandlingProcess.MESSAGE_CUSTOMER_REPLIED, request.id());
	}

	private void settled(UUID customerId, RequestKind kind) {
		if (kind == RequestKind.COMPLAINT && !this.requests.hasOpenComplaint(customerId)) {
			this.messages.tellCasesOf(customerId, PostSaleCareProcess.MESSAGE_COMPLAINT_SETTLED);
		}
	}

}
