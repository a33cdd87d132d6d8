package vn.careflow.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;

import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Makes each guess at a stolen password hash expensive; the engine's own hash is made for
 * speed.
 * <p>
 * BCrypt reads 72 bytes only, and the engine appends its salt to the password: so what
 * BCrypt gets is the SHA-256 digest of both, and no part of a long password is lost.
 */
final class SlowPasswordHash implements PasswordEncryptor {

	private final BCryptPasswordEncoder encoder;

	private final String someHash;

	SlowPasswordHash(int strength) {
		this.encoder = new BCryptPasswordEncoder(strength);
		this.someHash = encrypt("");
	}

	@Override
	public String encrypt(String password) {
		return this.encoder.encode(digest(password));
	}

	@Override
	public boolean check(String password, String hash) {
		return this.encoder.matches(digest(password), hash);
	}

	/**
	 * Takes as long as a check, so that nobody can tell by the time which accounts exist.
	 */
	void pretend(String password) {
		check(password, this.someHash);
	}

	/** Written before each hash, so that it is found again by whoever has to check it. */
	@Override
	public String hashAlgorithmName() {
		return "bcrypt-sha256";
	}

	private static String digest(String password) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
			return Base64.getEncoder().encodeToString(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
