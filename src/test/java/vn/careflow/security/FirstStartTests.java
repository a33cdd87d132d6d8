package vn.careflow.security;

import java.time.Duration;
import java.util.List;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.careflow.testsupport.OnH2;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@OnH2
@ExtendWith(OutputCaptureExtension.class)
class FirstStartTests {

	private static final String SHOWN = "created with the password";

	@Autowired
	FirstStart firstStart;

	@Autowired
	Accounts accounts;

	@Autowired
	Grants grants;

	@Autowired
	TasklistFilters filters;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionOperations transaction;

	@Autowired
	IdentityService identity;

	@Autowired
	AuthorizationService authorizations;

	@AfterEach
	void theAdministratorOfTheTests() {
		this.identity.deleteUser("admin");
		this.firstStart.afterSingletonsInstantiated();
	}

	@Test
	void makesUpThePasswordOfTheFirstAdministratorAndShowsItOnce(CapturedOutput output) {
		this.identity.deleteUser("admin");
		SecuritySettings nothingConfigured = new SecuritySettings("", "", true, 4,
				new SecuritySettings.Throttle(5, Duration.ofMinutes(1), 50));
		FirstStart first = new FirstStart(nothingConfigured, this.identity, this.accounts, this.grants, this.filters,
				this.jdbc, this.transaction);
		int before = output.getOut().split(SHOWN, -1).length;

		first.afterSingletonsInstantiated();

		String shown = output.getOut().replaceAll("(?s).*created with the password (\\S+) .*", "$1");
		assertThat(shown).hasSizeGreaterThanOrEqualTo(20);
		assertThat(this.identity.checkPassword("admin", shown)).isTrue();

		first.afterSingletonsInstantiated();

		assertThat(output.getOut().split(SHOWN, -1)).hasSize(before + 1);
		assertThat(this.identity.checkPassword("admin", shown)).isTrue();
	}

	@Test
	void doesNotBringBackAnAdministratorWhomAnotherOneHasReplaced() {
		this.identity.saveUser(withPassword("first.other"));
		this.identity.createMembership("first.other", "camunda-admin");
		this.identity.deleteUser("admin");

		this.firstStart.afterSingletonsInstantiated();

		assertThat(this.identity.createUserQuery().memberOfGroup("camunda-admin").list()).extracting("id")
			.containsExactly("first.other");
		this.identity.deleteUser("first.other");
	}

	@Test
	void restoresTheRightsOfTheRolesAndNothingElse() {
		Authorization more = this.authorizations.createAuthorizationQuery()
			.groupIdIn("agent")
			.resourceType(Resources.PROCESS_DEFINITION)
			.resourceId("*")
			.singleResult();
		more.setPermissions(new Permissions[] { Permissions.ALL });
		this.authorizations.saveAuthorization(more);
		long before = this.authorizations.createAuthorizationQuery().count();

		this.firstStart.afterSingletonsInstantiated();

		assertThat(this.authorizations.createAuthorizationQuery().count()).isEqualTo(before);
		assertThat(this.authorizations.isUserAuthorized("nobody", List.of("agent"), Permissions.DELETE,
				Resources.PROCESS_DEFINITION, "*"))
			.isFalse();
		assertThat(this.authorizations.isUserAuthorized("nobody", List.of("agent"), Permissions.READ,
				Resources.PROCESS_DEFINITION, "*"))
			.isTrue();
	}

	private User withPassword(String id) {
		User user = this.identity.newUser(id);
		user.setPassword("một mật khẩu dài");
		return user;
	}

}
