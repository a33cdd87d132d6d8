package vn.careflow.planning;

import java.util.List;

import vn.careflow.staff.Agent;
import vn.careflow.staff.StaffDirectory;

/**
 * Whether a person could carry a contact out at some time.
 *
 * @param agent the person
 * @param teamId the team whose contact it is
 * @param language what the customer speaks
 * @param theirs whether the contact is theirs already
 * @param time when
 * @param taken what else the person does
 * @param staff everybody, as known at this moment
 */
record AgentQuestion(Agent agent, String teamId, String language, boolean theirs, Block time, List<Block> taken,
		StaffDirectory staff) {

	AgentQuestion(Agent agent, String teamId, String language, boolean theirs, Block time, StaffDirectory staff) {
		this(agent, teamId, language, theirs, time, List.of(), staff);
	}

}
