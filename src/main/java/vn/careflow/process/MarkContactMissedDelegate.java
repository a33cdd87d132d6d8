package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import vn.careflow.contact.ContactOutcome;

/**
 * Says that the window closed before anybody made the contact. Used in «Ghi lỡ hẹn».
 */
@Component
class MarkContactMissedDelegate implements JavaDelegate {

	@Override
	public void execute(DelegateExecution execution) {
		CaseVariables.CONTACT_OUTCOME.set(execution, ContactOutcome.MISSED.name());
	}

}
