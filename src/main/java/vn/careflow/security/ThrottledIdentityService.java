package vn.careflow.security;

import java.time.Duration;
import java.util.function.Predicate;

import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.jspecify.annotations.Nullable;

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The engine's identity service with a throttle in front of every check of a password,
 * through whichever door it comes: the web applications, HTTP Basic, or the engine's own
 * REST resource that verifies credentials.
 */
final class ThrottledIdentityService extends IdentityServiceImpl {

	private final SignInThrottle throttle;

	private final SlowPasswordHash hash;

	private final Predicate<String> hasLeft;

	ThrottledIdentityService(SignInThrottle throttle, SlowPasswordHash hash, Predicate<String> hasLeft) {
		this.throttle = throttle;
		this.hash = hash;
		this.hasLeft = hasLeft;
	}

	/**
	 * Whether this is the user's password; it is nobody's who no longer works here.
	 * @throws TooManySignIns if the address has to wait before it may try again
	 */
	@Override
	public boolean checkPassword(@Nullable String userId, @Nullable String password) {
		if (userId == null || password == null) {
			return false;
		}
		String address = address();
		Duration wait = this.throttle.remainingWait(address, userId);
		if (!wait.isZero()) {
			throw new TooManySignIns(wait);
		}
		return counted(address, userId, matches(userId, password));
	}

	private boolean matches(String userId, String password) {
		boolean matches = super.checkPassword(userId, password);
		if (!matches && createUserQuery().userId(userId).count() == 0) {
			this.hash.pretend(password);
		}
		return matches && !this.hasLeft.test(userId);
	}

	private boolean counted(String address, String userId, boolean matches) {
		if (matches) {
			this.throttle.succeeded(address, userId);
		}
		else {
			this.throttle.failed(address, userId);
		}
		return matches;
	}

	private static String address() {
		return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)
				? attributes.getRequest().getRemoteAddr() : "local";
	}

}
