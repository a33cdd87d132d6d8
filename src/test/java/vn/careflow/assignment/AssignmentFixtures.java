package vn.careflow.assignment;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.careflow.testsupport.Time;

/**
 * Work items and candidates that tests of the room speak of.
 */
final class AssignmentFixtures {

	private AssignmentFixtures() {
	}

	static WorkItem anItem(Instant at) {
		return WorkItem.of(UUID.randomUUID(), "REQUEST", "service", at);
	}

	static WorkItem anItem() {
		return anItem(Time.instant("2026-03-02T09:30"));
	}

	static WorkItem needing(WorkItem item, @Nullable String skill) {
		return item.needing((skill != null) ? List.of(SkillNeed.of(skill)) : List.of());
	}

	static WorkItem in(WorkItem item, String language) {
		return item.in(language);
	}

	static WorkItem ownedBy(WorkItem item, @Nullable String ownerId, @Nullable String lastAgentId) {
		return item.knownTo(ownerId, lastAgentId);
	}

	static AssignmentQuestion asking(WorkItem item, Candidates... candidates) {
		return new AssignmentQuestion(item, "Chăm sóc khách hàng", Map.of("warranty", "bảo hành"),
				List.of(candidates).stream().map((who) -> who.build(item)).toList());
	}

	static Candidates candidate(String agentId) {
		return new Candidates(agentId);
	}

	/**
	 * Builds a candidate who can take anything unless something is said against it.
	 */
	static final class Candidates {

		private final String agentId;

		Affinity affinity = Affinity.NONE;

		boolean agent = true;

		boolean inTeam = true;

		boolean employed = true;

		boolean receiving = true;

		@Nullable LocalDateTime absentUntil;

		boolean onShift = true;

		int capacity = 20;

		int load;

		int skillLevel;

		/** The level of each skill, where they differ. */
		@Nullable List<Integer> skillLevels;

		boolean speaks = true;

		boolean servesProduct = true;

		boolean servesGroup = true;

		boolean excluded;

		boolean beingAssigned;

		boolean withheld;

		Candidates(String agentId) {
			this.agentId = agentId;
		}

		Candidates near(Affinity affinity) {
			this.affinity = affinity;
			return this;
		}

		Candidates loaded(int load, int capacity) {
			this.load = load;
			this.capacity = capacity;
			return this;
		}

		Candidates skilled(int level) {
			this.skillLevel = level;
			return this;
		}

		Candidate build(WorkItem item) {
			return new Candidate(this.agentId, this.affinity, this.agent, this.inTeam, this.employed, this.receiving,
					this.absentUntil, this.onShift, this.capacity, this.load,
					(this.skillLevels != null) ? this.skillLevels
							: Collections.nCopies(item.skills().size(), this.skillLevel),
					this.speaks, this.servesProduct, this.servesGroup, this.excluded, this.beingAssigned,
					this.withheld);
		}

	}

}
