package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import vn.careflow.opportunity.Opportunity;

/**
 * Keeps the need that a person entered, or takes over the opportunity that another room
 * opened. Used in «Ghi nhận nhu cầu».
 */
@Component
class RegisterOpportunityDelegate implements JavaDelegate {

	private final OpportunityIntake intake;

	RegisterOpportunityDelegate(OpportunityIntake intake) {
		this.intake = intake;
	}

	@Override
	public void execute(DelegateExecution execution) {
		Opportunity opportunity = this.intake.take(execution);
		CaseVariables.CUSTOMER_ID.set(execution, opportunity.customerId().toString());
		CaseVariables.TEAM_ID.set(execution, "sales");
		CaseVariables.CONTACT_CHANNEL.set(execution, CaseVariables.CONTACT_CHANNEL.find(execution).orElse("CALL"));
	}

}
