package vn.careflow.process;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
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

	private static final Set<String> TIMERS = Set.of(ContactCustomerProcess.EVENT_SLOT_REACHED,
			ContactCustomerProcess.BOUNDARY_REMINDER_DUE, ContactCustomerProcess.BOUNDARY_WINDOW_CLOSED);

	private final RuntimeService runtime;

	private final ManagementService management;

	private final TaskService tasks;

	private final CareMessages messages;

	ContactTimers(RuntimeService runtime, ManagementService management, TaskService tasks, CareMessages messages) {
		this.runtime = runtime;
		this.management = management;
		this.tasks = tasks;
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
		this.runtime.setVariables(instanceId,
				Map.of(ContactCustomerProcess.SLOT_AT.name(), Date.from(slot.at()),
						ContactCustomerProcess.REMIND_AT.name(), Date.from(slot.remindAt()),
						ContactCustomerProcess.CONTACT_DUE_AT.name(), Date.from(slot.dueAt())));
		this.management.createJobQuery()
			.processInstanceId(instanceId)
			.timers()
			.list()
			.stream()
			.filter((timer) -> TIMERS.contains(activityOf(timer)))
			.forEach((timer) -> this.management.recalculateJobDuedate(timer.getId(), false));
		this.tasks.createTaskQuery()
			.processInstanceId(instanceId)
			.taskDefinitionKey(ContactCustomerProcess.TASK_CARRY_OUT_CONTACT)
			.list()
			.forEach((task) -> this.tasks.setDueDate(task.getId(), Date.from(slot.dueAt())));
	}

	private String activityOf(Job timer) {
		return this.management.createJobDefinitionQuery()
			.jobDefinitionId(timer.getJobDefinitionId())
			.singleResult()
			.getActivityId();
	}

	private List<ProcessInstance> instancesOf(UUID contactId) {
		return this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(ContactCustomerProcess.KEY)
			.processInstanceBusinessKey(contactId.toString())
			.list();
	}

}
