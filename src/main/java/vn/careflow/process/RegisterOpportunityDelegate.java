package vn.careflow.process;

import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import vn.careflow.opportunity.NewOpportunity;
import vn.careflow.opportunity.Opportunities;
import vn.careflow.opportunity.Opportunity;

/**
 * Keeps the need that a person entered, or takes over the opportunity that another room
 * opened. Used in «Ghi nhận nhu cầu».
 */
@Component
class RegisterOpportunityDelegate implements JavaDelegate {

	private final Opportunities opportunities;

	private final CustomerReferences customers;

	RegisterOpportunityDelegate(Opportunities opportunities, CustomerReferences customers) {
		this.opportunities = opportunities;
		this.customers = customers;
	}

	@Override
	public void execute(DelegateExecution execution) {
		Opportunity opportunity = CaseKeys.hasCase(execution) ? this.opportunities.get(CaseKeys.caseId(execution))
				: open(execution);
		CaseVariables.CUSTOMER_ID.set(execution, opportunity.customerId().toString());
		CaseVariables.TEAM_ID.set(execution, "sales");
		CaseVariables.CONTACT_CHANNEL.set(execution, CaseVariables.CONTACT_CHANNEL.find(execution).orElse("CALL"));
	}

	private Opportunity open(DelegateExecution execution) {
		UUID customerId = this.customers.resolve(execution);
		Opportunity opportunity = this.opportunities
			.open(new NewOpportunity(UUID.randomUUID(), customerId, PreSaleCareProcess.NEED.get(execution),
					PreSaleCareProcess.PRODUCT_INTEREST.find(execution).orElse(null), "tasklist"));
		CaseKeys.begin(execution, opportunity.id());
		return opportunity;
	}

}
