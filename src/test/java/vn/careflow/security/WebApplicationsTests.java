package vn.careflow.security;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.careflow.staff.NewAgent;
import vn.careflow.staff.Staff;
import vn.careflow.testsupport.OnH2;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@OnH2
class WebApplicationsTests {

	private static final String NEW_ADMINISTRATOR = """
			{"profile": {"id": "mallory"}, "credentials": {"password": "mallory-was-here"}}""";

	@LocalServerPort
	int port;

	@Autowired
	IdentityService identity;

	@Autowired
	Accounts accounts;

	@Autowired
	Staff staff;

	@BeforeEach
	void anAgent() {
		this.accounts.ensureUser("web.lan", "Lan", "Nguyễn", null, "trời xanh mây trắng");
		this.accounts.memberships("web.lan", List.of("agent"));
	}

	@AfterEach
	void anAdministratorAgain() {
		if (this.identity.createUserQuery().memberOfGroup("camunda-admin").count() == 0) {
			this.identity.createMembership("admin", "camunda-admin");
		}
	}

	@Test
	void keepsTheSetUpPageClosedEvenWhileThereIsNoAdministrator() {
		this.identity.deleteMembership("admin", "camunda-admin");
		Web browser = Web.at(this.port);
		String token = browser.get("/camunda/app/welcome/default/").headers().firstValue("X-XSRF-TOKEN").orElse("");

		HttpResponse<String> page = browser.get("/camunda/app/admin/default/setup/");
		HttpResponse<String> created = browser.with("X-XSRF-TOKEN", token)
			.postJson("/camunda/api/admin/setup/default/user/create", NEW_ADMINISTRATOR);
		HttpResponse<String> disguised = browser.with("X-XSRF-TOKEN", token)
			.postJson("/camunda/api/admin/s%65tup/default/user/create/", NEW_ADMINISTRATOR);

		assertThat(List.of(page.statusCode(), created.statusCode(), disguised.statusCode())).containsOnly(403);
		assertThat(this.identity.createUserQuery().userId("mallory").count()).isZero();
	}

	@Test
	void signsIntoTasklistAndLetsItsPagesAskOurOwnRest() {
		Web lan = Web.at(this.port).signedInto("tasklist", "web.lan", "tr%E1%BB%9Di+xanh+m%C3%A2y+tr%E1%BA%AFng");

		assertThat(lan.get("/camunda/api/engine/engine/default/task").statusCode()).isEqualTo(200);
		assertThat(lan.get("/v3/api-docs").statusCode()).isEqualTo(200);
		assertThat(lan.get("/actuator/metrics").statusCode()).isEqualTo(403);
		assertThat(lan.postJson("/engine-rest/task", "{}").statusCode()).isEqualTo(200);
	}

	@Test
	void keepsOneSessionFromSignInToSignOut() {
		Web lan = Web.at(this.port).signedInto("tasklist", "web.lan", "tr%E1%BB%9Di+xanh+m%C3%A2y+tr%E1%BA%AFng");

		for (String path : List.of("/camunda/api/engine/engine/", "/camunda/api/engine/engine/default/task/count",
				"/engine-rest/task/count", "/v3/api-docs", "/camunda/app/tasklist/default/")) {
			assertThat(lan.get(path).headers().allValues("Set-Cookie")).as(path).isEmpty();
		}
	}

	@Test
	void countsAWriteWithoutTheCsrfTokenAsNotSignedIn() {
		Web lan = Web.at(this.port).signedInto("tasklist", "web.lan", "tr%E1%BB%9Di+xanh+m%C3%A2y+tr%E1%BA%AFng");

		assertThat(lan.withoutHeaders().get("/engine-rest/task").statusCode()).isEqualTo(200);
		assertThat(lan.withoutHeaders().postJson("/engine-rest/task", "{}").statusCode()).isEqualTo(401);
		assertThat(
				lan.withoutHeaders().with("X-XSRF-TOKEN", "guessed").postJson("/engine-rest/task", "{}").statusCode())
			.isEqualTo(401);
	}

	@Test
	void signsOutOfOurOwnRestWhenTheAccountIsGone() {
		this.accounts.ensureUser("web.gone", "Một", "Người", null, "ngày mai tôi nghỉ");
		this.accounts.memberships("web.gone", List.of("agent"));
		Web gone = Web.at(this.port).signedInto("tasklist", "web.gone", "ng%C3%A0y+mai+t%C3%B4i+ngh%E1%BB%89");
		assertThat(gone.get("/engine-rest/task").statusCode()).isEqualTo(200);

		this.identity.deleteUser("web.gone");

		assertThat(gone.get("/engine-rest/task").statusCode()).isEqualTo(401);
	}

