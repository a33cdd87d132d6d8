package vn.careflow.process;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

import vn.careflow.contact.ContactReplanned;
import vn.careflow.contact.ContactSlot;

/**
 * Keeps the timers of a running contact in step with its slot, and ends one that is not
 * permitted any more.
 */
@Component
class ContactTimers {

	private static final List<String> TIMERS = List.of(ContactCustomerProcess.EVENT_SLOT_REACHED,
			ContactCustomerProcess.BOUNDARY_REMINDER_DUE, ContactCustomerProcess.BOUNDARY_WINDOW_CLOSED);

	private final RuntimeService runtime;

	private final TimedWork work;

	private final CareMessages messages;

	ContactTimers(RuntimeService runtime, TimedWork work, CareMessages messages) {
		this.runtime = runtime;
		this.work = work;
		this.messages = messages;
	}

	void follow(ContactReplanned event) {
		ContactSlot slot = event.slot();
		if (slot == null) {
			this.messages.tellCaseInTime(ContactCustomerProcess.MESSAGE_CONTACT_FORBIDDEN, event.contactId());
			return;
		}
		instancesOf(event.contactId()).forEach((instance) -> move(instance.getId(), slot));
	}

	private void move(String instanceId, ContactSlot slot) {
		Date dueAt = Date.from(slot.dueAt());
		this.work.tell(instanceId,
				Map.of(ContactCustomerProcess.SLOT_AT.name(), Date.from(slot.at()),
						ContactCustomerProcess.REMIND_AT.name(), Date.from(slot.remindAt()),
						ContactCustomerProcess.CONTACT_DUE_AT.name(), dueAt));
		TIMERS.forEach((event) -> this.work.moveTimers(instanceId, event));
		this.work.moveTasks(instanceId, ContactCustomerProcess.TASK_CARRY_OUT_CONTACT, dueAt);
	}

	private List<ProcessInstance> instancesOf(UUID contactId) {
		return this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(ContactCustomerProcess.KEY)
			.processInstanceBusinessKey(contactId.toString())
			.list();
	}

}
