package vn.careflow.security;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SlowPasswordHashTests {

	private final SlowPasswordHash hash = new SlowPasswordHash(4);

	@Test
	void knowsThePasswordAgain() {
		assertThat(this.hash.check("trời xanh", this.hash.encrypt("trời xanh"))).isTrue();
		assertThat(this.hash.check("trời xám", this.hash.encrypt("trời xanh"))).isFalse();
	}

	@Test
	void countsEveryCharacterOfALongPassword() {
		String long1 = "x".repeat(100) + "1";
		String long2 = "x".repeat(100) + "2";

		assertThat(this.hash.check(long2, this.hash.encrypt(long1))).isFalse();
	}

	@Test
	void keepsTheCostInTheHashSoThatItCanBeRaisedLater() {
		assertThat(this.hash.encrypt("x")).startsWith("$2a$04$");
		assertThat(new SlowPasswordHash(5).check("x", this.hash.encrypt("x"))).isTrue();
	}

}
