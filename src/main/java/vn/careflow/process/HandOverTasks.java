package vn.careflow.process;

import java.util.ArrayList;
import java.util.List;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

import vn.careflow.assignment.HandOverKind;
import vn.careflow.assignment.Responsibility;
import vn.careflow.security.NamedRights;

/**
 * The open tasks that a person has, owns or may take by name. The right to see the task
 * goes with it.
 */
@Component
class HandOverTasks implements Responsibility {

	private final PeopleInEngine people;

	private final TaskService tasks;

	private final NamedRights rights;

	HandOverTasks(PeopleInEngine people, TaskService tasks, NamedRights rights) {
		this.people = people;
		this.tasks = tasks;
		this.rights = rights;
	}

	@Override
	public HandOverKind kind() {
		return HandOverKind.TASK;
	}

	@Override
	public long count(String agentId) {
		return this.people.countTasks(agentId);
	}

	@Override
	public List<Held> heldBy(String agentId) {
		return this.people.tasks(agentId)
			.stream()
			.map((task) -> new Held(task.id(), task.name(), task.customerId(), null, task.caseId()))
			.toList();
	}

	@Override
	public Moved move(Move move) {
		Task task = this.tasks.createTaskQuery().taskId(move.ref()).singleResult();
		if (task == null) {
			return Moved.gone();
		}
		if (waitsForItsAppointment(task, move)) {
			return Moved.refused("Lịch hẹn chưa chuyển được, công việc chờ lịch hẹn");
		}
		List<String> moved = new ArrayList<>();
		if (move.giver().equals(task.getAssignee()) && isWanted("ASSIGNEE", move)) {
			this.tasks.setAssignee(task.getId(), move.taker());
			moved.add("ASSIGNEE");
		}
		if (move.giver().equals(task.getOwner()) && isWanted("OWNER", move)) {
			this.tasks.setOwner(task.getId(), move.taker());
			moved.add("OWNER");
		}
		if (isWanted("CANDIDATE", move) && isCandidate(task, move.giver())) {
			this.tasks.deleteCandidateUser(task.getId(), move.giver());
			this.tasks.addCandidateUser(task.getId(), move.taker());
			moved.add("CANDIDATE");
		}
		this.rights.revoke(move.giver(), Resources.TASK, task.getId());
		return moved.isEmpty() ? Moved.gone() : Moved.done(String.join(",", moved));
	}

	/** The task of an appointment goes only where its case went. */
	private boolean waitsForItsAppointment(Task task, Move move) {
		return AppointmentProcess.TASK_KEEP_APPOINTMENT.equals(task.getTaskDefinitionKey())
				&& !move.taker().equals(this.tasks.getVariable(task.getId(), CaseVariables.AGENT_ID.name()));
	}

	/** Undoing gives back only what was handed over. */
	private static boolean isWanted(String what, Move move) {
		return move.kept() == null || List.of(move.kept().split(",")).contains(what);
	}

	private boolean isCandidate(Task task, String agentId) {
		return this.tasks.getIdentityLinksForTask(task.getId())
			.stream()
			.filter((link) -> IdentityLinkType.CANDIDATE.equals(link.getType()))
			.map(IdentityLink::getUserId)
			.anyMatch(agentId::equals);
	}

}
