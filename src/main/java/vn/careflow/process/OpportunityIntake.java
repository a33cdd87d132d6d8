package vn.careflow.process;

import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import vn.careflow.opportunity.NewOpportunity;
import vn.careflow.opportunity.Opportunities;
import vn.careflow.opportunity.Opportunity;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a need that a person entered in Tasklist, or the opportunity that the case is
 * about already.
 */
@Service
class OpportunityIntake {

	private final Opportunities opportunities;

	private final CustomerReferences customers;

	private final RunningCases runningCases;

	OpportunityIntake(Opportunities opportunities, CustomerReferences customers, RunningCases runningCases) {
		this.opportunities = opportunities;
		this.customers = customers;
		this.runningCases = runningCases;
	}

	/**
	 * The opportunity to pursue.
	 * @throws FormRejected when the same need of the customer is pursued already: two
	 * cases would call the customer twice
	 */
	@Transactional
	public Opportunity take(DelegateExecution execution) {
		return CaseKeys.hasCase(execution) ? this.opportunities.get(CaseKeys.caseId(execution)) : entered(execution);
	}

	private Opportunity entered(DelegateExecution execution) {
		UUID customerId = this.customers.resolve(execution);
		Opportunity opportunity = this.opportunities
			.open(new NewOpportunity(UUID.randomUUID(), customerId, PreSaleCareProcess.NEED.get(execution),
					PreSaleCareProcess.PRODUCT_INTEREST.find(execution).orElse(null), "tasklist"));
		if (this.runningCases.isRunning(PreSaleCareProcess.KEY, opportunity.id())) {
			throw new FormRejected(PreSaleCareProcess.NEED.name(),
					"Nhu cầu này của khách hàng đang được chăm sóc trong một hồ sơ khác.");
		}
		CaseKeys.begin(execution, opportunity.id());
		return opportunity;
	}

}
