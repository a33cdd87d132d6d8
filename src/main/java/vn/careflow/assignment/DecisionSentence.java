package vn.careflow.assignment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import vn.careflow.assignment.Verdict.Judged;

/**
 * Says in one Vietnamese sentence why a decision is what it is.
 */
final class DecisionSentence {

	private DecisionSentence() {
	}

	/**
	 * Explains the decision of the rules.
	 * @param nameOf gives the name of a user id
	 */
	static String of(AssignmentQuestion question, Verdict verdict, UnaryOperator<String> nameOf) {
		return verdict.chosen()
			.map((chosen) -> "Giao cho " + nameOf.apply(chosen.agentId()) + " vì " + why(question, verdict, chosen)
					+ ".")
			.orElseGet(() -> "Chưa giao được: " + whyNobody(question, verdict) + ".");
	}

	/**
	 * Explains the standing of one candidate.
	 */
	static List<String> reasons(AssignmentQuestion question, Judged judged) {
		return judged.eligible() ? List.of(standing(question, judged.candidate()))
				: judged.refusedBy().stream().map((policy) -> policy.reason(question, judged.candidate())).toList();
	}

	private static String why(AssignmentQuestion question, Verdict verdict, Candidate chosen) {
		if (isNearest(question, verdict, chosen)) {
			return chosen.affinity().phrase();
		}
		Ranking.Step decidedBy = verdict.decidedBy();
		if (decidedBy == null) {
			return "là người duy nhất nhận được việc này trong " + question.candidates().size() + " người đã xét";
		}
		String among = " trong " + verdict.eligible().size() + " người nhận được việc này";
		if (decidedBy.isOnly(Preference.SKILL_LEVEL)) {
			return "có " + skills(question, chosen, "kỹ năng %s cao nhất (mức %d/5)") + among;
		}
		if (decidedBy.isOnly(Preference.RELATIVE_LOAD)) {
			return "đang ít việc nhất so với sức làm (" + load(chosen) + ")" + among;
		}
		if (decidedBy.preferences().isEmpty()) {
			return "phù hợp ngang người khác (" + load(chosen) + " việc) và đứng trước theo mã nhân viên" + among;
		}
		return "có tổng điểm cao nhất xét theo " + decidedBy.preferences()
			.stream()
			.map((weighted) -> weighted.preference().phrase() + " (trọng số " + weighted.weight() + ")")
			.collect(Collectors.joining(", ")) + among;
	}

	/** Whether the person got it for being near the customer. */
	private static boolean isNearest(AssignmentQuestion question, Verdict verdict, Candidate chosen) {
		Ranking.Step decidedBy = verdict.decidedBy();
		return chosen.affinity().holds() || chosen.affinity() != Affinity.NONE && ((decidedBy != null)
				? decidedBy.isOnly(Preference.AFFINITY) : question.item().ranking().contains(Preference.AFFINITY));
	}

	private static String skills(AssignmentQuestion question, Candidate candidate, String phrase) {
		return question.item()
			.skills()
			.stream()
			.map((need) -> phrase.formatted(question.skillName(need),
					candidate.skillLevels().get(question.item().skills().indexOf(need))))
			.collect(Collectors.joining(", "));
	}

	private static String whyNobody(AssignmentQuestion question, Verdict verdict) {
		if (verdict.judged().isEmpty()) {
			return "nhóm " + question.teamName() + " chưa có nhân viên nào";
		}
		Map<String, Long> counts = verdict.judged()
			.stream()
			.collect(Collectors.groupingBy((judged) -> judged.refusedBy().get(0).label(), LinkedHashMap::new,
					Collectors.counting()));
		return "không ai trong " + verdict.judged().size() + " người đã xét của nhóm " + question.teamName()
				+ " nhận được việc này ("
				+ counts.entrySet()
					.stream()
					.map((count) -> count.getValue() + " " + count.getKey())
					.collect(Collectors.joining(", "))
				+ ")";
	}

	private static String standing(AssignmentQuestion question, Candidate candidate) {
		String affinity = (candidate.affinity() != Affinity.NONE) ? ", " + candidate.affinity().phrase() : "";
		String skill = question.item().skills().isEmpty() ? ""
				: ", " + skills(question, candidate, "kỹ năng %s mức %d/5");
		String busy = candidate.beingAssigned() ? ", đang được giao thêm một việc" : "";
		return "Nhận được: " + load(candidate) + " điểm việc trong ngày" + skill + affinity + busy;
	}

	private static String load(Candidate candidate) {
		return candidate.load() + "/" + candidate.capacity();
	}

}
