package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Finds the person who will be on duty when the contact is due. Used in «Phân công người
 * liên hệ».
 */
@Component
class AssignContactDelegate implements JavaDelegate {

	private final CaseAssignments assignments;

	AssignContactDelegate(CaseAssignments assignments) {
		this.assignments = assignments;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.assignments.assign(execution, CaseKeys.caseId(execution), "CONTACT",
				CaseVariables.TEAM_ID.find(execution).orElse("service"), null,
				ContactCustomerProcess.SLOT_AT.get(execution).toInstant());
	}

}
