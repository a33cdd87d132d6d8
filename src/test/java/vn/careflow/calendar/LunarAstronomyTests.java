package vn.careflow.calendar;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class LunarAstronomyTests {

	/**
	 * Meeus, Astronomical Algorithms, example 49.a: 18 February 1977, 3:37:42 in
	 * dynamical time.
	 */
	@Test
	void findsTheNewMoonOfTheBooksExample() {
		assertThat(LunarAstronomy.newMoon(954)).isCloseTo(2_443_192.65118, within(0.00001));
		assertThat(LunarAstronomy.newMoonDay(954)).isEqualTo(2_443_193);
	}

}