	@Test
	void signsOutAndRefusesWhoNoLongerWorksHere() {
		this.accounts.ensureUser("web.leaver", "Một", "Người", null, "ngày mai tôi nghỉ");
		LocalDate hired = LocalDate.of(2024, 1, 2);
		this.staff.register(NewAgent.named("web.leaver", "Một Người", "web.leaver@example.com", hired));
		Web leaver = Web.at(this.port).signedInto("tasklist", "web.leaver", "ng%C3%A0y+mai+t%C3%B4i+ngh%E1%BB%89");
		assertThat(leaver.get("/camunda/api/engine/engine/default/task").statusCode()).isEqualTo(200);

		this.staff.changeEmployment("web.leaver", hired, LocalDate.of(2024, 6, 1));

		assertThat(leaver.get("/camunda/api/engine/engine/default/task").statusCode()).isEqualTo(401);
		assertThat(leaver.get("/engine-rest/task").statusCode()).isEqualTo(401);
		assertThat(this.identity.checkPassword("web.leaver", "ngày mai tôi nghỉ")).isFalse();
		this.staff.changeEmployment("web.leaver", hired, null);
		assertThat(this.identity.checkPassword("web.leaver", "ngày mai tôi nghỉ")).isTrue();
	}

	@Test
	void keepsAnAgentOutOfCockpitAndAdmin() {
		Web browser = Web.at(this.port);
		String token = browser.get("/camunda/app/cockpit/default/").headers().firstValue("X-XSRF-TOKEN").orElseThrow();

		for (String application : List.of("cockpit", "admin")) {
			assertThat(browser.with("X-XSRF-TOKEN", token)
				.post("/camunda/api/admin/auth/user/default/login/" + application, "application/x-www-form-urlencoded",
						"username=web.lan&password=tr%E1%BB%9Di+xanh+m%C3%A2y+tr%E1%BA%AFng")
				.statusCode()).isEqualTo(403);
		}
	}

	@Test
	void slowsDownWhoGuessesPasswordsThroughTheWebApplication() {
		this.accounts.ensureUser("web.target", "Mục", "Tiêu", null, "không ai đoán được");
		Web browser = Web.at(this.port);
		String token = browser.get("/camunda/app/tasklist/default/").headers().firstValue("X-XSRF-TOKEN").orElseThrow();

		List<Integer> answers = IntStream.range(0, 7)
			.mapToObj((i) -> browser.with("X-XSRF-TOKEN", token)
				.post("/camunda/api/admin/auth/user/default/login/tasklist", "application/x-www-form-urlencoded",
						"username=web.target&password=guess" + i)
				.statusCode())
			.toList();

		assertThat(answers).startsWith(401, 401, 401, 401, 401).endsWith(429, 429);
		// The same throttle stands before the other doors, and leaves other accounts
		// alone.
		HttpResponse<String> basic = Web.at(this.port).as("web.target", "guess").get("/engine-rest/task");
		assertThat(basic.statusCode()).isEqualTo(429);
		assertThat(basic.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 120L);
		assertThat(Web.at(this.port).as("web.lan", "trời xanh mây trắng").get("/engine-rest/task").statusCode())
			.isEqualTo(200);
	}

	@Test
	void sendsItsCookiesAndHeadersStrictly() {
		HttpResponse<String> page = Web.at(this.port).get("/camunda/app/tasklist/default/");

		assertThat(page.headers().allValues("Set-Cookie")).isNotEmpty()
			.allSatisfy((cookie) -> assertThat(cookie).containsIgnoringCase("SameSite=Strict"));
		assertThat(page.headers().allValues("Set-Cookie"))
			.anySatisfy((cookie) -> assertThat(cookie).matches("JSESSIONID=\\w+; Path=/; HttpOnly; SameSite=Strict"));
		assertThat(page.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(
				(policy) -> assertThat(policy).contains("script-src 'nonce-").contains("frame-ancestors 'none'"));
		assertThat(page.headers().firstValue("Content-Type"))
			.hasValueSatisfying((type) -> assertThat(type).containsIgnoringCase("utf-8"));
	}

}
