package vn.careflow.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.stereotype.Component;

/**
 * Remembers for a minute that a password was right. A system that calls with HTTP Basic
 * sends it with every call, and the hash is slow on purpose: without this, ten calls a
 * second would keep a core busy. What is kept is a keyed digest under a key that exists
 * in this process only. A changed password therefore still works here for up to a minute.
 */
@Component
class CheckedPasswords {

	private static final Duration KEPT = Duration.ofMinutes(1);

	private static final int REMEMBERED = 1_000;

	private final Map<String, Instant> until = new LinkedHashMap<>() {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
			return size() > REMEMBERED;
		}

	};

	private final SecretKeySpec key;

	private final Clock clock;

	CheckedPasswords(Clock clock) {
		byte[] random = new byte[32];
		new SecureRandom().nextBytes(random);
		this.key = new SecretKeySpec(random, "HmacSHA256");
		this.clock = clock;
	}

	synchronized boolean contains(String userId, String password) {
		Instant end = this.until.get(digest(userId, password));
		Instant now = this.clock.instant();
		return end != null && now.isBefore(end) && now.plus(KEPT).compareTo(end) >= 0;
	}

	synchronized void add(String userId, String password) {
		String digest = digest(userId, password);
		this.until.remove(digest);
		this.until.put(digest, this.clock.instant().plus(KEPT));
	}

	private String digest(String userId, String password) {
		try {
			Mac mac = Mac.getInstance(this.key.getAlgorithm());
			mac.init(this.key);
			byte[] text = (userId.length() + ":" + userId + password).getBytes(StandardCharsets.UTF_8);
			return Base64.getEncoder().encodeToString(mac.doFinal(text));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
