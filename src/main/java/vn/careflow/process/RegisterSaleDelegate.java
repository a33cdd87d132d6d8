package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Keeps the order that a person entered, or takes over the one that another system handed
 * over, and finds who thanks the customer. Used in «Ghi nhận đơn hàng».
 */
@Component
class RegisterSaleDelegate implements JavaDelegate {

	private final SaleIntake sales;

	private final CaseAssignments assignments;

	private final CareTimes times;

	RegisterSaleDelegate(SaleIntake sales, CaseAssignments assignments, CareTimes times) {
		this.sales = sales;
		this.assignments = assignments;
		this.times = times;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.sales.take(execution);
		CaseVariables.CONTACT_CHANNEL.set(execution, "CALL");
		this.assignments.assign(execution, CaseKeys.caseId(execution), "POST_SALE", "service", null, this.times.now());
	}

}
