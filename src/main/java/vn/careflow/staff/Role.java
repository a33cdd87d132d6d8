package vn.careflow.staff;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a person may do in the product; each role is one group of the engine.
 */
public enum Role {

	/**
	 * Changes models, rules and forms.
	 */
	DESIGNER("designer"),

	/**
	 * Cares for customers and takes work items.
	 */
	AGENT("agent"),

	/**
	 * Leads a team and decides what its rules cannot.
	 */
	TEAM_LEAD("team-lead"),

	/**
	 * Answers for all teams.
	 */
	MANAGER("manager"),

	/**
	 * Keeps the installation running.
	 */
	ADMIN("camunda-admin");

	private final String groupId;

	Role(String groupId) {
		this.groupId = groupId;
	}

	/**
	 * The id of the engine group that stands for this role.
	 * @return the group id, lower case
	 */
	public String groupId() {
		return this.groupId;
	}

	/**
	 * Finds the role that an engine group stands for.
	 * @param groupId the id of a group of the engine
	 * @return the role, or empty when the group is a team or unknown
	 */
	public static Optional<Role> ofGroup(String groupId) {
		return Arrays.stream(values()).filter((role) -> role.groupId.equals(groupId)).findFirst();
	}

}
