package vn.careflow.calendar;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The one reader of {@link CareDuration} texts, for rules, settings, REST and models
 * alike.
 */
final class CareDurationParser {

	private static final Duration LONGEST = Duration.ofDays(36_525);

	/**
	 * A length in days, weeks, months or years, ISO or not: none of them says what it
	 * counts.
	 */
	private static final Pattern BARE_DAY = Pattern
		.compile("p(?!t).*|[+-]?\\d+\\s*(d|day|days|w|week|weeks|ngày|tuần|tháng)");

	private CareDurationParser() {
	}

	static CareDuration parse(String text) {
		try {
			return read(text);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("'" + text + "' is no duration: " + ex.getMessage(), ex);
		}
	}

	private static CareDuration read(String text) {
		String lower = text.toLowerCase(Locale.ROOT);
		if (text.isEmpty()) {
			throw new IllegalArgumentException("it is empty");
		}
		if (BARE_DAY.matcher(lower).matches()) {
			throw new IllegalArgumentException("a bare day does not say what it counts; "
					+ "write 1wd (a working day), 8h (business time) or PT24H (wall clock)");
		}
		if (lower.startsWith("-") || lower.contains("-")) {
			throw new IllegalArgumentException("it is negative");
		}
		return readKnown(text);
	}

	private static CareDuration readKnown(String text) {
		Matcher business = CareDuration.BusinessTime.TEXT.matcher(text);
		if (business.matches()) {
			return CareDuration.BusinessTime.of(business);
		}
		Matcher days = CareDuration.WorkingDays.TEXT.matcher(text);
		if (days.matches()) {
			return CareDuration.WorkingDays.of(days);
		}
		if (text.startsWith("PT")) {
			return CareDuration.WallClock.of(text);
		}
		throw new IllegalArgumentException("write it like 30m, 8h, 2wd or PT24H");
	}

	static long number(@Nullable String digits) {
		if (digits == null) {
			return 0;
		}
		if (digits.length() > 9) {
			throw new IllegalArgumentException("it is longer than 100 years");
		}
		return Long.parseLong(digits);
	}

	static void refuseUnlessInRange(Duration amount) {
		if (amount.isNegative()) {
			throw new IllegalArgumentException("it is negative");
		}
		if (amount.isZero()) {
			throw new IllegalArgumentException("it is zero");
		}
		if (amount.compareTo(LONGEST) > 0) {
			throw new IllegalArgumentException("it is longer than 100 years");
		}
	}

}
