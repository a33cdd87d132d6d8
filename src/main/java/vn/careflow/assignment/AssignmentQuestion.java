package vn.careflow.assignment;

import java.util.List;
import java.util.Map;

/**
 * All that a decision depends on.
 *
 * @param item the work item
 * @param teamName what people call its team
 * @param skillNames what people call the skills it needs, by id
 * @param candidates everybody who comes into question, in any order
 */
record AssignmentQuestion(WorkItem item, String teamName, Map<String, String> skillNames, List<Candidate> candidates) {

	AssignmentQuestion {
		skillNames = Map.copyOf(skillNames);
		candidates = List.copyOf(candidates);
	}

	String skillName(SkillNeed need) {
		return this.skillNames.getOrDefault(need.skillId(), need.skillId());
	}

}
