package vn.careflow.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import vn.careflow.contact.ContactMoment;
import vn.careflow.contact.PlannableContact;
import vn.careflow.contact.RefusedSlot;
import vn.careflow.planning.ItemReasons.RuleCheck;
import vn.careflow.staff.Agent;

/**
 * Says in Vietnamese why a plan puts a contact where it does: which rules bound the
 * choice, what the place costs, and why nobody else has it.
 */
final class PlanReasons {

	private static final int MOST_REASONS = 8;

	private static final int MOST_OTHERS = 30;

	private final DayProblem problem;

	private final Map<AgentDay, List<Visit>> byAgentDay;

	private final PlanCosts before;

	private final PlanCosts after;

	PlanReasons(DayProblem problem, List<Visit> plan, PlanCosts before, PlanCosts after) {
		this.problem = problem;
		this.byAgentDay = plan.stream()
			.filter((visit) -> visit.place() != null)
			.collect(Collectors.groupingBy(Visit::agentDay));
		this.before = before;
		this.after = after;
	}

	ItemReasons of(Visit visit) {
		List<RuleCheck> rules = new ArrayList<>(windows(visit));
		if (visit.place() == null) {
			rules.add(new RuleCheck(PlanConstraints.WITHOUT_PLACE, whyWithoutPlace(visit)));
			return new ItemReasons(List.copyOf(rules), costs(visit), List.of());
		}
		rules.addAll(person(visit));
		return new ItemReasons(List.copyOf(rules), costs(visit), others(visit));
	}

	private List<ItemReasons.Cost> costs(Visit visit) {
		return this.after.comparedWith(this.before, visit.id());
	}

	private List<RuleCheck> windows(Visit visit) {
		PlannableContact judged = judged(visit);
		String found = "%d giờ bắt đầu được phép trong %d giờ đã xét.".formatted(judged.moments().size(),
				this.problem.candidates());
		String refused = judged.refused()
			.stream()
			.map(RefusedSlot::reason)
			.distinct()
			.limit(MOST_REASONS)
			.collect(Collectors.joining(" "));
		List<RuleCheck> checks = new ArrayList<>();
		checks.add(new RuleCheck("Giờ được phép liên hệ", refused.isEmpty() ? found : found + " Loại vì: " + refused));
		judged.limits()
			.forEach((limit) -> checks
				.add(new RuleCheck(limit.label(), "Đạt, tính cả các lần liên hệ khác trong kế hoạch.")));
		return checks;
	}

	private List<RuleCheck> person(Visit visit) {
		String name = nameOf(visit.agentDay().agentId());
		int planned = this.byAgentDay.getOrDefault(visit.agentDay(), List.of()).size();
		List<RuleCheck> checks = new ArrayList<>();
		for (AgentPolicy policy : AgentPolicy.values()) {
			checks.add(new RuleCheck(policy.label(), name + ": đạt."));
		}
		checks.add(new RuleCheck("Sức chứa trong ngày", "%s có %d việc, tối đa %d.".formatted(name,
				visit.agentDay().contactsWith(planned), visit.agentDay().capacity())));
		wish(visit.moment()).ifPresent(checks::add);
		return checks;
	}

	private static Optional<RuleCheck> wish(ContactMoment moment) {
		return moment.broken().isEmpty() ? Optional.empty() : Optional.of(new RuleCheck(PlanConstraints.WISH_BROKEN,
				moment.broken().stream().map(ContactMoment.BrokenWish::reason).collect(Collectors.joining(" "))));
	}

	private String whyWithoutPlace(Visit visit) {
		if (judged(visit).moments().isEmpty()) {
			return "Không có giờ nào được phép liên hệ trong những ngày này.";
		}
		return !visit.hasPermittedPlace() ? "Không nhân viên nào làm việc được vào các giờ được phép."
				: "Mọi giờ được phép đều đã kín việc.";
	}

	/** Why the other people of the team do not have it at that time. */
	private List<RuleCheck> others(Visit visit) {
		return this.problem.agents()
			.stream()
			.filter((agent) -> !agent.id().equals(visit.agentDay().agentId()))
			.limit(MOST_OTHERS)
			.map((agent) -> new RuleCheck(agent.id(), why(agent, visit)))
			.toList();
	}

	private String why(Agent agent, Visit visit) {
		Block time = new Block(visit.start(), visit.end(), visit.travel());
		AgentQuestion question = new AgentQuestion(agent, this.problem.teamId(), judged(visit).language(),
				agent.id().equals(visit.contact().agentId()), time,
				this.problem.taken().getOrDefault(agent.id(), List.of()), this.problem.staff());
		List<String> refusals = AgentPolicy.refusals(question);
		if (!refusals.isEmpty()) {
			return refusals.get(0) + ".";
		}
		boolean busy = visitsOf(agent, visit).anyMatch((other) -> other.clashesWith(visit));
		return agent.name() + (busy ? " có việc khác trong kế hoạch vào giờ này."
				: " cũng làm được, nhưng kế hoạch chung sẽ tốn hơn hoặc không tốt hơn.");
	}

	private Stream<Visit> visitsOf(Agent agent, Visit visit) {
		return this.byAgentDay.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().agentId().equals(agent.id())
					&& entry.getKey().day().equals(visit.agentDay().day()))
			.flatMap((entry) -> entry.getValue().stream());
	}

	private PlannableContact judged(Visit visit) {
		PlannableContact judged = this.problem.contacts().get(visit.id());
		if (judged == null) {
			throw new IllegalStateException("Contact " + visit.id() + " is not part of the plan");
		}
		return judged;
	}

	private String nameOf(String agentId) {
		return this.problem.staff().find(agentId).map(Agent::name).orElse(agentId);
	}

}
