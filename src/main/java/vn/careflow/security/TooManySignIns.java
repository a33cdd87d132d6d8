package vn.careflow.security;

import java.time.Duration;

import jakarta.ws.rs.core.Response;
import org.camunda.bpm.engine.rest.exception.RestException;

/**
 * Too many wrong passwords from this address: wait. The engine's REST and web
 * applications answer it with 429.
 */
class TooManySignIns extends RestException {

	private static final long serialVersionUID = 1L;

	private final Duration wait;

	TooManySignIns(Duration wait) {
		super(Response.Status.TOO_MANY_REQUESTS, "Too many failed sign-ins. Try again in " + seconds(wait) + " s.");
		this.wait = wait;
	}

	long seconds() {
		return seconds(this.wait);
	}

	private static long seconds(Duration wait) {
		return Math.max(1, (wait.toMillis() + 999) / 1000);
	}

}
