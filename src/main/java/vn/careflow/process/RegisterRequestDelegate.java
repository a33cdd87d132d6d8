package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import vn.careflow.request.Request;

/**
 * Keeps the request that a person entered, or takes over the one that came in elsewhere.
 * Used in «Ghi nhận yêu cầu».
 */
@Component
class RegisterRequestDelegate implements JavaDelegate {

	private final RequestIntake intake;

	private final Segmentation segmentation;

	RegisterRequestDelegate(RequestIntake intake, Segmentation segmentation) {
		this.intake = intake;
		this.segmentation = segmentation;
	}

	@Override
	public void execute(DelegateExecution execution) {
		Request request = this.intake.take(execution);
		CaseVariables.CUSTOMER_ID.set(execution, request.customerId().toString());
		CaseVariables.AGENT_ID.set(execution, request.agentId());
		CaseVariables.CUSTOMER_GROUP.set(execution, this.segmentation.groupOf(request.customerId()).name());
		RequestHandlingProcess.REQUEST_KIND.set(execution, request.kind().name());
		RequestHandlingProcess.IMPACT.set(execution, request.impact().name());
		RequestHandlingProcess.URGENCY.set(execution, request.urgency().name());
	}

}
