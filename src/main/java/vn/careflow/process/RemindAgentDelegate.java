package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import vn.careflow.servicelevel.DeadlineState;

/**
 * Reminds the person responsible that a planned contact has not been made yet. Used in
 * «Nhắc người liên hệ».
 */
@Component
class RemindAgentDelegate implements JavaDelegate {

	private final ResponsiblePeople people;

	RemindAgentDelegate(ResponsiblePeople people) {
		this.people = people;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.people.tellAgent(execution, CaseKeys.caseId(execution), "contact-" + DeadlineState.NEAR);
	}

}
