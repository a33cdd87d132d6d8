package vn.careflow.process;

import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

import vn.careflow.assignment.AgentAssignment;

/**
 * Frees the agent's capacity when a case ends, however it ends: done, cancelled by its
 * caller, or deleted in Cockpit.
 */
@Component
class CaseEnded implements ExecutionListener {

	private final AgentAssignment assignment;

	private final CareTimes times;

	CaseEnded(AgentAssignment assignment, CareTimes times) {
		this.assignment = assignment;
		this.times = times;
	}

	@Override
	public void notify(DelegateExecution execution) {
		if (execution.getProcessBusinessKey() != null
				&& !EscalationProcess.KEY.equals(CaseKeys.processKey(execution))) {
			this.assignment.release(CaseKeys.caseId(execution), this.times.now());
		}
	}

}
