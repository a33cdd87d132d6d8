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

	EngineUsers(IdentityService identity) {
		this.identity = identity;
	}

	/**
	 * The user, signed in.
	 * @return empty if there is no such user (any more)
	 */
	Optional<Authentication> signedIn(String userId) {
		if (this.identity.createUserQuery().userId(userId).count() == 0) {
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
