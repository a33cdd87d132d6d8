package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Ends what runs for a customer who does not wish to be contacted any more. Used in «Dừng
 * chăm sóc».
 */
@Component
class StopCareDelegate implements JavaDelegate {

	private final CareStop careStop;

	StopCareDelegate(CareStop careStop) {
		this.careStop = careStop;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.careStop.stop(CaseKeys.processKey(execution), CaseKeys.caseId(execution), CaseKeys.customerId(execution));
	}

}
