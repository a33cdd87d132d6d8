package vn.careflow.assignment;

import java.util.List;

/**
 * One person who came into question, and how the rules saw them.
 *
 * @param agentId the user id
 * @param name the name shown to people
 * @param eligible whether the person could have taken the work item
 * @param chosen whether the person got it
 * @param reasons in Vietnamese: all that spoke against the person, or how they stood
 * among the eligible
 */
public record CandidateReason(String agentId, String name, boolean eligible, boolean chosen, List<String> reasons) {

	public CandidateReason {
		reasons = List.copyOf(reasons);
	}

}
