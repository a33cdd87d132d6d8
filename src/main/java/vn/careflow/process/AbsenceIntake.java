package vn.careflow.process;

import java.util.Set;
import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.careflow.staff.Absence;
import vn.careflow.staff.AbsenceEntry;
import vn.careflow.staff.Agent;
import vn.careflow.staff.NewAbsence;
import vn.careflow.staff.Role;
import vn.careflow.staff.Staff;

/**
 * Takes an absence that a person entered in Tasklist, or the one that the case is about
 * already.
 */
@Service
class AbsenceIntake {

	private static final Set<Role> RESPONSIBLE = Set.of(Role.TEAM_LEAD, Role.MANAGER, Role.ADMIN);

	private final Staff staff;

	AbsenceIntake(Staff staff) {
		this.staff = staff;
	}

	/**
	 * Says in the case who is away and when.
	 * @throws FormRejected with the reason when the absence cannot be entered
	 */
	@Transactional
	public void take(DelegateExecution execution) {
		Absence absence = CaseKeys.hasCase(execution)
				? this.staff.directory().absence(CaseKeys.caseId(execution)).orElseThrow() : entered(execution);
		CoverAbsenceProcess.ABSENT_AGENT_ID.set(execution, absence.agentId());
		CoverAbsenceProcess.ABSENT_FROM.set(execution, CaseKeys.date(absence.from()));
		CoverAbsenceProcess.ABSENT_TO.set(execution, CaseKeys.date(absence.to()));
		// From now on the record says who stands in, not what was entered once.
		CoverAbsenceProcess.SUBSTITUTE_ID.set(execution, null);
		CaseVariables.TEAM_ID.set(execution,
				this.staff.get(absence.agentId()).teams().stream().findFirst().orElse(null));
	}

	private Absence entered(DelegateExecution execution) {
		String agentId = whoIsAway(CoverAbsenceProcess.ABSENT_AGENT_ID.find(execution).orElse(CaseKeys.actor()));
		UUID absenceId = CaseKeys.begin(execution, UUID.randomUUID());
		AbsenceEntry entry = this.staff
			.enterAbsence(new NewAbsence(absenceId, agentId, CoverAbsenceProcess.ABSENT_FROM.get(execution).toInstant(),
					CoverAbsenceProcess.ABSENT_TO.get(execution).toInstant(),
					CoverAbsenceProcess.SUBSTITUTE_ID.find(execution).orElse(null),
					CoverAbsenceProcess.ABSENCE_REASON.find(execution).orElse(null)));
		if (entry instanceof AbsenceEntry.Refused refused) {
			throw new FormRejected(fieldOf(refused), refused.reason() + ".");
		}
		return ((AbsenceEntry.Entered) entry).absence();
	}

	/** People enter their own absences, leads and managers everybody's. */
	private String whoIsAway(String agentId) {
		String actor = CaseKeys.actor();
		boolean another = !agentId.equals(actor);
		boolean mayNot = this.staff.find(actor)
			.map(Agent::roles)
			.filter((roles) -> roles.stream().noneMatch(RESPONSIBLE::contains))
			.isPresent();
		if (another && mayNot || this.staff.find(agentId).isEmpty()) {
			throw new FormRejected(CoverAbsenceProcess.ABSENT_AGENT_ID.name(), another && mayNot
					? "Chỉ trưởng nhóm hoặc quản lý ghi vắng mặt cho người khác." : "Hãy chọn người vắng mặt.");
		}
		return agentId;
	}

	private static String fieldOf(AbsenceEntry.Refused refused) {
		return switch (String.valueOf(refused.field())) {
			case "substituteId" -> CoverAbsenceProcess.SUBSTITUTE_ID.name();
			case "to" -> CoverAbsenceProcess.ABSENT_TO.name();
			default -> CoverAbsenceProcess.ABSENT_FROM.name();
		};
	}

}
