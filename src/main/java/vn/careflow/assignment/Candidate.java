package vn.careflow.assignment;

import java.time.LocalDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the rules know of a person when they decide about one work item: facts only, so
 * that a stored decision can be taken again.
 *
 * @param agentId the user id
 * @param affinity how near the person is to the customer
 * @param agent whether the person's role is to take work
 * @param inTeam whether the person belongs to the work item's team
 * @param employed whether the person is employed on the day of the work item
 * @param receiving whether the person receives new work
 * @param absentUntil the local end of the absence at the work item's moment, or null
 * @param onShift whether the person's shift runs at the work item's moment
 * @param capacity how many points of work may be open for a day
 * @param load how many points are open for the day of the work item
 * @param skillLevels the level of each needed skill from 1 to 5, or 0 without it
 * @param speaksLanguage whether the person speaks the customer's language
 * @param servesProduct whether the person serves what the work item is about
 * @param servesGroup whether the person serves the customer's group
 * @param excluded whether the person gave the work item back, or was freed from it
 * @param beingAssigned whether another transaction is giving the person something at this
 * moment, which is not in the load yet
 * @param withheld whether other transactions kept the person for longer than this one
 * could wait
 */
record Candidate(String agentId, Affinity affinity, boolean agent, boolean inTeam, boolean employed, boolean receiving,
		@Nullable LocalDateTime absentUntil, boolean onShift, int capacity, int load, List<Integer> skillLevels,
		boolean speaksLanguage, boolean servesProduct, boolean servesGroup, boolean excluded, boolean beingAssigned,
		boolean withheld) {

	Candidate {
		skillLevels = List.copyOf(skillLevels);
	}

	/**
	 * The load to compare people by: what is just being given to them counts.
	 */
	int expectedLoad(WorkItem item) {
		return this.beingAssigned ? this.load + item.weight() : this.load;
	}

	/**
	 * Whether the work item fits into what the person can still take.
	 */
	boolean hasRoomFor(WorkItem item) {
		return this.load + item.weight() <= this.capacity;
	}

	/**
	 * Whether the person is good enough at one of the needed skills.
	 */
	boolean masters(WorkItem item, SkillNeed need) {
		return this.skillLevels.get(item.skills().indexOf(need)) >= need.minimumLevel();
	}

}
