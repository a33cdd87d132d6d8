package vn.careflow.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.careflow.customer.CareCycle;
import vn.careflow.customer.CarePlans;
import vn.careflow.customer.Customers;
import vn.careflow.customer.CycleSummary;
import vn.careflow.customer.Timeline;
import vn.careflow.customer.TimelineEntry;
import vn.careflow.customer.TimelineKind;
import vn.careflow.feedback.NewSurvey;
import vn.careflow.feedback.SurveyKind;
import vn.careflow.feedback.Surveys;
import vn.careflow.opportunity.Opportunities;
import vn.careflow.opportunity.Opportunity;
import vn.careflow.request.Requests;

/**
 * What the steps of a care cycle do in the rooms.
 */
@Service
class CareCycleWork {

	private final CarePlans carePlans;

	private final Customers customers;

	private final Timeline timeline;

	private final Opportunities opportunities;

	private final Requests requests;

	private final Surveys surveys;

	private final CaseAssignments assignments;

	private final CustomerReferences references;

	private final Decisions decisions;

	private final RunningCases runningCases;

	private final CareTimes times;

	private final CareProperties properties;

	CareCycleWork(CarePlans carePlans, Customers customers, Timeline timeline, Opportunities opportunities,
			Requests requests, Surveys surveys, CaseAssignments assignments, CustomerReferences references,
			Decisions decisions, RunningCases runningCases, CareTimes times, CareProperties properties) {
		this.carePlans = carePlans;
		this.customers = customers;
		this.timeline = timeline;
		this.opportunities = opportunities;
		this.requests = requests;
		this.surveys = surveys;
		this.assignments = assignments;
		this.references = references;
		this.decisions = decisions;
		this.runningCases = runningCases;
		this.times = times;
		this.properties = properties;
	}

	/**
	 * Begins the cycle that a person asked for.
	 * @throws FormRejected when a cycle of this customer is running already
	 */
	@Transactional
	public void begin(DelegateExecution execution) {
		if (CaseKeys.hasCase(execution)) {
			return;
		}
		UUID customerId = this.references.resolve(execution);
		UUID cycleId = UUID.randomUUID();
		CareCycle cycle = this.carePlans.begin(cycleId, customerId);
		if (!cycle.id().equals(cycleId)) {
			throw new FormRejected(CaseVariables.CUSTOMER_REFERENCE.name(),
					"Khách hàng này đang có một kỳ chăm sóc. Hãy hoàn thành kỳ đó trước.");
		}
		CaseKeys.begin(execution, cycleId);
		CareManagementProcess.CYCLE_NOTE.find(execution).ifPresent((note) -> keep(execution, note));
	}

	/**
	 * Step 2: an opportunity that nobody pursues yet, or a known need that became one.
	 */
	@Transactional
	public void track(DelegateExecution execution) {
		UUID customerId = CaseKeys.customerId(execution);
		Optional<Opportunity> idle = this.opportunities.openOf(customerId)
			.stream()
			.filter((opportunity) -> !this.runningCases.isRunning(PreSaleCareProcess.KEY, opportunity.id()))
			.findFirst();
		CareManagementProcess.OPPORTUNITY_OPEN.set(execution, idle.isPresent());
		CareManagementProcess.OPPORTUNITY_ID.set(execution,
				idle.map((opportunity) -> opportunity.id().toString()).orElse(null));
	}

	/** Step 4: cadence by group and potential, and the person who knows the customer. */
	@Transactional
	public void plan(DelegateExecution execution) {
		Map<String, Object> cadence = this.decisions.decide("care-cadence", Map.of("customerGroup",
				CaseVariables.CUSTOMER_GROUP.get(execution), "potential", CaseVariables.POTENTIAL.get(execution)));
		CaseVariables.CONTACT_CHANNEL.set(execution, (String) cadence.get("contactChannel"));
		CareManagementProcess.SURVEY_KIND.set(execution, (String) cadence.get("surveyKind"));
		CareManagementProcess.NEXT_CYCLE_AFTER.set(execution, (String) cadence.get("nextCycleAfter"));
		Instant due = this.times.after(this.properties.planWithin());
		CareManagementProcess.PLAN_DUE_AT.set(execution, Date.from(due));
		this.assignments.assign(execution, CaseKeys.caseId(execution), "CARE_CYCLE", "service", null, this.times.now());
	}

	/** Steps 5 and 7: what the agent learned and wrote. */
	@Transactional
	public void note(DelegateExecution execution) {
		UUID customerId = CaseKeys.customerId(execution);
		CaseVariables.CUSTOMER_NEED.find(execution).ifPresent((need) -> this.customers.addNeed(customerId, need));
		CareManagementProcess.PLAN_NOTE.find(execution)
			.or(() -> CareManagementProcess.REVIEW_NOTE.find(execution))
			.ifPresent((note) -> keep(execution, note));
	}

	private void keep(DelegateExecution execution, String note) {
		this.timeline.record(TimelineEntry
			.of(CaseKeys.customerId(execution), TimelineKind.NOTE, this.times.now(), "Ghi chú trong kỳ chăm sóc")
			.withDetail(note)
			.about(CaseKeys.caseId(execution))
			.by(CaseVariables.AGENT_ID.find(execution).orElse(null)));
	}

	/**
	 * Step 9: history, survey, strengths and weaknesses, and the date of the next cycle.
	 */
	@Transactional
	public void close(DelegateExecution execution) {
		UUID customerId = CaseKeys.customerId(execution);
		UUID cycleId = CaseKeys.caseId(execution);
		if (CareManagementProcess.SURVEY_KIND.find(execution).filter("NPS"::equals).isPresent()) {
			this.surveys.invite(new NewSurvey(cycleId, customerId, cycleId, SurveyKind.NPS));
		}
		String summary = summary(customerId, cycleId);
		this.carePlans.end(cycleId, new CycleSummary(summary));
		this.timeline
			.record(TimelineEntry.of(customerId, TimelineKind.CARE_CYCLE, this.times.now(), "Kết thúc kỳ chăm sóc")
				.withDetail(summary)
				.about(cycleId)
				.by(CaseVariables.AGENT_ID.find(execution).orElse(null)));
		this.carePlans.planNext(customerId, this.times.after(CareManagementProcess.NEXT_CYCLE_AFTER.get(execution)),
				"Chăm sóc định kỳ");
	}

	private String summary(UUID customerId, UUID cycleId) {
		Instant began = this.carePlans.get(cycleId).beganAt();
		List<TimelineEntry> entries = this.timeline.latest(customerId, 200)
			.stream()
			.filter((entry) -> !entry.at().isBefore(began))
			.toList();
		return "Trong kỳ: %d lần liên hệ, %d việc về yêu cầu, %d đơn hàng, %d ưu đãi. Yêu cầu còn mở: %d.".formatted(
				count(entries, TimelineKind.CONTACT), count(entries, TimelineKind.REQUEST),
				count(entries, TimelineKind.ORDER), count(entries, TimelineKind.OFFER),
				this.requests.openOf(customerId).size());
	}

	private static long count(List<TimelineEntry> entries, TimelineKind kind) {
		return entries.stream().filter((entry) -> entry.kind() == kind).count();
	}

}
