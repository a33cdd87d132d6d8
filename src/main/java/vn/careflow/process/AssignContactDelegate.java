package vn.careflow.process;

import java.util.Optional;
import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import vn.careflow.contact.PlannableContacts;

/**
 * Finds the person who will be on duty when the contact is due. Used in «Phân công người
 * liên hệ».
 */
@Component
class AssignContactDelegate implements JavaDelegate {

	private final CaseAssignments assignments;

	private final PlannableContacts contacts;

	AssignContactDelegate(CaseAssignments assignments, PlannableContacts contacts) {
		this.assignments = assignments;
		this.contacts = contacts;
	}

	@Override
	public void execute(DelegateExecution execution) {
		UUID contactId = CaseKeys.caseId(execution);
		String teamId = CaseVariables.TEAM_ID.find(execution).orElse("service");
		Optional<String> agentId = this.assignments.assign(execution, contactId, "CONTACT", teamId, null,
				ContactCustomerProcess.SLOT_AT.get(execution).toInstant());
		this.contacts.offerTo(contactId, teamId, agentId.orElse(null));
	}

}
