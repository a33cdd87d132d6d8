package vn.careflow.process;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import vn.careflow.contact.ContactSlot;
import vn.careflow.contact.Contacts;

/**
 * Finds planned contacts a new slot where theirs no longer fits, and moves their timers.
 */
@Component
@Order(1)
class ContactsFollowCalendars implements CalendarFollower {

	private final Contacts contacts;

	private final RuntimeService runtime;

	private final TimedWork work;

	ContactsFollowCalendars(Contacts contacts, RuntimeService runtime, TimedWork work) {
		this.contacts = contacts;
		this.runtime = runtime;
		this.work = work;
	}

	@Override
	public List<String> following(Set<String> calendars, @Nullable String after, int atMost) {
		return this.contacts.scheduledBy(calendars, (after != null) ? UUID.fromString(after) : null, atMost)
			.stream()
			.map(UUID::toString)
			.toList();
	}

	@Override
	public boolean follow(String id) {
		UUID contactId = UUID.fromString(id);
		boolean replanned = this.contacts.replan(contactId);
		ContactSlot slot = this.contacts.get(contactId).slot();
		if (replanned && slot != null) {
			move(id, slot);
		}
		return replanned;
	}

	private void move(String contactId, ContactSlot slot) {
		Map<String, Date> dates = Map.of(ContactCustomerProcess.SLOT_AT.name(), Date.from(slot.at()),
				ContactCustomerProcess.REMIND_AT.name(), Date.from(slot.remindAt()),
				ContactCustomerProcess.CONTACT_DUE_AT.name(), Date.from(slot.dueAt()));
		this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(ContactCustomerProcess.KEY)
			.processInstanceBusinessKey(contactId)
			.list()
			.forEach((instance) -> {
				this.work.tell(instance.getId(), dates);
				this.work.moveTimers(instance.getId(), ContactCustomerProcess.EVENT_SLOT_REACHED);
			});
	}

}
