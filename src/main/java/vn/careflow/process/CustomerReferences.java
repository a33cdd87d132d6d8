package vn.careflow.process;

import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

import vn.careflow.customer.Customer;
import vn.careflow.customer.Customers;

/**
 * Finds the customer of a case: by the id that a starter gave, or by what a person typed
 * into a start form.
 */
@Component
class CustomerReferences {

	private final Customers customers;

	CustomerReferences(Customers customers) {
		this.customers = customers;
	}

	/**
	 * The customer of the case; afterwards {@code customerId} is set.
	 * @throws FormRejected when nobody is known by what was typed
	 */
	UUID resolve(DelegateExecution execution) {
		return CaseVariables.CUSTOMER_ID.find(execution).map(UUID::fromString).orElseGet(() -> byReference(execution));
	}

	private UUID byReference(DelegateExecution execution) {
		String reference = CaseVariables.CUSTOMER_REFERENCE.get(execution);
		UUID customerId = this.customers.findByReference(reference)
			.map(Customer::id)
			.orElseThrow(() -> new FormRejected(CaseVariables.CUSTOMER_REFERENCE.name(),
					"Không tìm thấy khách hàng «%s». Hãy nhập mã khách hàng, số điện thoại hoặc e-mail đã lưu."
						.formatted(reference)));
		CaseVariables.CUSTOMER_ID.set(execution, customerId.toString());
		return customerId;
	}

}
