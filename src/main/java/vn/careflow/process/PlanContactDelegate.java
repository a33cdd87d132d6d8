package vn.careflow.process;

import java.util.Date;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import vn.careflow.contact.ContactSlot;
import vn.careflow.contact.SlotDecision;

import org.springframework.stereotype.Component;

/**
 * Finds the first moment at which this customer may be contacted for this purpose. Used
 * in «Tìm giờ phù hợp».
 */
@Component
class PlanContactDelegate implements JavaDelegate {

	private final ContactPlanning planning;

	PlanContactDelegate(ContactPlanning planning) {
		this.planning = planning;
	}

	@Override
	public void execute(DelegateExecution execution) {
		SlotDecision decision = this.planning.plan(execution);
		ContactCustomerProcess.CONTACT_ID.set(execution, execution.getProcessBusinessKey());
		ContactCustomerProcess.SLOT_FOUND.set(execution, decision.slot().isPresent());
		decision.slot().ifPresent((slot) -> tell(execution, slot));
	}

	private static void tell(DelegateExecution execution, ContactSlot slot) {
		ContactCustomerProcess.SLOT_AT.set(execution, Date.from(slot.at()));
		ContactCustomerProcess.REMIND_AT.set(execution, Date.from(slot.remindAt()));
		ContactCustomerProcess.CONTACT_DUE_AT.set(execution, Date.from(slot.dueAt()));
	}

}
