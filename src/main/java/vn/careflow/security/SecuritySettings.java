package vn.careflow.security;

import java.time.Duration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.StringUtils;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of sign-in.
 *
 * @param adminPassword password of the first administrator; empty: one is made up and
 * printed at the first start
 * @param newAccountPassword first password of every other new account; empty: nobody can
 * sign in to it before an administrator has set one
 * @param secureCookies whether cookies travel over HTTPS only
 * @param passwordStrength cost of a password hash; one more doubles the time of each
 * guess
 * @param throttle how failed sign-ins are slowed down
 */
@ConfigurationProperties("careflow.security")
@Validated
record SecuritySettings(@Nullable String adminPassword, @Nullable String newAccountPassword, boolean secureCookies,
		@Min(4) @Max(16) int passwordStrength, @Valid Throttle throttle) {

	/** An empty setting is none. */
	SecuritySettings {
		adminPassword = StringUtils.hasText(adminPassword) ? adminPassword : null;
		newAccountPassword = StringUtils.hasText(newAccountPassword) ? newAccountPassword : null;
	}

	/**
	 * How failed sign-ins are slowed down.
	 *
	 * @param attempts failures of one address for one account before it has to wait
	 * @param refill time until one more is allowed
	 * @param attemptsPerAddress failures of one address over all accounts before it has
	 * to wait; as many more are allowed in the time in which one account regains its
	 * attempts
	 */
	record Throttle(@Min(1) int attempts, Duration refill, @Min(1) int attemptsPerAddress) {

		Duration refillPerAddress() {
			return this.refill.multipliedBy(this.attempts).dividedBy(this.attemptsPerAddress);
		}

	}

}
