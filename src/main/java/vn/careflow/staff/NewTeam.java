package vn.careflow.staff;

import java.util.regex.Pattern;

/**
 * What has to be known of a team before it can take work. Its lead is appointed once the
 * people are there.
 *
 * @param id the id, also the engine's group id: lower-case letters, digits and dashes,
 * not the id of a role
 * @param name the name shown to people
 */
public record NewTeam(String id, String name) {

	private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

	public NewTeam {
		if (!ID.matcher(id).matches()) {
			throw new IllegalArgumentException("Not a team id: " + id);
		}
		if (Role.ofGroup(id).isPresent()) {
			throw new IllegalArgumentException("A team would give the rights of the role " + id);
		}
		if (name.isBlank()) {
			throw new IllegalArgumentException("Team without a name: " + id);
		}
	}

}
