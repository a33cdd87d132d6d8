package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Raises the priority of a request that is in danger. Used in «Nâng mức ưu tiên».
 */
@Component
class RaisePriorityDelegate implements JavaDelegate {

	private final CaseHandover handover;

	RaisePriorityDelegate(CaseHandover handover) {
		this.handover = handover;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.handover.raisePriority(CaseKeys.caseId(execution));
	}

}
