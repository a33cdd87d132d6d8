package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import vn.careflow.request.Requests;

/**
 * Says whether the customer has an open complaint, which pauses every offer. Used in «Xem
 * khiếu nại đang mở».
 */
@Component
class CheckComplaintDelegate implements JavaDelegate {

	private final Requests requests;

	CheckComplaintDelegate(Requests requests) {
		this.requests = requests;
	}

	@Override
	public void execute(DelegateExecution execution) {
		PostSaleCareProcess.COMPLAINT_OPEN.set(execution,
				this.requests.hasOpenComplaint(CaseKeys.customerId(execution)));
	}

}
