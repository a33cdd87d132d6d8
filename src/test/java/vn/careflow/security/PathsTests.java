package vn.careflow.security;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.careflow.testsupport.OnH2;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@OnH2
class PathsTests {

	@LocalServerPort
	int port;

	@ParameterizedTest
	@ValueSource(strings = { "/engine-rest/engine", "/engine-rest/task", "/engine-rest/deployment", "/actuator",
			"/actuator/metrics", "/v3/api-docs", "/swagger-ui/index.html" })
	void answers401WithoutSignInAnd200ToTheAdministrator(String path) {
		HttpResponse<String> stranger = Web.at(this.port).get(path);
		HttpResponse<String> administrator = administrator().get(path);

		assertThat(stranger.statusCode()).isEqualTo(401);
		assertThat(stranger.headers().firstValue("Content-Type"))
			.hasValueSatisfying((type) -> assertThat(type).startsWith("application/problem+json"));
		assertThat(stranger.body()).contains("Chưa đăng nhập");
		assertThat(administrator.statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/customers", "/api/requests", "/api/no-such-thing", "/api" })
	void asksForASignInBeforeItTellsWhetherSomethingIsThere(String path) {
		assertThat(Web.at(this.port).get(path).statusCode()).isEqualTo(401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness" })
	void tellsItsHealthToEverybodyButNoDetails(String path) {
		HttpResponse<String> stranger = Web.at(this.port).get(path);

		assertThat(stranger.statusCode()).isEqualTo(200);
		assertThat(stranger.body()).contains("UP").doesNotContain("components").doesNotContain("jdbc");
		assertThat(administrator().get("/actuator/health").body()).contains("components");
	}

	@Test
	void letsOtherCalendarsInWithoutSignInAtTheirSecretLinksOnly() {
		Web stranger = Web.at(this.port);
		HttpResponse<String> unknown = stranger.get("/calendars/" + "x".repeat(43) + ".ics");
		HttpResponse<String> made = administrator().postJson("/api/appointments/calendar-link", "");
		String path = made.body().replaceAll("(?s).*\"path\":\"([^\"]+)\".*", "$1");

		assertThat(unknown.statusCode()).isEqualTo(404);
		assertThat(unknown.headers().map()).doesNotContainKey("www-authenticate");
		assertThat(stranger.get(path).statusCode()).isEqualTo(200);
		assertThat(stranger.get(path).body()).startsWith("BEGIN:VCALENDAR");
		assertThat(stranger.get(path).headers().firstValue("ETag")).isPresent();
		assertThat(stranger.with("If-None-Match", stranger.get(path).headers().firstValue("ETag").orElseThrow())
			.get(path)
			.statusCode()).isEqualTo(304);
		assertThat(stranger.postJson(path, "{}").statusCode()).isEqualTo(401);
		assertThat(stranger.delete(path).statusCode()).isEqualTo(401);
		assertThat(stranger.get("/calendars").statusCode()).isEqualTo(404);
		assertThat(stranger.get("/calendars/lan.nguyen/x.ics").statusCode()).isEqualTo(404);
		assertThat(stranger.get(path + "/..").statusCode()).isGreaterThanOrEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/h2-console", "/anything", "/db/migration/V100__security.sql", "/error", "/enginerest" })
	void refusesPathsThatNobodyThoughtOf(String path) {
		assertThat(Web.at(this.port).get(path).statusCode()).isEqualTo(404);
		assertThat(administrator().get(path).statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/engine-rest;x=y/task", "/engine-rest//task", "/x/../engine-rest/task",
			"/%65ngine-rest/task", "/engine-rest/%2e%2e/engine-rest/task", "/ENGINE-REST/task", "/engine-rest/task/" })
	void doesNotLetAnOtherSpellingOfThePathIn(String path) {
		assertThat(Web.at(this.port).get(path).statusCode()).isGreaterThanOrEqualTo(400);
	}

	@Test
	void asksBrowsersForAPasswordOnlyWhenAPersonNavigates() {
		Web browser = Web.at(this.port);

		assertThat(browser.get("/swagger-ui/index.html").headers().firstValue("WWW-Authenticate")).isPresent();
		assertThat(browser.with("Sec-Fetch-Mode", "navigate").get("/v3/api-docs").headers().map())
			.containsKey("www-authenticate");
		assertThat(browser.with("Sec-Fetch-Mode", "cors").get("/v3/api-docs").headers().map())
			.doesNotContainKey("www-authenticate");
		assertThat(browser.with("X-Requested-With", "XMLHttpRequest").get("/v3/api-docs").headers().map())
			.doesNotContainKey("www-authenticate");
	}

	@Test
	void refusesWritesThatAnotherSiteSendsThroughABrowser() {
		Web browser = administrator();

		assertThat(browser.with("Sec-Fetch-Site", "cross-site").postJson("/engine-rest/task", "{}").statusCode())
			.isEqualTo(403);
		assertThat(browser.with("Origin", "https://evil.example").postJson("/engine-rest/task", "{}").statusCode())
			.isEqualTo(403);
		assertThat(browser.with("Sec-Fetch-Site", "same-origin").postJson("/engine-rest/task", "{}").statusCode())
			.isEqualTo(200);
		assertThat(browser.postJson("/engine-rest/task", "{}").statusCode()).isEqualTo(200);
	}

	@Test
	void describesTheApiWithItsSignIn() {
		assertThat(administrator().get("/v3/api-docs").body()).contains("Careflow REST API")
			.contains("\"scheme\":\"basic\"");
	}

	private Web administrator() {
		return Web.at(this.port).as("admin", "a-password-for-tests");
	}

}
