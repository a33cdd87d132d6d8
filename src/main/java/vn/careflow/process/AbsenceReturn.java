package vn.careflow.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.careflow.process.AbsentWork.Holder;
import vn.careflow.process.FormRejected.Violation;
import vn.careflow.process.HandAnswer.Refused;
import vn.careflow.staff.AbsenceCover;
import vn.careflow.staff.AbsenceCover.Outcome;
import vn.careflow.staff.AbsenceCovers;

/**
 * Takes a team lead's words about the work of somebody who is back to the work itself.
 */
@Service
class AbsenceReturn {

	private final AbsenceCovers covers;

	private final AbsentWork work;

	private final AbsenceHands hands;

	AbsenceReturn(AbsenceCovers covers, AbsentWork work, AbsenceHands hands) {
		this.covers = covers;
		this.work = work;
		this.hands = hands;
	}

	/**
	 * Does with each piece of work what the lead decided. What is done meanwhile needs no
	 * decision any more.
	 * @throws FormRejected naming each piece of work that is unknown or cannot go where
	 * the lead wants it; nothing has changed then
	 */
	@Transactional
	public void carryOut(DelegateExecution execution) {
		String absentAgent = CoverAbsenceProcess.ABSENT_AGENT_ID.get(execution);
		String decision = CoverAbsenceProcess.RETURN_DECISION.get(execution);
		List<AbsenceCover> open = this.covers.openOf(CaseKeys.caseId(execution));
		Set<Integer> staying = staying(execution);
		Map<Integer, Other> others = others(execution);
		refuseUnknown(open, staying, CoverAbsenceProcess.STAYING_ITEMS.name());
		refuseUnknown(open, others.keySet(), CoverAbsenceProcess.otherItem(1).name());
		List<Violation> refused = new ArrayList<>();
		for (AbsenceCover cover : open) {
			Other other = others.get(cover.no());
			if (other != null) {
				give(cover, other.agentId(), Outcome.GIVEN_ON, other.field()).ifPresent(refused::add);
			}
			else if (decision.equals("ALL_STAY") || staying.contains(cover.no())) {
				stay(cover);
			}
			else {
				give(cover, absentAgent, Outcome.RETURNED, CoverAbsenceProcess.RETURN_DECISION.name())
					.ifPresent(refused::add);
			}
		}
		if (!refused.isEmpty()) {
			throw new FormRejected(refused);
		}
	}

	private void stay(AbsenceCover cover) {
		Optional<Holder> holder = this.work.holderOf(cover.caseId());
		this.covers.settle(cover, holder.isPresent() ? Outcome.STAYED : Outcome.SETTLED,
				holder.map(Holder::agentId).orElse(null), CaseKeys.actor());
	}

	private Optional<Violation> give(AbsenceCover cover, String agentId, Outcome outcome, String field) {
		Optional<Holder> holder = this.work.holderOf(cover.caseId());
		if (holder.isEmpty()) {
			stay(cover);
			return Optional.empty();
		}
		if (!agentId.equals(holder.get().agentId())
				&& this.hands.give(cover.caseId(), agentId, CaseKeys.actor(), why(outcome)) instanceof Refused no) {
			return Optional.of(new Violation(field, "Dòng %d: %s".formatted(cover.no(), no.text())));
		}
		this.covers.settle(cover, outcome, agentId, CaseKeys.actor());
		return Optional.empty();
	}

	private static String why(Outcome outcome) {
		return (outcome == Outcome.RETURNED) ? "Người vắng mặt đã trở lại, trưởng nhóm trả việc về"
				: "Sau kỳ vắng mặt, trưởng nhóm giao cho người khác";
	}

	private static void refuseUnknown(List<AbsenceCover> open, Set<Integer> named, String field) {
		Set<Integer> known = open.stream().map(AbsenceCover::no).collect(Collectors.toSet());
		named.stream().filter((no) -> !known.contains(no)).findFirst().ifPresent((no) -> {
			throw new FormRejected(field, "Không có dòng %d.".formatted(no));
		});
	}

	private static Set<Integer> staying(DelegateExecution execution) {
		return CoverAbsenceProcess.STAYING_ITEMS.find(execution)
			.stream()
			.flatMap((numbers) -> Stream.of(numbers.split(",")))
			.map(String::strip)
			.filter((number) -> !number.isEmpty())
			.map(Integer::valueOf)
			.collect(Collectors.toSet());
	}

	private static Map<Integer, Other> others(DelegateExecution execution) {
		Map<Integer, Other> others = new HashMap<>();
		for (int n = 1; n <= CoverAbsenceProcess.OTHERS; n++) {
			String field = CoverAbsenceProcess.otherAgentId(n).name();
			Optional<String> agentId = CoverAbsenceProcess.otherAgentId(n).find(execution);
			CoverAbsenceProcess.otherItem(n)
				.find(execution)
				.ifPresent((no) -> others.put(no.intValue(), new Other(agentId.orElseThrow(), field)));
		}
		return others;
	}

	/**
	 * Who else shall have a piece of work, and in which field it says so.
	 */
	private record Other(String agentId, String field) {
	}

}
