package vn.careflow.assignment;

import java.util.List;

/**
 * All that a decision depends on.
 *
 * @param item the work item
 * @param teamName what people call its team
 * @param skillName what people call the skill it needs; empty when it needs none
 * @param candidates everybody who comes into question, in any order
 */
record AssignmentQuestion(WorkItem item, String teamName, String skillName, List<Candidate> candidates) {

	AssignmentQuestion {
		candidates = List.copyOf(candidates);
	}

}
