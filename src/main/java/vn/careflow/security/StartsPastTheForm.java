package vn.careflow.security;

import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Requests to the engine's REST interface, from outside or through the web applications,
 * that start a case without its start form, whose contract is what keeps nonsense out: by
 * key or id, again after its end, or by a message, a signal or a condition. People start
 * through {@code submit-form}.
 */
final class StartsPastTheForm implements RequestMatcher {

	private static final Pattern PATHS = Pattern.compile("/(engine-rest|camunda/api/engine)(/engine/[^/]+)?/+"
			+ "(process-definition/.*/(start|restart|restart-async)|message|signal|condition"
			+ "|process-instance/message-async)/*");

	@Override
	public boolean matches(HttpServletRequest request) {
		// The container has decoded these: what the engine's REST interface matches is
		// what is matched here.
		String path = request.getServletPath() + ((request.getPathInfo() != null) ? request.getPathInfo() : "");
		return PATHS.matcher(path).matches();
	}

}
