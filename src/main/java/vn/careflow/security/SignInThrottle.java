package vn.careflow.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

/**
 * Slows down who guesses passwords, and nobody else: failures are counted by address and
 * account and by address, never by account alone, because that would let anybody lock
 * anybody out. What was counted fades with time; nothing locks for good. In memory of
 * this node, and bounded.
 */
@Component
class SignInThrottle {

	private static final int REMEMBERED = 20_000;

	private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
			return size() > REMEMBERED;
		}

	};

	private final SecuritySettings.Throttle settings;

	private final Clock clock;

	SignInThrottle(SecuritySettings settings, Clock clock) {
		this.settings = settings.throttle();
		this.clock = clock;
	}

	/**
	 * How long this address has to wait before it may try this account (again).
	 * @return zero if it may try now
	 */
	synchronized Duration remainingWait(String address, String account) {
		Duration forAccount = remainingWait(key(address, account), this.settings.attempts(), this.settings.refill());
		Duration forAddress = remainingWait(address, this.settings.attemptsPerAddress(),
				this.settings.refillPerAddress());
		return (forAccount.compareTo(forAddress) > 0) ? forAccount : forAddress;
	}

	/**
	 * Counts a failure.
	 */
	synchronized void failed(String address, String account) {
		count(key(address, account), this.settings.refill());
		count(address, this.settings.refillPerAddress());
	}

	/**
	 * Forgets this address's failures for this account: its user has remembered the
	 * password.
	 */
	synchronized void succeeded(String address, String account) {
		this.failures.remove(key(address, account));
	}

	private Duration remainingWait(String key, int limit, Duration refill) {
		double excess = left(key, refill) - (limit - 1);
		return (excess > 0) ? Duration.ofMillis((long) Math.ceil(excess * refill.toMillis())) : Duration.ZERO;
	}

	private void count(String key, Duration refill) {
		this.failures.put(key, new Failures(left(key, refill) + 1, this.clock.instant()));
	}

	private double left(String key, Duration refill) {
		Failures counted = this.failures.get(key);
		if (counted == null) {
			return 0;
		}
		double faded = (double) Duration.between(counted.at(), this.clock.instant()).toMillis() / refill.toMillis();
		return Math.max(0, counted.number() - Math.max(0, faded));
	}

	private static String key(String address, String account) {
		return address + ' ' + account;
	}

	private record Failures(double number, Instant at) {

	}

}
