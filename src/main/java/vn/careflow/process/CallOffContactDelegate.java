package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/**
 * Gives up a planned contact that nothing permits any more. Used in «Hủy lần liên hệ».
 */
@Component
class CallOffContactDelegate implements JavaDelegate {

	private final ContactPlanning planning;

	CallOffContactDelegate(ContactPlanning planning) {
		this.planning = planning;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.planning.callOff(CaseKeys.caseId(execution));
		ContactCustomerProcess.CASE_WAITS.set(execution,
				((ExecutionEntity) execution).getProcessInstance().getSuperExecution() != null);
	}

}
