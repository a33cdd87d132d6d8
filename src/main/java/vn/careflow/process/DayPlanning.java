package vn.careflow.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.careflow.planning.DayPlanItem;
import vn.careflow.planning.DayPlans;
import vn.careflow.planning.ItemDecision;
import vn.careflow.planning.ItemState;
import vn.careflow.staff.Agent;
import vn.careflow.staff.Role;
import vn.careflow.staff.Staff;

/**
 * Takes a team lead's words about a plan from the forms to the plan.
 */
@Service
class DayPlanning {

	private final DayPlans plans;

	private final Staff staff;

	DayPlanning(DayPlans plans, Staff staff) {
		this.plans = plans;
		this.staff = staff;
	}

	/**
	 * Puts the plan on record, unless it was asked for elsewhere.
	 * @return who reviews it: the lead who asked for it, else the lead of the team
	 */
	@Transactional
	public Optional<String> request(DelegateExecution execution) {
		UUID planId = CaseKeys.hasCase(execution) ? CaseKeys.caseId(execution)
				: CaseKeys.begin(execution, UUID.randomUUID());
		String teamId = CaseVariables.TEAM_ID.get(execution);
		String by = this.plans.find(planId)
			.orElseGet(() -> this.plans.register(planId, teamId, PlanDayProcess.PLAN_DAYS.get(execution).intValue(),
					CaseKeys.actor()))
			.requestedBy();
		return this.staff.find(by)
			.filter((agent) -> agent.roles().contains(Role.TEAM_LEAD))
			.or(() -> this.staff.leadOf(teamId))
			.map(Agent::id);
	}

	/**
	 * Takes over the decisions of the form, if there was one, and carries the plan out.
	 * @throws FormRejected with the reason when an item is unknown or a rule forbids what
	 * is wanted of it
	 */
	@Transactional
	public void apply(DelegateExecution execution) {
		UUID planId = CaseKeys.caseId(execution);
		switch (PlanDayProcess.PLAN_DECISION.find(execution).orElse("DECIDED")) {
			case "ACCEPT_ALL" -> this.plans.acceptAll(planId, CaseKeys.actor());
			case "ACCEPT_EXCEPT" -> decide(planId, kept(execution), changes(execution));
			default -> {
			}
		}
		this.plans.apply(planId);
	}

	private void decide(UUID planId, Set<Integer> kept, Map<Integer, Change> changes) {
		List<DayPlanItem> items = this.plans.items(planId);
		refuseUnknown(items, kept, PlanDayProcess.KEPT_ITEMS.name());
		refuseUnknown(items, changes.keySet(), PlanDayProcess.changedItem(1).name());
		List<FormRejected.Violation> refused = new ArrayList<>();
		String by = CaseKeys.actor();
		for (DayPlanItem item : items) {
			@Nullable Change change = changes.get(item.no());
			if (change != null) {
				ItemDecision decision = this.plans.change(planId, item.no(), change.agentOr(item), change.slotOr(item),
						by);
				if (!decision.isTaken()) {
					refused.add(new FormRejected.Violation(PlanDayProcess.changedItem(change.place()).name(),
							"Dòng %d: %s".formatted(item.no(), String.join(" ", decision.refused()))));
				}
			}
			else if (kept.contains(item.no())) {
				this.plans.reject(planId, item.no(), null, by);
			}
			else if (item.state() == ItemState.PROPOSED && item.hasProposal()) {
				this.plans.accept(planId, item.no(), by);
			}
		}
		if (!refused.isEmpty()) {
			throw new FormRejected(refused);
		}
	}

	private static void refuseUnknown(List<DayPlanItem> items, Set<Integer> named, String field) {
		Set<Integer> known = items.stream().map(DayPlanItem::no).collect(Collectors.toSet());
		named.stream().filter((no) -> !known.contains(no)).findFirst().ifPresent((no) -> {
			throw new FormRejected(field, "Kế hoạch không có dòng %d.".formatted(no));
		});
	}

	private static Set<Integer> kept(DelegateExecution execution) {
		return PlanDayProcess.KEPT_ITEMS.find(execution)
			.stream()
			.flatMap((numbers) -> Stream.of(numbers.split(",")))
			.map(String::strip)
			.filter((number) -> !number.isEmpty())
			.map(Integer::valueOf)
			.collect(Collectors.toSet());
	}

	private static Map<Integer, Change> changes(DelegateExecution execution) {
		Map<Integer, Change> changes = new HashMap<>();
		for (int n = 1; n <= PlanDayProcess.CHANGES; n++) {
			Change change = new Change(n, PlanDayProcess.changedAgentId(n).find(execution).orElse(null),
					PlanDayProcess.changedSlotAt(n).find(execution).map(Date::toInstant).orElse(null));
			PlanDayProcess.changedItem(n).find(execution).ifPresent((no) -> changes.put(no.intValue(), change));
		}
		return changes;
	}

	/**
	 * What the lead wants instead of a proposal; what is left empty stays as proposed, or
	 * as it is.
	 *
	 * @param place which of the form's places for changes it stands in
	 */
	private record Change(int place, @Nullable String agentId, @Nullable Instant slotAt) {

		String agentOr(DayPlanItem item) {
			@Nullable String otherwise = (item.proposedAgentId() != null) ? item.proposedAgentId() : item.fromAgentId();
			return (this.agentId != null) ? this.agentId : String.valueOf(otherwise);
		}

		Instant slotOr(DayPlanItem item) {
			@Nullable Instant proposed = item.proposedSlotAt();
			Instant otherwise = (proposed != null) ? proposed : item.fromSlotAt();
			return (this.slotAt != null) ? this.slotAt : otherwise;
		}

	}

}
