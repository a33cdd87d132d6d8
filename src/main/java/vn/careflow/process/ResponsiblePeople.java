package vn.careflow.process;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.careflow.servicelevel.Escalations;
import vn.careflow.servicelevel.NewNotice;
import vn.careflow.staff.Agent;
import vn.careflow.staff.Staff;

/**
 * Tells people about a case whose deadline is in danger: a notice for each of them, and a
 * comment on the open task.
 */
@Service
class ResponsiblePeople {

	private final Staff staff;

	private final Escalations escalations;

	private final TaskService tasks;

	private final CareTimes times;

	ResponsiblePeople(Staff staff, Escalations escalations, TaskService tasks, CareTimes times) {
		this.staff = staff;
		this.escalations = escalations;
		this.tasks = tasks;
		this.times = times;
	}

	/**
	 * Tells those whom a rung of the ladder names.
	 * @param whom {@code AGENT}, {@code TEAM_LEAD} or {@code MANAGER}; a rung without
	 * anybody goes to the next one up
	 * @param rung which rung it is: each one tells each person once
	 * @return whether the rung is new: false when all of them knew already
	 */
	@Transactional
	public boolean tell(DelegateExecution execution, String whom, String rung) {
		UUID caseId = CaseKeys.caseId(execution);
		Set<String> recipients = recipients(execution, whom);
		long told = recipients.stream().filter((recipient) -> notice(caseId, recipient, rung)).count();
		boolean isNew = told > 0 || recipients.isEmpty();
		if (isNew) {
			comment(caseId, rung);
		}
		return isNew;
	}

	/** Tells the agent who has the case, or the team lead while nobody has it. */
	@Transactional
	public void tellAgent(DelegateExecution execution, UUID caseId, String rung) {
		recipients(execution, "AGENT").forEach((recipient) -> notice(caseId, recipient, rung));
	}

	/** Tells the team lead of a case that nobody can take. */
	@Transactional
	public void tellLead(DelegateExecution execution, UUID caseId, String rung) {
		recipients(execution, "TEAM_LEAD").forEach((recipient) -> notice(caseId, recipient, rung));
	}

	/**
	 * Tells the former person, the new one and the team's lead of a change of hands, but
	 * not whoever did it. With nobody found, the lead hears of that instead.
	 */
	@Transactional
	public void tellOfHands(CaseMove move, String teamId) {
		String occasion = "@" + move.decisionId();
		String lead = this.staff.leadOf(teamId).map(Agent::id).orElse(null);
		tellOther(move, move.from(), "taken-from-you" + occasion);
		tellOther(move, move.to(), "handed-to-you" + occasion);
		if (move.from() != null && move.to() != null && !Objects.equals(lead, move.to())
				&& !Objects.equals(lead, move.from())) {
			tellOther(move, lead, "hands-changed" + occasion);
		}
	}

	private void tellOther(CaseMove move, @Nullable String person, String rung) {
		if (person != null && !person.equals(move.by())) {
			notice(move.caseId(), person, rung);
		}
	}

	/**
	 * Tells the lead of a team, and the managers while the lead is not on duty.
	 * @return whether any of them did not know it yet
	 */
	@Transactional
	public boolean tellLeadOf(String teamId, UUID caseId, String rung) {
		return reaching(List.of(leadOf(teamId), managers())).stream()
			.filter((recipient) -> notice(caseId, recipient, rung))
			.count() > 0;
	}

	/**
	 * Those whom the rung names, and, while none of them is on duty, the next ones up as
	 * well: somebody hears it now, and it waits for the others.
	 */
	private Set<String> recipients(DelegateExecution execution, String whom) {
		return reaching(upwardsFrom(whom, execution));
	}

	private Set<String> reaching(List<List<String>> upwards) {
		Set<String> recipients = new LinkedHashSet<>();
		for (List<String> step : upwards) {
			recipients.addAll(step);
			if (step.stream().anyMatch((person) -> this.staff.isOnDuty(person, this.times.now()))) {
				break;
			}
		}
		return recipients;
	}

	private List<List<String>> upwardsFrom(String whom, DelegateExecution execution) {
		String team = CaseVariables.TEAM_ID.find(execution).orElse("service");
		List<String> agent = CaseVariables.AGENT_ID.find(execution).map(List::of).orElse(List.of());
		List<String> lead = leadOf(team);
		List<String> managers = managers();
		return switch (whom) {
			case "AGENT" -> List.of(agent, lead, managers);
			case "TEAM_LEAD" -> List.of(lead, managers);
			default -> List.of(managers, lead);
		};
	}

	private List<String> leadOf(String teamId) {
		return this.staff.leadOf(teamId).map(Agent::id).map(List::of).orElse(List.of());
	}

	private List<String> managers() {
		return this.staff.managers().stream().map(Agent::id).toList();
	}

	private boolean notice(UUID caseId, String recipient, String rung) {
		return this.escalations.tell(new NewNotice(caseId, recipient, rung, this.times.now()));
	}

	private void comment(UUID caseId, String rung) {
		this.tasks.createTaskQuery()
			.processInstanceBusinessKey(caseId.toString())
			.list()
			.forEach((task) -> this.tasks.createComment(task.getId(), task.getProcessInstanceId(), text(rung)));
	}

	private static String text(String rung) {
		return switch (rung) {
			case "NEAR" -> "Sắp đến hạn: hãy xử lý trước khi trễ.";
			case "PASSED" -> "Đã quá hạn: trưởng nhóm đã được báo.";
			case "PASSED_AGAIN" -> "Quá hạn kéo dài: quản lý đã được báo.";
			default -> "Đã báo người có trách nhiệm.";
		};
	}

}
