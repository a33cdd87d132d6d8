package vn.careflow.process;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import vn.careflow.assignment.AgentAssignment;
import vn.careflow.contact.Appointments;
import vn.careflow.process.AbsentWork.Holder;
import vn.careflow.process.HandAnswer.Given;
import vn.careflow.process.HandAnswer.Refused;
import vn.careflow.staff.Agent;
import vn.careflow.staff.StaffDirectory;
import vn.careflow.staff.Staff;

/**
 * Gives work away because of an absence, whether or not the rules gave it: an
 * opportunity, say, is with whoever reached the customer.
 */
@Component
class AbsenceHands {

	private final CaseHands hands;

	private final CaseMoves moves;

	private final AbsentWork work;

	private final AgentAssignment assignment;

	private final Appointments appointments;

	private final Staff staff;

	private final CareTimes times;

	AbsenceHands(CaseHands hands, CaseMoves moves, AbsentWork work, AgentAssignment assignment,
			Appointments appointments, Staff staff, CareTimes times) {
		this.hands = hands;
		this.moves = moves;
		this.work = work;
		this.assignment = assignment;
		this.appointments = appointments;
		this.staff = staff;
		this.times = times;
	}

	/**
	 * Gives a running case to somebody.
	 * @param to the user id of who shall have it; null lets the rules decide
	 * @param by the user id of who decides it
	 * @param why the reason, for the history
	 */
	HandAnswer give(UUID caseId, @Nullable String to, String by, String why) {
		boolean ruled = this.assignment.decisionFor(caseId).isPresent() || this.appointments.find(caseId).isPresent();
		if (ruled) {
			return this.hands.reassign(caseId, to, by, why);
		}
		return (to != null) ? withoutRules(caseId, to, by, why)
				: Refused.because("Việc này không do quy tắc phân công và không có người thay thế.");
	}

	private HandAnswer withoutRules(UUID caseId, String to, String by, String why) {
		if (!isThere(to)) {
			return Refused.because("Người này đang vắng mặt hoặc không còn làm việc.");
		}
		String from = this.work.holderOf(caseId).map(Holder::agentId).orElse(null);
		this.moves.carryOutAndTell(new CaseMove(caseId, from, to, why, by, UUID.randomUUID()));
		return new Given(from, to, why);
	}

	private boolean isThere(String agentId) {
		StaffDirectory directory = this.staff.directory();
		Optional<Agent> agent = directory.find(agentId);
		return agent.filter((known) -> known.isEmployedOn(this.times.local(this.times.now()).toLocalDate())).isPresent()
				&& directory.absenceOf(agentId, this.times.now()).isEmpty();
	}

}
