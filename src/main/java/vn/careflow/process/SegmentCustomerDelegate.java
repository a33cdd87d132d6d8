package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import vn.careflow.customer.Assessment;

/**
 * Decides the group and the potential of the customer by the tables
 * {@code customer-segment} and {@code customer-potential}. Used in «Phân loại tiềm năng»
 * of pre-sale care and in step 1 of care management.
 */
@Component
class SegmentCustomerDelegate implements JavaDelegate {

	private final Segmentation segmentation;

	SegmentCustomerDelegate(Segmentation segmentation) {
		this.segmentation = segmentation;
	}

	@Override
	public void execute(DelegateExecution execution) {
		Assessment assessment = this.segmentation.assess(CaseKeys.customerId(execution));
		CaseVariables.CUSTOMER_GROUP.set(execution, assessment.group().name());
		CaseVariables.POTENTIAL.set(execution, assessment.potential().name());
	}

}
