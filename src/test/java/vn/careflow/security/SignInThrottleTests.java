package vn.careflow.security;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.careflow.testsupport.Time;

import static org.assertj.core.api.Assertions.assertThat;

class SignInThrottleTests {

	@RegisterExtension
	final Time time = Time.at("2026-03-02T09:30");

	private final SignInThrottle throttle = new SignInThrottle(
			new SecuritySettings(null, null, true, 4, new SecuritySettings.Throttle(5, Duration.ofMinutes(1), 20)),
			Time.clock());

	@Test
	void makesAnAddressWaitAfterFiveFailuresForOneAccount() {
		fail(4, "1.1.1.1", "lan");
		assertThat(this.throttle.remainingWait("1.1.1.1", "lan")).isZero();

		fail(1, "1.1.1.1", "lan");

		assertThat(this.throttle.remainingWait("1.1.1.1", "lan")).isEqualTo(Duration.ofMinutes(1));
	}

	@Test
	void leavesTheAccountOpenToOtherAddressesAndTheAddressToOtherAccounts() {
		fail(10, "1.1.1.1", "lan");

		assertThat(this.throttle.remainingWait("2.2.2.2", "lan")).isZero();
		assertThat(this.throttle.remainingWait("1.1.1.1", "minh")).isZero();
	}

	@Test
	void allowsOneMoreAttemptAMinute() {
		fail(5, "1.1.1.1", "lan");
		this.time.passes(Duration.ofSeconds(59));
		assertThat(this.throttle.remainingWait("1.1.1.1", "lan")).isEqualTo(Duration.ofSeconds(1));

		this.time.passes(Duration.ofSeconds(1));

		assertThat(this.throttle.remainingWait("1.1.1.1", "lan")).isZero();
		fail(1, "1.1.1.1", "lan");
		assertThat(this.throttle.remainingWait("1.1.1.1", "lan")).isPositive();
	}

	@Test
	void forgetsTheFailuresOfWhoRemembersThePassword() {
		fail(4, "1.1.1.1", "lan");

		this.throttle.succeeded("1.1.1.1", "lan");
		fail(4, "1.1.1.1", "lan");

		assertThat(this.throttle.remainingWait("1.1.1.1", "lan")).isZero();
	}

	@Test
	void makesAnAddressWaitThatTriesOnePasswordOnManyAccounts() {
		for (int i = 0; i < 20; i++) {
			fail(1, "1.1.1.1", "account" + i);
		}

		assertThat(this.throttle.remainingWait("1.1.1.1", "anybody")).isEqualTo(Duration.ofSeconds(15));
		assertThat(this.throttle.remainingWait("2.2.2.2", "anybody")).isZero();
	}

	@Test
	void doesNotLetASuccessOnOneAccountPayForFailuresOnOthers() {
		for (int i = 0; i < 20; i++) {
			fail(1, "1.1.1.1", "account" + i);
			this.throttle.succeeded("1.1.1.1", "own");
		}

		assertThat(this.throttle.remainingWait("1.1.1.1", "anybody")).isPositive();
	}

	private void fail(int times, String address, String account) {
		for (int i = 0; i < times; i++) {
			this.throttle.failed(address, account);
		}
	}

}
