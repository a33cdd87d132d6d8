package vn.careflow.process;

import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

import vn.careflow.assignment.AgentAssignment;
import vn.careflow.assignment.WaitingWork;
import vn.careflow.contact.ContactState;
import vn.careflow.contact.Contacts;

/**
 * Frees the agent's capacity when a case ends, however it ends: done, cancelled by its
 * caller, or deleted in Cockpit. A contact that is cancelled before its time is given up,
 * so that it does not count against the customer's quota.
 */
@Component
class CaseEnded implements ExecutionListener {

	private final AgentAssignment assignment;

	private final WaitingWork waiting;

	private final Contacts contacts;

	private final CareTimes times;

	CaseEnded(AgentAssignment assignment, WaitingWork waiting, Contacts contacts, CareTimes times) {
		this.assignment = assignment;
		this.waiting = waiting;
		this.contacts = contacts;
		this.times = times;
	}

	@Override
	public void notify(DelegateExecution execution) {
		if (execution.getProcessBusinessKey() != null
				&& !EscalationProcess.KEY.equals(CaseKeys.processKey(execution))) {
			this.waiting.done(CaseKeys.caseId(execution));
			this.assignment.release(CaseKeys.caseId(execution), this.times.now());
			giveUp(execution);
		}
	}

	private void giveUp(DelegateExecution execution) {
		boolean cancelled = ((ExecutionEntity) execution).getDeleteReason() != null;
		if (cancelled && ContactCustomerProcess.KEY.equals(CaseKeys.processKey(execution))) {
			this.contacts.find(CaseKeys.caseId(execution))
				.filter((contact) -> contact.state() == ContactState.SCHEDULED)
				.ifPresent((contact) -> this.contacts.cancel(contact.id(), "Hồ sơ đã kết thúc trước giờ liên hệ"));
		}
	}

}
