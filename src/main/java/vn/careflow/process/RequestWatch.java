package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

import vn.careflow.request.Requests;

/**
 * Says whether the customer has open requests, at the moment when a care cycle wants to
 * know it. Used where «Có yêu cầu đang mở?» is asked.
 */
@Component
class RequestWatch implements ExecutionListener {

	private final Requests requests;

	RequestWatch(Requests requests) {
		this.requests = requests;
	}

	@Override
	public void notify(DelegateExecution execution) {
		CareManagementProcess.REQUEST_OPEN.set(execution,
				!this.requests.openOf(CaseKeys.customerId(execution)).isEmpty());
	}

}
