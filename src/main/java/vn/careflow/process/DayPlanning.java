package vn.careflow.process;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.careflow.planning.DayPlanItem;
import vn.careflow.planning.DayPlans;
import vn.careflow.planning.ItemDecision;
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

	private final ObjectMapper mapper;

	DayPlanning(DayPlans plans, Staff staff, ObjectMapper mapper) {
		this.plans = plans;
		this.staff = staff;
		this.mapper = mapper;
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
	 * @throws FormRejected with the reason when a row wants what a rule forbids
	 */
	@Transactional
	public void apply(DelegateExecution execution) {
		UUID planId = CaseKeys.caseId(execution);
		switch (PlanDayProcess.PLAN_DECISION.find(execution).orElse("DECIDED")) {
			case "ACCEPT_ALL" -> this.plans.acceptAll(planId, CaseKeys.actor());
			case "PER_ITEM" -> decide(planId, PlanDayProcess.PLAN_ITEMS.find(execution).orElse("[]"));
			default -> {
			}
		}
		this.plans.apply(planId);
	}

	private void decide(UUID planId, String rows) {
		List<FormRejected.Violation> refused = new ArrayList<>();
		for (JsonNode row : read(rows)) {
			int no = row.path("itemNo").asInt();
			decide(planId, no, row).filter((decision) -> !decision.isTaken() && isChange(row))
				.ifPresent((decision) -> refused.add(new FormRejected.Violation(PlanDayProcess.PLAN_ITEMS.name(),
						"Dòng %d: %s".formatted(no, String.join(" ", decision.refused())))));
		}
		if (!refused.isEmpty()) {
			throw new FormRejected(refused);
		}
	}

	private Optional<ItemDecision> decide(UUID planId, int no, JsonNode row) {
		String by = CaseKeys.actor();
		return switch (row.path("itemDecision").asText()) {
			case "ACCEPT" -> Optional.of(this.plans.accept(planId, no, by));
			case "REJECT" -> Optional.of(this.plans.reject(planId, no, null, by));
			case "CHANGE" -> this.plans.items(planId)
				.stream()
				.filter((item) -> item.no() == no)
				.findFirst()
				.map((item) -> this.plans.change(planId, no, agent(row, item), slot(row, item), by));
			default -> Optional.empty();
		};
	}

	/** What the lead leaves empty stays as proposed, or as it is. */
	private static String agent(JsonNode row, DayPlanItem item) {
		String chosen = row.path("itemAgentId").asText("");
		String other = (item.proposedAgentId() != null) ? item.proposedAgentId() : item.fromAgentId();
		return (chosen.isBlank() && other != null) ? other : chosen;
	}

	private static Instant slot(JsonNode row, DayPlanItem item) {
		String chosen = row.path("itemSlotAt").asText("");
		@Nullable Instant proposed = item.proposedSlotAt();
		if (!chosen.isBlank()) {
			return OffsetDateTime.parse(chosen).toInstant();
		}
		return (proposed != null) ? proposed : item.fromSlotAt();
	}

	private static boolean isChange(JsonNode row) {
		return row.path("itemDecision").asText().equals("CHANGE");
	}

	private JsonNode read(String rows) {
		try {
			return this.mapper.readTree(rows);
		}
		catch (JsonProcessingException ex) {
			throw new FormRejected(PlanDayProcess.PLAN_ITEMS.name(), "Danh sách quyết định không đọc được.");
		}
	}

}
