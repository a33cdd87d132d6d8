package vn.careflow.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.careflow.assignment.HandOver;
import vn.careflow.assignment.HandOverProblem;
import vn.careflow.assignment.HandOvers;
import vn.careflow.servicelevel.Escalations;
import vn.careflow.servicelevel.NewNotice;
import vn.careflow.staff.Agent;
import vn.careflow.staff.Role;
import vn.careflow.staff.Staff;

/**
 * Takes people's words about a hand-over from the forms to the hand-over.
 */
@Service
class HandOverWork {

	private static final Pattern COMMA = Pattern.compile(",");

	private final HandOvers handOvers;

	private final Staff staff;

	private final Escalations escalations;

	private final CareTimes times;

	HandOverWork(HandOvers handOvers, Staff staff, Escalations escalations, CareTimes times) {
		this.handOvers = handOvers;
		this.staff = staff;
		this.escalations = escalations;
		this.times = times;
	}

	/**
	 * Begins it, unless it was begun elsewhere, and finds who reviews it.
	 * @throws FormRejected when the person hands over already, or whoever asks may not
	 */
	@Transactional
	public void begin(DelegateExecution execution) {
		UUID id = CaseKeys.hasCase(execution) ? CaseKeys.caseId(execution)
				: CaseKeys.begin(execution, UUID.randomUUID());
		HandOver begun = this.handOvers.find(id).orElseGet(() -> asked(execution, id));
		HandOverProcess.LEAVING_AGENT_ID.set(execution, begun.agentId());
		HandOverProcess.LAST_DAY_OVER_AT.set(execution, Date.from(this.handOvers.lastDayOverAt(id)));
		PlanDayProcess.LEAD_ID.set(execution, reviewer(begun).map(Agent::id).orElse(null));
	}

	private HandOver asked(DelegateExecution execution, UUID id) {
		String by = CaseKeys.actor();
		if (this.staff.find(by).filter((agent) -> !leads(agent)).isPresent()) {
			throw new FormRejected(HandOverProcess.LEAVING_AGENT_ID.name(),
					"Chỉ trưởng nhóm hoặc quản lý được bắt đầu bàn giao.");
		}
		Instant lastDay = HandOverProcess.LAST_DAY.get(execution).toInstant();
		try {
			return this.handOvers.begin(id, HandOverProcess.LEAVING_AGENT_ID.get(execution),
					HandOverProcess.HAND_OVER_REASON.get(execution), this.times.local(lastDay).toLocalDate(), by);
		}
		catch (HandOverProblem ex) {
			throw new FormRejected(HandOverProcess.LEAVING_AGENT_ID.name(), ex.detail());
		}
	}

	/** The lead of the person's team, else whoever asked for it; never the person. */
	private Optional<Agent> reviewer(HandOver handOver) {
		Stream<Agent> leads = this.staff.get(handOver.agentId())
			.teams()
			.stream()
			.flatMap((team) -> this.staff.leadOf(team).stream());
		return Stream.concat(leads, this.staff.find(handOver.requestedBy()).stream())
			.filter((agent) -> !agent.id().equals(handOver.agentId()) && agent.roles().contains(Role.TEAM_LEAD)
					&& agent.isEmployedOn(today()))
			.findFirst();
	}

	/**
	 * Takes over how the lead answered the proposals.
	 * @throws FormRejected with the reason when an exception cannot be, or something has
	 * nobody who gets it
	 */
	@Transactional
	public void review(DelegateExecution execution) {
		UUID id = CaseKeys.caseId(execution);
		String decision = HandOverProcess.HAND_OVER_DECISION.get(execution);
		boolean wanted = !decision.equals("CALL_OFF");
		if (wanted) {
			if (decision.equals("ACCEPT_EXCEPT")) {
				exceptions(execution, id);
			}
			HandOverProcess.REMAINDER_AGENT_ID.find(execution)
				.ifPresent((agentId) -> chosen(HandOverProcess.REMAINDER_AGENT_ID.name(),
						() -> this.handOvers.chooseRemainder(id, agentId, CaseKeys.actor())));
			refuseUnsettled(id);
		}
		else {
			this.handOvers.noteCalledOff(id, null, CaseKeys.actor());
		}
		HandOverProcess.CARRY_OUT_WANTED.set(execution, wanted);
	}

	private void refuseUnsettled(UUID id) {
		long unsettled = this.handOvers.unsettled(id);
		if (unsettled > 0) {
			throw new FormRejected(HandOverProcess.REMAINDER_AGENT_ID.name(),
					"Còn %d mục chưa có người nhận; hãy chọn người nhận phần còn lại.".formatted(unsettled));
		}
	}

	private void exceptions(DelegateExecution execution, UUID id) {
		for (int n = 1; n <= HandOverProcess.EXCEPTIONS; n++) {
			ProcessVariable<String> items = HandOverProcess.exceptItems(n);
			ProcessVariable<String> agent = HandOverProcess.exceptAgentId(n);
			String numbers = items.find(execution).orElse("");
			if (!numbers.isBlank()) {
				String agentId = agent.find(execution)
					.orElseThrow(() -> new FormRejected(agent.name(), "Hãy chọn người nhận các dòng " + numbers + "."));
				chosen(items.name(), () -> COMMA.splitAsStream(numbers).map(String::strip).forEach((range) -> {
					String[] ends = range.split("-", 2);
					this.handOvers.chooseRange(id, Integer.parseInt(ends[0].strip()),
							Integer.parseInt(ends[ends.length - 1].strip()), agentId, CaseKeys.actor());
				}));
			}
		}
	}

	private static void chosen(String field, Runnable choice) {
		try {
			choice.run();
		}
		catch (HandOverProblem ex) {
			throw new FormRejected(field, ex.detail());
		}
	}

	/**
	 * Hands over one batch. Behind the last one everybody is told once who got anything.
	 */
	@Transactional
	public void carryOut(DelegateExecution execution) {
		UUID id = CaseKeys.caseId(execution);
		boolean more = this.handOvers.carryOut(id);
		if (!more) {
			this.handOvers.takers(id)
				.forEach((taker) -> this.escalations.tell(new NewNotice(id, taker, "handed-over", this.times.now())));
		}
		HandOverProcess.MORE_TO_HAND_OVER.set(execution, more);
	}

	/** Takes over whether the lead wants it undone. */
	@Transactional
	public void object(DelegateExecution execution) {
		boolean wanted = HandOverProcess.OBJECTION.get(execution).equals("UNDO");
		if (wanted) {
			this.handOvers.noteCalledOff(CaseKeys.caseId(execution),
					HandOverProcess.UNDO_REASON.find(execution).orElse(null), CaseKeys.actor());
		}
		HandOverProcess.UNDO_WANTED.set(execution, wanted);
	}

	private static boolean leads(Agent agent) {
		return agent.roles().contains(Role.TEAM_LEAD) || agent.roles().contains(Role.MANAGER);
	}

	private LocalDate today() {
		return this.times.local(this.times.now()).toLocalDate();
	}

}
