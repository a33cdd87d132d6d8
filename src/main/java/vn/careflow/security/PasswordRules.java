package vn.careflow.security;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;

import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;

/**
 * What a password must be: long, and not what one would try first. There is no rule about
 * kinds of characters, which make people write "Password1!" (OWASP ASVS 5.0, 6.2).
 */
final class PasswordRules implements PasswordPolicy {

	static final int SHORTEST = 12;

	private static final int LONGEST = 128;

	private static final int FEWEST_DIFFERENT = 5;

	private static final List<String> TRIED_FIRST = List.of("password", "matkhau", "qwerty", "123456789", "987654321",
			"abcdefgh", "iloveyou", "careflow123");

	private final List<PasswordPolicyRule> rules = List.of(
			new Rule("PASSWORD_POLICY_LENGTH", Map.of("minLength", String.valueOf(SHORTEST)),
					(password, user) -> password.length() >= SHORTEST && password.length() <= LONGEST),
			new Rule("PASSWORD_POLICY_USER_DATA", Map.of(), (password, user) -> user == null || !tells(password, user)),
			new Rule("PASSWORD_POLICY_TOO_EASY", Map.of(), (password, user) -> !easy(password)));

	@Override
	public List<PasswordPolicyRule> getRules() {
		return this.rules;
	}

	private static boolean tells(String password, User user) {
		return user.getId() != null
				&& password.toLowerCase(Locale.ROOT).contains(user.getId().toLowerCase(Locale.ROOT));
	}

	private static boolean easy(String password) {
		String lower = password.toLowerCase(Locale.ROOT);
		return password.chars().distinct().count() < FEWEST_DIFFERENT || TRIED_FIRST.stream()
			.anyMatch((first) -> lower.startsWith(first) && lower.length() < first.length() + 8);
	}

	private record Rule(String placeholder, Map<String, String> parameters,
			BiPredicate<String, @Nullable User> holds) implements PasswordPolicyRule {

		@Override
		public String getPlaceholder() {
			return this.placeholder;
		}

		@Override
		public Map<String, String> getParameters() {
			return this.parameters;
		}

		@Override
		public boolean execute(String password) {
			return execute(password, null);
		}

		@Override
		public boolean execute(String password, @Nullable User user) {
			return this.holds.test(password, user);
		}

	}

}
