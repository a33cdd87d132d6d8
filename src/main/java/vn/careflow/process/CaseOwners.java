package vn.careflow.process;

import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.careflow.assignment.AgentAssignment;
import vn.careflow.assignment.Reassignment;
import vn.careflow.contact.AppointmentAnswer;
import vn.careflow.contact.Appointments;
import vn.careflow.request.Request;
import vn.careflow.request.Requests;

/**
 * Makes somebody responsible for a running case by hand: the assignment with its reason,
 * and the request where the case is one.
 */
@Service
class CaseOwners {

	private final AgentAssignment assignment;

	private final Requests requests;

	private final Appointments appointments;

	CaseOwners(AgentAssignment assignment, Requests requests, Appointments appointments) {
		this.assignment = assignment;
		this.requests = requests;
		this.appointments = appointments;
	}

	/**
	 * A lead gives the case to somebody.
	 * @throws FormRejected with the reason when the person cannot have it
	 */
	@Transactional
	public void give(UUID caseId, String agentId, String why, String by) {
		Reassignment answer = this.assignment.reassign(caseId, agentId, why, by);
		if (answer instanceof Reassignment.Refused refused) {
			throw new FormRejected(CaseVariables.NEW_AGENT_ID.name(),
					"Không giao được việc này: %s.".formatted(refused.reason()));
		}
		tellRequest(caseId, agentId);
	}

	/**
	 * Somebody takes the case from the queue. Whoever takes work on has it, even one more
	 * than the rules would have given them.
	 */
	@Transactional
	public void take(UUID caseId, String agentId) {
		if (this.appointments.find(caseId).isPresent()) {
			takeOver(caseId, agentId);
			return;
		}
		this.assignment.reassign(caseId, agentId, "Nhận việc trong Tasklist", agentId);
		tellRequest(caseId, agentId);
	}

	/** An appointment is no work item that rules give: the agent's time is. */
	private void takeOver(UUID appointmentId, String agentId) {
		AppointmentAnswer answer = this.appointments.handOver(appointmentId, agentId, agentId);
		if (answer instanceof AppointmentAnswer.Refused refused) {
			throw new FormRejected(CaseVariables.AGENT_ID.name(), refused.reasons().get(0).reason());
		}
	}

	private void tellRequest(UUID caseId, String agentId) {
		this.requests.find(caseId)
			.filter((request) -> request.status().isOpen())
			.map(Request::id)
			.ifPresent((requestId) -> this.requests.assignTo(requestId, agentId));
	}

}
