package vn.careflow.security;

import org.camunda.bpm.engine.IdentityService;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Sign-in of other systems and tools by HTTP Basic, against the engine's users.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

	private final IdentityService identity;

	private final EngineUsers users;

	private final CheckedPasswords checked;

	PasswordSignIn(IdentityService identity, EngineUsers users, CheckedPasswords checked) {
		this.identity = identity;
		this.users = users;
		this.checked = checked;
	}

	@Override
	public Authentication authenticate(Authentication attempt) {
		String userId = attempt.getName();
		String password = String.valueOf(attempt.getCredentials());
		if (!this.checked.contains(userId, password)) {
			check(userId, password);
		}
		return this.users.signedIn(userId).orElseThrow(() -> new BadCredentialsException("No such user"));
	}

	private void check(String userId, String password) {
		try {
			if (!this.identity.checkPassword(userId, password)) {
				throw new BadCredentialsException("Wrong user or password");
			}
		}
		catch (TooManySignIns ex) {
			throw new SignInRefused(ex);
		}
		this.checked.add(userId, password);
	}

	@Override
	public boolean supports(Class<?> type) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
	}

}
