package vn.careflow.process;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import vn.careflow.contact.Appointment;
import vn.careflow.contact.AppointmentAnswer;
import vn.careflow.contact.Appointments;
import vn.careflow.process.HandAnswer.Given;
import vn.careflow.process.HandAnswer.Refused;
import vn.careflow.staff.Agent;
import vn.careflow.staff.Role;
import vn.careflow.staff.Staff;

/**
 * Gives appointments to other people. An appointment is no work item that the rules give:
 * the customer expects somebody at an hour, so it always has a person, and only one whose
 * own time is free can take it.
 */
@Component
class AppointmentHands {

	private final Appointments appointments;

	private final CaseMoves moves;

	private final Staff staff;

	AppointmentHands(Appointments appointments, CaseMoves moves, Staff staff) {
		this.appointments = appointments;
		this.moves = moves;
		this.staff = staff;
	}

	boolean has(UUID caseId) {
		return this.appointments.find(caseId).isPresent();
	}

	/**
	 * What is known against a person beforehand; whether they are free shows when it is
	 * done.
	 */
	Optional<String> objectionTo(String agentId) {
		return this.staff.find(agentId).isPresent() ? Optional.empty()
				: Optional.of("Không có nhân viên với mã " + agentId + ".");
	}

	HandAnswer give(UUID appointmentId, String to, String by, String reason) {
		Appointment known = this.appointments.get(appointmentId);
		Optional<Agent> agent = this.staff.find(to);
		if (agent.isEmpty()) {
			return Refused.because("Không có nhân viên với mã " + to + ".");
		}
		AppointmentAnswer answer = this.appointments.handOver(appointmentId, to, by);
		if (answer instanceof AppointmentAnswer.Refused refused) {
			return new Refused(refused.reasons().stream().map((busy) -> busy.reason()).distinct().toList());
		}
		if (answer instanceof AppointmentAnswer.Over) {
			return Refused.because("Lịch hẹn này đã kết thúc hoặc chưa được xác nhận.");
		}
		return carried(known, to, by, reason);
	}

	/**
	 * Gives an appointment to the first colleague who is on duty and free then: who
	 * stands in for its agent, then the agent's teams by user id.
	 */
	HandAnswer giveToAnybody(UUID appointmentId, String by, String reason) {
		Appointment known = this.appointments.get(appointmentId);
		return colleaguesOf(known).map((colleague) -> give(appointmentId, colleague, by, reason))
			.filter(Given.class::isInstance)
			.findFirst()
			.orElseGet(() -> Refused.because(
					"Không có đồng nghiệp nào rảnh vào giờ hẹn này: hãy nhờ trưởng nhóm hoặc đổi giờ với khách hàng."));
	}

	private Stream<String> colleaguesOf(Appointment appointment) {
		List<String> teams = this.staff.find(appointment.agentId())
			.map((agent) -> agent.teams().stream().toList())
			.orElse(List.of());
		Stream<String> substitute = this.staff.directory()
			.substituteOf(appointment.agentId(), appointment.startsAt())
			.stream();
		Stream<String> members = teams.stream()
			.flatMap((team) -> this.staff.members(team).stream())
			.filter((agent) -> agent.roles().contains(Role.AGENT))
			.map(Agent::id)
			.sorted();
		return Stream.concat(substitute, members)
			.distinct()
			.filter((agentId) -> !agentId.equals(appointment.agentId())
					&& this.staff.isOnDuty(agentId, appointment.startsAt()));
	}

	private HandAnswer carried(Appointment known, String to, @Nullable String by, String reason) {
		if (!known.agentId().equals(to)) {
			this.moves.carryOutAndTell(new CaseMove(known.id(), known.agentId(), to, reason, by, UUID.randomUUID()));
		}
		return new Given(known.agentId(), to, reason);
	}

}
