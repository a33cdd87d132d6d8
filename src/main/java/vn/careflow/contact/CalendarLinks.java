package vn.careflow.contact;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secret links to the calendars of agents. A link is shown once, when it is made; of
 * its secret of 256 random bits only a hash is kept. A new one makes the old one useless.
 */
@Service
class CalendarLinks {

	private static final int SECRET_BYTES = 32;

	private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

	private final JdbcClient jdbc;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	CalendarLinks(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Makes an agent a link; the one before stops working.
	 * @return the secret, which nobody can be told again
	 */
	@Transactional
	String renew(String agentId) {
		byte[] bytes = new byte[SECRET_BYTES];
		this.random.nextBytes(bytes);
		String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		revoke(agentId);
		this.jdbc.sql("insert into calendar_link (agent_id, secret_hash, made_at) values (:agentId, :hash, :at)")
			.param("agentId", agentId)
			.param("hash", hash(secret))
			.param("at", AppointmentStore.sqlTime(this.clock.instant()))
			.update();
		return secret;
	}

	/**
	 * Makes an agent's link useless.
	 * @return whether there was one
	 */
	@Transactional
	boolean revoke(String agentId) {
		return this.jdbc.sql("delete from calendar_link where agent_id = :agentId")
			.param("agentId", agentId)
			.update() == 1;
	}

	/** When an agent's link was made. */
	Optional<Instant> madeAt(String agentId) {
		return this.jdbc.sql("select made_at from calendar_link where agent_id = :agentId")
			.param("agentId", agentId)
			.query((row, index) -> AppointmentStore.instant(row, "made_at"))
			.optional();
	}

	/** Whose calendar a secret opens. */
	Optional<String> agentOf(String secret) {
		return SECRET.matcher(secret).matches()
				? this.jdbc.sql("select agent_id from calendar_link where secret_hash = :hash")
					.param("hash", hash(secret))
					.query(String.class)
					.optional()
				: Optional.empty();
	}

	static String hash(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform knows SHA-256", ex);
		}
	}

}
