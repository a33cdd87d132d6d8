package vn.careflow.security;

import java.net.URI;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Requests that change something and that a browser sends for a page of another site. A
 * browser that has signed in by HTTP Basic adds the password to them as to any other, so
 * another site could, for instance, deploy a model.
 */
final class CrossSiteWrites implements RequestMatcher {

	private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

	private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

	@Override
	public boolean matches(HttpServletRequest request) {
		return !READING.contains(request.getMethod())
				&& (fromOtherSite(request.getHeader("Sec-Fetch-Site")) || fromOtherOrigin(request));
	}

	private static boolean fromOtherSite(@Nullable String site) {
		return site != null && !OWN_SITE.contains(site);
	}

	private static boolean fromOtherOrigin(HttpServletRequest request) {
		String origin = request.getHeader("Origin");
		if (origin == null || request.getHeader("Sec-Fetch-Site") != null) {
			return false;
		}
		try {
			return !request.getServerName().equalsIgnoreCase(URI.create(origin).getHost());
		}
		catch (IllegalArgumentException ex) {
			return true;
		}
	}

}
