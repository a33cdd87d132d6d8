package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import vn.careflow.request.Requests;

/**
 * Starts a new resolution cycle for a request that is not solved after all. Used in «Mở
 * lại yêu cầu».
 */
@Component
class ReopenRequestDelegate implements JavaDelegate {

	private final Requests requests;

	ReopenRequestDelegate(Requests requests) {
		this.requests = requests;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.requests.reopen(CaseKeys.caseId(execution), "Khách hàng chưa hài lòng với kết quả.");
	}

}
