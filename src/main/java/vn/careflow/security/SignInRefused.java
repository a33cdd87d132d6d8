package vn.careflow.security;

import org.springframework.security.core.AuthenticationException;

/**
 * A sign-in that was not even tried, because its address has to wait.
 */
class SignInRefused extends AuthenticationException {

	private static final long serialVersionUID = 1L;

	private final long seconds;

	SignInRefused(TooManySignIns cause) {
		super(cause.getMessage(), cause);
		this.seconds = cause.seconds();
	}

	/** Until one more attempt is allowed. */
	long seconds() {
		return this.seconds;
	}

}
