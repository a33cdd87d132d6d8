package vn.careflow.opportunity;

import java.math.BigDecimal;

/**
 * Refuses amounts that cannot be paid: VND has no smaller unit, and nothing is sold for
 * less than nothing.
 */
final class Money {

	private static final int DIGITS = 15;

	private Money() {
	}

	static BigDecimal inWholeVnd(String name, BigDecimal amount) {
		boolean whole = amount.stripTrailingZeros().scale() <= 0;
		if (!whole || amount.signum() < 0 || amount.precision() - amount.scale() > DIGITS) {
			throw new IllegalArgumentException(
					name + " must be whole VND, not negative, of at most " + DIGITS + " digits, but is " + amount);
		}
		return amount.setScale(0);
	}

}
