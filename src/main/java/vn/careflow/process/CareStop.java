package vn.careflow.process;

import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.careflow.customer.CarePlans;
import vn.careflow.customer.CycleSummary;
import vn.careflow.opportunity.Opportunities;
import vn.careflow.opportunity.OpportunityOutcome;

/**
 * Ends care for a customer who opted out: the rooms learn that nothing more will happen.
 */
@Service
class CareStop {

	private static final String REASON = "Khách hàng không muốn được liên hệ nữa";

	private final Opportunities opportunities;

	private final CarePlans carePlans;

	CareStop(Opportunities opportunities, CarePlans carePlans) {
		this.opportunities = opportunities;
		this.carePlans = carePlans;
	}

	@Transactional
	public void stop(String processKey, UUID caseId) {
		switch (processKey) {
			case PreSaleCareProcess.KEY ->
				this.opportunities.conclude(caseId, OpportunityOutcome.NOT_INTERESTED, REASON, null, null);
			case CareManagementProcess.KEY -> this.carePlans.end(caseId, new CycleSummary(REASON));
			default -> {
			}
		}
	}

}
