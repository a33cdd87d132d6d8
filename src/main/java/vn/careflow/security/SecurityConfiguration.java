package vn.careflow.security;

import java.util.Set;

import org.camunda.bpm.engine.IdentityService;

import jakarta.servlet.DispatcherType;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Which path asks for what. Four chains: the engine's REST interface, everything of our
 * own, the web applications, and a last one that refuses whatever nobody has thought of.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	private final EngineUsers users;

	private final PasswordSignIn passwords;

	private final ProblemDetails problems;

	SecurityConfiguration(EngineUsers users, PasswordSignIn passwords, ProblemDetails problems) {
		this.users = users;
		this.passwords = passwords;
		this.problems = problems;
	}

	@Bean
	@Order(1)
	SecurityFilterChain engineRest(HttpSecurity http, IdentityService identity) throws Exception {
		// As a string, the pattern would be looked up among Spring's own controllers and
		// miss the engine's servlet.
		signInByPasswordOrSession(http).securityMatcher(path("/engine-rest/**"))
			.authorizeHttpRequests((requests) -> always(requests).requestMatchers(new CrossSiteWrites())
				.denyAll()
				.requestMatchers(new StartsPastTheForm())
				.hasRole("ADMIN")
				.anyRequest()
				.authenticated())
			.addFilterAfter(new EngineAuthentication(identity), AuthorizationFilter.class);
		return http.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain ownPaths(HttpSecurity http) throws Exception {
		signInByPasswordOrSession(http)
			.securityMatcher(paths("/api/**", "/actuator/**", "/v3/api-docs/**", "/v3/api-docs.yaml", "/swagger-ui/**",
					"/swagger-ui.html", "/calendars/*.ics"))
			.authorizeHttpRequests((requests) -> always(requests).requestMatchers(new CrossSiteWrites())
				.denyAll()
				.requestMatchers(paths("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"))
				.permitAll()
				// The link is the secret: other calendars cannot sign in.
				.requestMatchers(read("/calendars/*.ics"))
				.permitAll()
				.requestMatchers(path("/calendars/**"))
				.denyAll()
				.requestMatchers(path("/actuator/**"))
				.hasRole("ADMIN")
				.requestMatchers(path("/api/imports/**"))
				.hasAnyRole("TEAM_LEAD", "MANAGER", "ADMIN")
				// Why people are away is for those who plan the work.
				.requestMatchers(paths("/api/absences.csv", "/api/absences/**"))
				.hasAnyRole("TEAM_LEAD", "MANAGER", "ADMIN")
				.requestMatchers(path("/api/assignments/loads/**"))
				.hasRole("ADMIN")
				.requestMatchers(path("/api/hand-overs/**"))
				.hasAnyRole("TEAM_LEAD", "MANAGER", "ADMIN")
				.requestMatchers(path("/api/day-plans/**"))
				.hasAnyRole("TEAM_LEAD", "MANAGER", "ADMIN")
				.requestMatchers(write("/api/products/**"), write("/api/contact-rules/**"),
						write("/api/advertising-register/**"))
				.hasAnyRole("MANAGER", "ADMIN")
				.requestMatchers(write("/api/calendars/**"), write("/api/organisation/**"), write("/api/teams/**"),
						write("/api/skills/**"), write("/api/agents"), write("/api/agents/*"),
						write("/api/agents/*/employment"), write("/api/agents/*/calendar"))
				.hasAnyRole("MANAGER", "ADMIN")
				.requestMatchers(path("/api/reassignments/**"))
				.hasRole("TEAM_LEAD")
				.requestMatchers(path("/api/waiting-work/**"))
				.hasAnyRole("TEAM_LEAD", "MANAGER", "ADMIN")
				.requestMatchers(write("/api/customers/*/owner"), write("/api/requests/*/priority"))
				.hasAnyRole("TEAM_LEAD", "MANAGER", "ADMIN")
				.requestMatchers(path("/api/**"))
				.hasAnyRole("AGENT", "TEAM_LEAD", "MANAGER", "ADMIN")
				.anyRequest()
				.authenticated());
		return http.build();
	}

	@Bean
	@Order(3)
	SecurityFilterChain webApplications(HttpSecurity http) throws Exception {
		// Sign-in, CSRF tokens and the content security policy are the web applications'
		// own.
		withoutPages(http)
			.exceptionHandling((exceptions) -> exceptions.authenticationEntryPoint(this.problems::refused))
			.securityMatcher(paths("/", "/camunda", "/camunda/**", "/favicon.ico"))
			.addFilterAfter(WebSessionSignIn.forWebApplications(this.users), BasicAuthenticationFilter.class)
			.headers((headers) -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
				.frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin))
			.authorizeHttpRequests((requests) -> always(requests).requestMatchers(setUp())
				.denyAll()
				.requestMatchers(new StartsPastTheForm())
				.hasRole("ADMIN")
				.anyRequest()
				.permitAll());
		return http.build();
	}

	@Bean
	@Order(4)
	SecurityFilterChain everythingElse(HttpSecurity http) throws Exception {
		withoutPages(http)
			.exceptionHandling((exceptions) -> exceptions.authenticationEntryPoint(this.problems::notFound))
			.authorizeHttpRequests((requests) -> always(requests).anyRequest().denyAll());
		return http.build();
	}

	/** A look at this path. */
	private static RequestMatcher read(String pattern) {
		return new AndRequestMatcher(path(pattern), (request) -> Set.of("GET", "HEAD").contains(request.getMethod()));
	}

	/** A change under this path, for what more than every agent may look at. */
	private static RequestMatcher write(String pattern) {
		return new AndRequestMatcher(path(pattern),
				(request) -> !Set.of("GET", "HEAD", "OPTIONS").contains(request.getMethod()));
	}

	private HttpSecurity signInByPasswordOrSession(HttpSecurity http) throws Exception {
		return withoutPages(http).authenticationProvider(this.passwords)
			.httpBasic((basic) -> basic.authenticationEntryPoint(this.problems))
			.addFilterAfter(WebSessionSignIn.withCsrfToken(this.users), BasicAuthenticationFilter.class);
	}

	private HttpSecurity withoutPages(HttpSecurity http) throws Exception {
		return http.csrf(AbstractHttpConfigurer::disable)
			.formLogin(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.headers((headers) -> headers.httpStrictTransportSecurity((hsts) -> hsts.includeSubDomains(false)))
			// The web applications' session is theirs: it is read here, never renewed,
			// and nothing is kept in it.
			.sessionManagement(AbstractHttpConfigurer::disable)
			.securityContext(
					(context) -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
			.exceptionHandling((exceptions) -> exceptions.authenticationEntryPoint(this.problems)
				.accessDeniedHandler(this.problems));
	}

	/**
	 * What was let in once is not asked again when it comes back as an error page or from
	 * another thread.
	 */
	private static AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry always(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		return requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
			.permitAll();
	}

	/**
	 * The page on which, as long as there is no administrator, anybody could become one.
	 */
	private static RequestMatcher setUp() {
		return paths("/camunda/api/admin/setup/**", "/camunda/app/admin/{engine}/setup/**");
	}

	private static RequestMatcher paths(String... patterns) {
		RequestMatcher[] matchers = new RequestMatcher[patterns.length];
		for (int i = 0; i < patterns.length; i++) {
			matchers[i] = path(patterns[i]);
		}
		return new OrRequestMatcher(matchers);
	}

	private static RequestMatcher path(String pattern) {
		return PathPatternRequestMatcher.withDefaults().matcher(pattern);
	}

}
