package vn.careflow.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.careflow.staff.Absence;
import vn.careflow.staff.Agent;
import vn.careflow.staff.Role;
import vn.careflow.staff.StaffDirectory;
import vn.careflow.staff.Team;

/**
 * Gathers the facts that a decision depends on, from what is in memory already.
 *
 * @param staff the people as they are now
 * @param loads how many points of work each person has open for the day of the work item;
 * nobody else has any
 * @param holder who has had the work item until this moment, or null
 * @param holds whom transactions hold
 */
record Questions(StaffDirectory staff, Map<String, Integer> loads, @Nullable Holder holder, Holds holds) {

	/**
	 * Asks about everybody of the team, and about those whom the customer knows.
	 */
	AssignmentQuestion about(WorkItem item) {
		Map<String, Affinity> affinities = affinities(item);
		Stream<Agent> near = affinities.keySet().stream().flatMap((id) -> this.staff.find(id).stream());
		Map<String, Agent> agents = new LinkedHashMap<>();
		Stream.concat(this.staff.members(item.teamId()).stream(), near)
			.forEach((agent) -> agents.put(agent.id(), agent));
		return about(item, List.copyOf(agents.values()), affinities);
	}

	/**
	 * Asks about one person only.
	 */
	AssignmentQuestion about(WorkItem item, Agent agent) {
		return about(item, List.of(agent), affinities(item));
	}

	private AssignmentQuestion about(WorkItem item, List<Agent> agents, Map<String, Affinity> affinities) {
		Map<String, Boolean> shifts = new HashMap<>();
		agents.forEach((agent) -> shifts.computeIfAbsent(agent.calendarName(),
				(name) -> this.staff.isOnShift(agent, item.at())));
		return new AssignmentQuestion(item, this.staff.team(item.teamId()).map(Team::name).orElse(item.teamId()),
				item.skills()
					.stream()
					.map(SkillNeed::skillId)
					.distinct()
					.collect(Collectors.toMap((id) -> id, this.staff::skillName)),
				agents.stream()
					.map((agent) -> candidate(item, agent, affinities.getOrDefault(agent.id(), Affinity.NONE),
							shifts.getOrDefault(agent.calendarName(), false)))
					.toList());
	}

	private Candidate candidate(WorkItem item, Agent agent, Affinity affinity, boolean onShift) {
		LocalDate day = item.at().atZone(this.staff.zone()).toLocalDate();
		return new Candidate(agent.id(), affinity, agent.roles().contains(Role.AGENT),
				agent.teams().contains(item.teamId()), agent.isEmployedOn(day), agent.receiving(),
				absentUntil(agent, item.at()), onShift, agent.capacity(), this.loads.getOrDefault(agent.id(), 0),
				item.skills().stream().map((need) -> agent.levelOf(need.skillId())).toList(),
				agent.languages().contains(item.language()), agent.servesProduct(item.product()),
				agent.servesGroup(item.customerGroup()), item.excluded().contains(agent.id()),
				this.holds.areOthers(agent.id(), this.loads.getOrDefault(agent.id(), 0)),
				this.holds.areWithheld(agent.id()));
	}

	private @Nullable LocalDateTime absentUntil(Agent agent, Instant at) {
		return this.staff.absenceOf(agent.id(), at)
			.map(Absence::to)
			.map((end) -> LocalDateTime.ofInstant(end, this.staff.zone()))
			.orElse(null);
	}

	/**
	 * Whom the customer knows; who stands in for an absent person inherits their place.
	 */
	private Map<String, Affinity> affinities(WorkItem item) {
		Map<Affinity, @Nullable String> people = new EnumMap<>(Affinity.class);
		if (this.holder != null) {
			people.put(this.holder.affinity(), this.holder.agentId());
		}
		people.put(Affinity.OWNER, item.ownerId());
		people.put(Affinity.OWNER_SUBSTITUTE, substituteOf(item.ownerId(), item.at()));
		people.put(Affinity.LAST_AGENT, item.lastAgentId());
		people.put(Affinity.LAST_AGENT_SUBSTITUTE, substituteOf(item.lastAgentId(), item.at()));
		Map<String, Affinity> affinities = new LinkedHashMap<>();
		people.forEach((affinity, agentId) -> {
			if (agentId != null) {
				affinities.putIfAbsent(agentId, affinity);
			}
		});
		return affinities;
	}

	private @Nullable String substituteOf(@Nullable String agentId, Instant at) {
		return (agentId != null) ? this.staff.substituteOf(agentId, at).orElse(null) : null;
	}

}
