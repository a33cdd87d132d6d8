package vn.careflow.security;

import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordRulesTests {

	private final User lan = new UserEntity("lan.nguyen");

	@ParameterizedTest
	@ValueSource(strings = { "correct horse", "trời xanh mây trắng", "zq9-12kfp0xv", "careflow-demo-2026",
			"a-password-for-tests", "passwords are a nuisance" })
	void takesAnyLongPassword(String password) {
		assertThat(accepted(password)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Kurz1!", "elf-zeichen", "password1234", "Matkhau2026!", "123456789012",
			"aaaaaaaaaaaaaaaa", "abababababab", "xin chao lan.nguyen", "LAN.NGUYEN-2026" })
	void refusesShortOnesAndThoseThatAreTriedFirst(String password) {
		assertThat(accepted(password)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(ints = { 129, 100_000 })
	void refusesOnesThatOnlyKeepTheHashBusy(int length) {
		assertThat(accepted("abcdefghij".repeat(length / 10 + 1))).isFalse();
	}

	private boolean accepted(String password) {
		return new PasswordRules().getRules().stream().allMatch((rule) -> rule.execute(password, this.lan));
	}

}
