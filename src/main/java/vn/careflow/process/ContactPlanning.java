package vn.careflow.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import vn.careflow.contact.Contact;
import vn.careflow.contact.ContactChannel;
import vn.careflow.contact.ContactPurpose;
import vn.careflow.contact.ContactReason;
import vn.careflow.contact.Contacts;
import vn.careflow.contact.NewContact;
import vn.careflow.contact.RefusedSlot;
import vn.careflow.contact.SlotDecision;
import vn.careflow.customer.Timeline;
import vn.careflow.customer.TimelineEntry;
import vn.careflow.customer.TimelineKind;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plans a contact, for another case or for a person who asks for one in Tasklist, and
 * finds it a time.
 */
@Service
class ContactPlanning {

	private final Contacts contacts;

	private final CustomerReferences customers;

	private final Timeline timeline;

	private final CareTimes times;

	ContactPlanning(Contacts contacts, CustomerReferences customers, Timeline timeline, CareTimes times) {
		this.contacts = contacts;
		this.customers = customers;
		this.timeline = timeline;
		this.times = times;
	}

	/**
	 * Finds the first permitted time, or none: a case that calls has its own plan for
	 * that.
	 * @throws FormRejected with the reason when a person asked for what is not permitted
	 */
	@Transactional
	public SlotDecision plan(DelegateExecution execution) {
		UUID contactId = CaseKeys.hasCase(execution) ? CaseKeys.caseId(execution) : begin(execution);
		SlotDecision decision = this.contacts.findSlot(contactId, earliest(execution));
		if (decision.slot().isEmpty() && CaseVariables.CASE_ID.find(execution).isEmpty()) {
			throw new FormRejected(ContactCustomerProcess.PURPOSE.name(),
					"Không thể liên hệ khách hàng này: " + why(decision.refused()));
		}
		return decision;
	}

	private UUID begin(DelegateExecution execution) {
		UUID contactId = CaseKeys.begin(execution, UUID.randomUUID());
		UUID customerId = this.customers.resolve(execution);
		this.contacts.plan(new NewContact(contactId, customerId,
				CaseVariables.CASE_ID.find(execution).map(UUID::fromString).orElse(null),
				ContactPurpose.valueOf(ContactCustomerProcess.PURPOSE.get(execution)),
				ContactChannel.valueOf(CaseVariables.CONTACT_CHANNEL.get(execution)),
				ContactCustomerProcess.CONTACT_REASON.find(execution)
					.map(ContactReason::valueOf)
					.orElse(ContactReason.AD_HOC)));
		ContactCustomerProcess.CONTACT_NOTE.find(execution).ifPresent((note) -> note(customerId, contactId, note));
		return contactId;
	}

	/** Gives up a contact that nothing permits any more, and says why on the timeline. */
	@Transactional
	public void callOff(UUID contactId) {
		Contact contact = this.contacts.get(contactId);
		String why = why(contact.refused());
		this.contacts.cancel(contactId, why);
		this.timeline.record(TimelineEntry
			.of(contact.customerId(), TimelineKind.NOTE, this.times.now(), "Hủy lần liên hệ đã hẹn: " + why)
			.about(contactId));
	}

	private void note(UUID customerId, UUID contactId, String note) {
		this.timeline
			.record(TimelineEntry.of(customerId, TimelineKind.NOTE, this.times.now(), "Ghi chú cho lần liên hệ tới")
				.withDetail(note)
				.about(contactId));
	}

	/**
	 * A wish for a moment, the customer's own above all, outranks the ladder's pause;
	 * what the law forbids is refused with the slots.
	 */
	private Instant earliest(DelegateExecution execution) {
		return CaseVariables.NOT_BEFORE.find(execution)
			.map(Date::toInstant)
			.orElseGet(() -> ContactCustomerProcess.RETRY_AFTER.find(execution)
				.filter((pause) -> !pause.isBlank())
				.map(this.times::after)
				.orElseGet(this.times::now));
	}

	private static String why(List<RefusedSlot> refused) {
		return refused.stream()
			.filter((slot) -> slot.until() == null)
			.findFirst()
			.map(RefusedSlot::reason)
			.orElse("Không có giờ nào được phép.");
	}

}
