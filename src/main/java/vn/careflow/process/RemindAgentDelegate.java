package vn.careflow.process;

import java.time.Instant;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import vn.careflow.servicelevel.DeadlineState;

/**
 * Reminds the person responsible that a planned contact has not been made yet, once in
 * each of its slots. Used in «Nhắc người liên hệ».
 */
@Component
class RemindAgentDelegate implements JavaDelegate {

	private final ResponsiblePeople people;

	RemindAgentDelegate(ResponsiblePeople people) {
		this.people = people;
	}

	@Override
	public void execute(DelegateExecution execution) {
		Instant slot = ContactCustomerProcess.SLOT_AT.get(execution).toInstant();
		this.people.tellAgent(execution, CaseKeys.caseId(execution), "contact-" + DeadlineState.NEAR + "@" + slot);
	}

}
