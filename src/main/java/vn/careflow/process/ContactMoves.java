package vn.careflow.process;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.careflow.assignment.AgentAssignment;
import vn.careflow.assignment.AssignmentDecision;
import vn.careflow.assignment.WaitingWork;
import vn.careflow.assignment.WorkItem;
import vn.careflow.contact.Contact;
import vn.careflow.contact.ContactMoved;
import vn.careflow.contact.Contacts;
import vn.careflow.customer.CustomerFacts;
import vn.careflow.customer.Customers;

/**
 * Gives the running case of a contact that was moved to its new person, whose day carries
 * it from then on. {@link ContactTimers} moves its timers. All of it happens in the
 * transaction that moves the contact: a timer that fires in that very moment makes one of
 * the two start again.
 */
@Component
class ContactMoves {

	private final RuntimeService runtime;

	private final Contacts contacts;

	private final Customers customers;

	private final AgentAssignment assignment;

	private final AssignmentOrders orders;

	private final WaitingWork waiting;

	ContactMoves(RuntimeService runtime, Contacts contacts, Customers customers, AgentAssignment assignment,
			WaitingWork waiting, AssignmentOrders orders) {
		this.runtime = runtime;
		this.contacts = contacts;
		this.customers = customers;
		this.assignment = assignment;
		this.orders = orders;
		this.waiting = waiting;
	}

	@EventListener
	void on(ContactMoved moved) {
		this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(ContactCustomerProcess.KEY)
			.processInstanceBusinessKey(moved.contactId().toString())
			.list()
			.forEach((instance) -> move(instance, moved));
	}

	private void move(ProcessInstance instance, ContactMoved moved) {
		this.runtime.setVariable(instance.getId(), CaseVariables.AGENT_ID.name(), moved.agentId());
		reassign(moved.contactId(), teamOf(instance), moved.agentId(), moved.slot().at());
	}

	private String teamOf(ProcessInstance instance) {
		Object team = this.runtime.getVariable(instance.getId(), CaseVariables.TEAM_ID.name());
		return (team != null) ? team.toString() : "service";
	}

	/** The work counts on its new day, and is the new person's. */
	private void reassign(UUID contactId, String teamId, String agentId, Instant at) {
		Contact contact = this.contacts.get(contactId);
		CustomerFacts customer = this.customers.facts(contact.customerId());
		this.waiting.hold(contactId);
		AssignmentDecision decision = this.assignment
			.assign(this.orders.ordered(WorkItem.of(contactId, "CONTACT", teamId, at)
				.in(customer.language())
				.about(null, customer.group().name())
				.knownTo(customer.ownerId(), agentId), null));
		if (!decision.agentId().equals(Optional.of(agentId))) {
			this.assignment.reassign(contactId, agentId, "Theo kế hoạch ngày", CaseKeys.actor());
		}
	}

}
