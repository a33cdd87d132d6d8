package vn.careflow.security;

import java.util.List;
import java.util.Optional;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Turns a user of the engine into what Spring Security knows, with the groups as they are
 * now.
 */
@Component
class EngineUsers {

	private final IdentityService identity;

	private final Leavers leavers;

	EngineUsers(IdentityService identity, Leavers leavers) {
		this.identity = identity;
		this.leavers = leavers;
	}

	/** Whether this user no longer works here. */
	boolean hasLeft(String userId) {
		return this.leavers.include(userId);
	}

	/**
	 * The user, signed in.
	 * @return empty if there is no such user (any more), or they no longer work here
	 */
	Optional<Authentication> signedIn(String userId) {
		if (hasLeft(userId) || this.identity.createUserQuery().userId(userId).count() == 0) {
			return Optional.empty();
		}
		List<String> groups = this.identity.createGroupQuery()
			.groupMember(userId)
			.unlimitedList()
			.stream()
			.map(Group::getId)
			.toList();
		return Optional.of(UsernamePasswordAuthenticationToken.authenticated(new SignedIn(userId, groups), null,
				Role.authorities(groups)));
	}

}
