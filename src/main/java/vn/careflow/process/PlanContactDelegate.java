package vn.careflow.process;

import java.time.Instant;
import java.util.Date;
import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import vn.careflow.contact.ContactChannel;
import vn.careflow.contact.ContactPurpose;
import vn.careflow.contact.ContactReason;
import vn.careflow.contact.Contacts;
import vn.careflow.contact.NewContact;
import vn.careflow.contact.ContactSlot;
import vn.careflow.contact.SlotDecision;

/**
 * Finds the first moment at which this customer may be contacted for this purpose. Used
 * in «Tìm giờ phù hợp».
 */
@Component
class PlanContactDelegate implements JavaDelegate {

	private final Contacts contacts;

	private final CustomerReferences customers;

	private final CareTimes times;

	PlanContactDelegate(Contacts contacts, CustomerReferences customers, CareTimes times) {
		this.contacts = contacts;
		this.customers = customers;
		this.times = times;
	}

	@Override
	public void execute(DelegateExecution execution) {
		UUID contactId = CaseKeys.hasCase(execution) ? CaseKeys.caseId(execution) : begin(execution);
		SlotDecision decision = this.contacts.findSlot(contactId, earliest(execution));
		ContactCustomerProcess.SLOT_FOUND.set(execution, decision.slot().isPresent());
		decision.slot().ifPresent((slot) -> tell(execution, slot));
	}

	private UUID begin(DelegateExecution execution) {
		UUID contactId = CaseKeys.begin(execution, UUID.randomUUID());
		this.contacts.plan(new NewContact(contactId, this.customers.resolve(execution),
				CaseVariables.CASE_ID.find(execution).map(UUID::fromString).orElse(null),
				ContactPurpose.valueOf(ContactCustomerProcess.PURPOSE.get(execution)),
				ContactChannel.valueOf(CaseVariables.CONTACT_CHANNEL.get(execution)),
				ContactCustomerProcess.CONTACT_REASON.find(execution)
					.map(ContactReason::valueOf)
					.orElse(ContactReason.AD_HOC)));
		ContactCustomerProcess.CONTACT_ID.set(execution, contactId.toString());
		return contactId;
	}

	private Instant earliest(DelegateExecution execution) {
		Instant now = this.times.now();
		Instant wished = CaseVariables.NOT_BEFORE.find(execution).map(Date::toInstant).orElse(now);
		Instant allowed = ContactCustomerProcess.RETRY_AFTER.find(execution)
			.filter((wait) -> !wait.isBlank())
			.map((wait) -> this.times.after(now, wait))
			.orElse(now);
		return wished.isAfter(allowed) ? wished : allowed;
	}

	private static void tell(DelegateExecution execution, ContactSlot slot) {
		ContactCustomerProcess.SLOT_AT.set(execution, Date.from(slot.at()));
		ContactCustomerProcess.REMIND_AT.set(execution, Date.from(slot.remindAt()));
		ContactCustomerProcess.CONTACT_DUE_AT.set(execution, Date.from(slot.dueAt()));
	}

}
