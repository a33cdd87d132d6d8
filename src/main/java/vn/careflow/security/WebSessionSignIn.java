package vn.careflow.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who is signed in to the web applications is signed in to the product's own REST as
 * well, so that a page in Tasklist can ask it. A request that changes something must
 * carry the web applications' CSRF token; without it, it counts as not signed in.
 */
final class WebSessionSignIn extends OncePerRequestFilter {

	private final EngineUsers users;

	private final boolean csrfTokenNeeded;

	private WebSessionSignIn(EngineUsers users, boolean csrfTokenNeeded) {
		this.users = users;
		this.csrfTokenNeeded = csrfTokenNeeded;
	}

	/** For REST. */
	static WebSessionSignIn withCsrfToken(EngineUsers users) {
		return new WebSessionSignIn(users, true);
	}

	/** For the web applications, which check the token themselves. */
	static WebSessionSignIn forWebApplications(EngineUsers users) {
		return new WebSessionSignIn(users, false);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		endSessionOfLeaver(request);
		if (SecurityContextHolder.getContext().getAuthentication() == null) {
			signedIn(request).ifPresent(WebSessionSignIn::remember);
		}
		chain.doFilter(request, response);
	}

	/** Who leaves while signed in is signed out with their next request. */
	private void endSessionOfLeaver(HttpServletRequest request) {
		Optional.ofNullable(request.getSession(false))
			.filter((session) -> userIn(session).filter(this.users::hasLeft).isPresent())
			.ifPresent(HttpSession::invalidate);
	}

	private Optional<Authentication> signedIn(HttpServletRequest request) {
		return Optional.ofNullable(request.getSession(false))
			.filter((session) -> !this.csrfTokenNeeded || changesNothing(request) || hasToken(request, session))
			.flatMap(WebSessionSignIn::userIn)
			.flatMap(this.users::signedIn);
	}

	private static Optional<String> userIn(HttpSession session) {
		return AuthenticationUtil.getAuthsFromSession(session)
			.getAuthentications()
			.stream()
			.map(UserAuthentication::getIdentityId)
			.findFirst();
	}

	private static boolean changesNothing(HttpServletRequest request) {
		return CsrfConstants.CSRF_NON_MODIFYING_METHODS_PATTERN.matcher(request.getMethod()).matches();
	}

	private static boolean hasToken(HttpServletRequest request, HttpSession session) {
		String expected = (String) session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME);
		String sent = request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME);
		return expected != null && sent != null && MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8),
				sent.getBytes(StandardCharsets.UTF_8));
	}

	private static void remember(Authentication authentication) {
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(authentication);
		SecurityContextHolder.setContext(context);
	}

}
