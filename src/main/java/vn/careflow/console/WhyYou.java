package vn.careflow.console;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import vn.careflow.assignment.AgentAssignment;
import vn.careflow.assignment.AssignmentDecision;
import vn.careflow.contact.Appointment;
import vn.careflow.contact.Appointments;
import vn.careflow.process.CaseTask;
import vn.careflow.staff.Agent;
import vn.careflow.staff.Role;
import vn.careflow.staff.Staff;
import vn.careflow.staff.Team;

/**
 * Says in a sentence why a task is with the person who has it, or why nobody has it.
 */
@Component
class WhyYou {

	private final AgentAssignment assignment;

	private final Appointments appointments;

	private final Staff staff;

	WhyYou(AgentAssignment assignment, Appointments appointments, Staff staff) {
		this.assignment = assignment;
		this.appointments = appointments;
		this.staff = staff;
	}

	/** The sentence, in Vietnamese; empty when there is nothing to say. */
	String about(CaseTask task) {
		return task.caseUuid()
			.flatMap(this.assignment::decisionFor)
			.map((decision) -> byDecision(task, decision))
			.or(() -> byAppointment(task))
			.orElseGet(() -> byRole(task));
	}

	/** What was decided last; a task may have been put back into the queue since. */
	private String byDecision(CaseTask task, AssignmentDecision decision) {
		boolean putBack = decision.agentId().isPresent() && task.assignee() == null && task.code("agentId").isEmpty();
		return putBack ? waiting(task) + " Trước đó: " + decision.summary() : decision.summary();
	}

	/** The time of an appointment is a person's own: no rule gives it. */
	private Optional<String> byAppointment(CaseTask task) {
		return Optional.of(task)
			.filter((one) -> one.processKey().equals("appointment"))
			.flatMap(CaseTask::caseUuid)
			.flatMap((UUID id) -> this.appointments.find(id))
			.map(this::booked);
	}

	private String booked(Appointment appointment) {
		return appointment.bookedBy().equals(appointment.agentId())
				? nameOf(appointment.agentId()) + " tự đặt cuộc hẹn này vào lịch của mình."
				: "%s đặt cuộc hẹn này vào lịch của %s.".formatted(nameOf(appointment.bookedBy()),
						nameOf(appointment.agentId()));
	}

	private String byRole(CaseTask task) {
		String assignee = task.assignee();
		if (assignee == null) {
			return waiting(task);
		}
		if (task.code("bookedBy").filter(assignee::equals).isPresent()) {
			return nameOf(assignee) + " bắt đầu đặt cuộc hẹn này.";
		}
		return this.staff.teams()
			.stream()
			.filter((team) -> assignee.equals(team.leadId()))
			.filter((team) -> task.code("teamId").map(team.id()::equals).orElse(true))
			.findFirst()
			.map((team) -> "%s là trưởng nhóm %s.".formatted(nameOf(assignee), team.name()))
			.orElseGet(() -> nameOf(assignee) + (isManager(assignee) ? " là quản lý." : " đã nhận việc này."));
	}

	private boolean isManager(String userId) {
		return this.staff.find(userId).filter((person) -> person.roles().contains(Role.MANAGER)).isPresent();
	}

	private String waiting(CaseTask task) {
		return task.code("teamId")
			.flatMap(this.staff.directory()::team)
			.map(Team::name)
			.map((name) -> "Chưa ai giữ việc này: nó chờ trong hàng đợi của nhóm " + name + ".")
			.orElse("Chưa ai giữ việc này.");
	}

	/** What people call a person; the id of who is not of the staff. */
	String nameOf(@Nullable String userId) {
		return (userId != null) ? this.staff.find(userId).map(Agent::name).orElse(userId) : "";
	}

}
