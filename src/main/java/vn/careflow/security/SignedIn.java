package vn.careflow.security;

import java.io.Serializable;
import java.security.Principal;
import java.util.List;

/**
 * Who is signed in: the id of the engine's user, which is the agent's, and the groups at
 * this moment.
 */
record SignedIn(String id, List<String> groups) implements Principal, Serializable {

	@Override
	public String getName() {
		return this.id;
	}

}
