package vn.careflow.process;

import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import vn.careflow.contact.Contacts;

/**
 * Finds the person who will be on duty when the contact is due. Used in «Phân công người
 * liên hệ».
 */
@Component
class AssignContactDelegate implements JavaDelegate {

	private final CaseAssignments assignments;

	private final Contacts contacts;

	AssignContactDelegate(CaseAssignments assignments, Contacts contacts) {
		this.assignments = assignments;
		this.contacts = contacts;
	}

	@Override
	public void execute(DelegateExecution execution) {
		UUID contactId = CaseKeys.caseId(execution);
		this.assignments
			.assign(execution, contactId, "CONTACT", CaseVariables.TEAM_ID.find(execution).orElse("service"), null,
					ContactCustomerProcess.SLOT_AT.get(execution).toInstant())
			.ifPresent((agentId) -> this.contacts.assignTo(contactId, agentId));
	}

}
