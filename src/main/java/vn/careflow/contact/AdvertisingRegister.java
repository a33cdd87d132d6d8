package vn.careflow.contact;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The numbers whose owners forbid advertising (Decree 91/2020/ND-CP, article 7).
 * <p>
 * Most belong to people who are no customers of ours, and nobody ever needs to read them:
 * they are kept as hashes under a key of this installation (HMAC-SHA-256), which is made
 * when the first number arrives. Whoever has a copy of this table alone cannot find the
 * numbers by trying all there are; whoever has the whole database can.
 */
@Component
class AdvertisingRegister {

	private static final String ALGORITHM = "HmacSHA256";

	private static final int KEY_BYTES = 32;

	private final JdbcClient jdbc;

	private volatile @Nullable SecretKeySpec key;

	AdvertisingRegister(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Whether advertising to a number is forbidden.
	 * @param number in E.164
	 */
	boolean lists(String number) {
		SecretKeySpec known = key();
		return known != null && this.jdbc
			.sql("select count(*) from advertising_register where number_hash = :hash and delisted_on is null")
			.param("hash", hash(number, known))
			.query(Integer.class)
			.single() > 0;
	}

	/**
	 * Puts a number on the register.
	 * @return false when it is on it already
	 */
	boolean add(String number, LocalDate day, UUID importId) {
		String hash = hash(number, Objects.requireNonNull(key(), "The register has no key yet"));
		return this.jdbc.sql("""
				insert into advertising_register (number_hash, listed_on, import_id)
				select cast(:hash as varchar(64)), cast(:day as date), cast(:importId as uuid)
				where not exists (select 1 from advertising_register where number_hash = :hash
					and (delisted_on is null or listed_on = :day))""")
			.param("hash", hash)
			.param("day", day)
			.param("importId", importId)
			.update() == 1 || listAgain(hash, day);
	}

	/** For who left the register and came back to it on one day. */
	private boolean listAgain(String hash, LocalDate day) {
		return this.jdbc.sql("""
				update advertising_register set delisted_on = null
				where number_hash = :hash and listed_on = :day and delisted_on is not null""")
			.param("hash", hash)
			.param("day", day)
			.update() == 1;
	}

	/**
	 * Takes a number off the register; that it was on it is kept.
	 * @return false when it is not on it
	 */
	boolean remove(String number, LocalDate day) {
		SecretKeySpec known = key();
		return known != null && this.jdbc
			.sql("update advertising_register set delisted_on = :day where number_hash = :hash and delisted_on is null")
			.param("day", day)
			.param("hash", hash(number, known))
			.update() > 0;
	}

	long size() {
		return this.jdbc.sql("select count(*) from advertising_register where delisted_on is null")
			.query(Long.class)
			.single();
	}

	/** The key; null while no number was ever listed. */
	private @Nullable SecretKeySpec key() {
		SecretKeySpec known = this.key;
		if (known == null) {
			known = this.jdbc.sql("select secret from advertising_register_key where id = 1")
				.query(String.class)
				.optional()
				.map((secret) -> new SecretKeySpec(HexFormat.of().parseHex(secret), ALGORITHM))
				.orElse(null);
			this.key = known;
		}
		return known;
	}

	/** Makes the key before the first number is listed, unless it is there. */
	void prepare() {
		byte[] secret = new byte[KEY_BYTES];
		new SecureRandom().nextBytes(secret);
		this.jdbc.sql("""
				insert into advertising_register_key (id, secret)
				select 1, cast(:secret as varchar(64))
				where not exists (select 1 from advertising_register_key)""")
			.param("secret", HexFormat.of().formatHex(secret))
			.update();
	}

	private static String hash(String number, SecretKeySpec key) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(key);
			return HexFormat.of().formatHex(mac.doFinal(number.getBytes(StandardCharsets.US_ASCII)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("This Java has no " + ALGORITHM, ex);
		}
	}

}
