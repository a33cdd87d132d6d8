package vn.careflow.security;

import java.util.List;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.careflow.testsupport.OnH2;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@OnH2
class AccountsTests {

	@Autowired
	Accounts accounts;

	@Autowired
	IdentityService identity;

	@Autowired
	ProcessEngine engine;

	@AfterEach
	void signedOut() {
		this.identity.clearAuthentication();
		this.identity.deleteUser("account.lan");
	}

	@Test
	void keepsThePasswordOfAnAccountThatIsThere() {
		this.accounts.ensureUser("account.lan", "Lan", "Nguyễn", null, "mật khẩu ban đầu");

		this.accounts.ensureUser("account.lan", "Lan", "Trần", "lan@careflow.example", "một mật khẩu khác");

		assertThat(this.identity.checkPassword("account.lan", "mật khẩu ban đầu")).isTrue();
		assertThat(this.identity.createUserQuery().userId("account.lan").singleResult().getLastName())
			.isEqualTo("Trần");
	}

	@Test
	void letsNobodyIntoAnAccountWithoutAPassword() {
		this.accounts.ensureUser("account.lan", "Lan", "Nguyễn", null, null);

		assertThat(this.identity.checkPassword("account.lan", "")).isFalse();
		assertThat(this.identity.checkPassword("account.lan", null)).isFalse();
	}

	@Test
	void storesASlowHash() {
		this.accounts.ensureUser("account.lan", "Lan", "Nguyễn", null, "mật khẩu ban đầu");

		UserEntity stored = (UserEntity) this.identity.createUserQuery().userId("account.lan").singleResult();

		assertThat(stored.getPassword()).startsWith("{bcrypt-sha256}$2");
	}

	@Test
	void refusesAPasswordThatBreaksTheRules() {
		assertThatExceptionOfType(ProcessEngineException.class)
			.isThrownBy(() -> this.accounts.ensureUser("account.lan", "Lan", "Nguyễn", null, "ngắn quá"));
	}

	@Test
	void makesMembershipsExactlyWhatTheyAreSaidToBeButTheAdministrators() {
		this.accounts.ensureUser("account.lan", "Lan", "Nguyễn", null, null);
		this.accounts.memberships("account.lan", List.of("agent", "camunda-admin"));
		assertThat(groups()).containsExactly("agent");

		this.identity.createMembership("account.lan", "camunda-admin");
		this.accounts.memberships("account.lan", List.of("manager", "manager"));

		assertThat(groups()).containsExactlyInAnyOrder("manager", "camunda-admin");
	}

	@Test
	void followsTheStaffRecordWhoeverIsSignedIn() {
		this.identity.setAuthentication("rights.nobody", List.of("agent"));

		this.accounts.ensureUser("account.lan", "Lan", "Nguyễn", null, null);

		assertThat(this.identity.getCurrentAuthentication().getUserId()).isEqualTo("rights.nobody");
	}

	@Test
	void neverLocksAnAccount() {
		this.accounts.ensureUser("account.lan", "Lan", "Nguyễn", null, "mật khẩu ban đầu");
		var configuration = (ProcessEngineConfigurationImpl) this.engine.getProcessEngineConfiguration();
		for (int i = 0; i < 15; i++) {
			// The engine's own check, behind the throttle.
			configuration.getCommandExecutorTxRequired()
				.execute((context) -> context.getReadOnlyIdentityProvider().checkPassword("account.lan", "wrong"));
		}

		assertThat(this.identity.checkPassword("account.lan", "mật khẩu ban đầu")).isTrue();
	}

	private List<String> groups() {
		return this.identity.createGroupQuery()
			.groupMember("account.lan")
			.list()
			.stream()
			.map((group) -> group.getId())
			.toList();
	}

}
