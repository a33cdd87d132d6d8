package vn.careflow.process;

import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.careflow.customer.CarePlans;
import vn.careflow.customer.CycleSummary;
import vn.careflow.customer.Timeline;
import vn.careflow.customer.TimelineEntry;
import vn.careflow.customer.TimelineKind;

/**
 * Ends care for a customer who opted out: the rooms learn that nothing more will happen.
 */
@Service
class CareStop {

	private static final String REASON = "Khách hàng không muốn được liên hệ nữa";

	private final OpportunityConclusion conclusion;

	private final CarePlans carePlans;

	private final Timeline timeline;

	private final CareTimes times;

	CareStop(OpportunityConclusion conclusion, CarePlans carePlans, Timeline timeline, CareTimes times) {
		this.conclusion = conclusion;
		this.carePlans = carePlans;
		this.timeline = timeline;
		this.times = times;
	}

	@Transactional
	public void stop(String processKey, UUID caseId, UUID customerId) {
		switch (processKey) {
			case PreSaleCareProcess.KEY -> this.conclusion.refusedByCustomer(caseId, REASON);
			case CareManagementProcess.KEY -> {
				this.carePlans.end(caseId, new CycleSummary(REASON));
				note(caseId, customerId);
			}
			default -> note(caseId, customerId);
		}
	}

	private void note(UUID caseId, UUID customerId) {
		this.timeline.record(TimelineEntry
			.of(customerId, TimelineKind.NOTE, this.times.now(), "Dừng chăm sóc theo yêu cầu của khách hàng")
			.about(caseId));
	}

}
