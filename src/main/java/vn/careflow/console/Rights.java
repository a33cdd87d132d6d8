package vn.careflow.console;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What the roles of who is signed in let them do with tasks.
 *
 * @param mayReassign whether tasks of others may be given to somebody else
 * @param seesCandidates whether they see how the rules saw each person
 */
record Rights(boolean mayReassign, boolean seesCandidates) {

	static Rights of(HttpServletRequest request) {
		boolean leads = request.isUserInRole("TEAM_LEAD");
		return new Rights(leads, leads || request.isUserInRole("MANAGER") || request.isUserInRole("ADMIN"));
	}

}
