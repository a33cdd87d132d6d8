package vn.careflow.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time that says what it counts, because "one day" means eight hours to one
 * reader, twenty-four to a second and the next working day to a third.
 * <table>
 * <caption>The three kinds and how they are written</caption>
 * <tr>
 * <td>{@code 30m}, {@code 8h}, {@code 1h30m}</td>
 * <td>open time of a calendar</td>
 * </tr>
 * <tr>
 * <td>{@code 2wd}</td>
 * <td>working days of a calendar</td>
 * </tr>
 * <tr>
 * <td>{@code PT24H}, {@code PT90M}</td>
 * <td>wall-clock time, ISO 8601</td>
 * </tr>
 * </table>
 * A duration is longer than zero and at most 100 years. {@code parse(d.toString())}
 * equals {@code d}.
 *
 * @see BusinessCalendar#add(java.time.Instant, CareDuration)
 */
public sealed interface CareDuration {

	/**
	 * Reads a duration.
	 * @param text as in the table above, without blanks
	 * @return the duration
	 * @throws IllegalArgumentException with the reason, when the text is no such
	 * duration: a bare day, a negative, empty or overflowing length, or anything else
	 */
	static CareDuration parse(String text) {
		return CareDurationParser.parse(text);
	}

	/**
	 * The same as {@link #parse(String)}, by the name under which settings, JSON and
	 * request parameters look for a way to read a text.
	 * @param text as in the table above, without blanks
	 * @return the duration
	 * @throws IllegalArgumentException with the reason, when the text is no such duration
	 */
	static CareDuration valueOf(String text) {
		return parse(text);
	}

	/**
	 * So much open time of a calendar.
	 *
	 * @param amount whole minutes
	 */
	record BusinessTime(Duration amount) implements CareDuration {

		static final Pattern TEXT = Pattern.compile("(?:(\\d+)h)?(?:(\\d+)m)?");

		public BusinessTime {
			CareDurationParser.refuseUnlessInRange(amount);
			if (amount.toSeconds() % 60 != 0 || amount.getNano() != 0) {
				throw new IllegalArgumentException("Business time counts whole minutes, not " + amount);
			}
		}

		static BusinessTime of(Matcher text) {
			long hours = CareDurationParser.number(text.group(1));
			long minutes = CareDurationParser.number(text.group(2));
			return new BusinessTime(Duration.ofHours(hours).plusMinutes(minutes));
		}

		@Override
		public String toString() {
			return (this.amount.toMinutes() % 60 == 0) ? this.amount.toHours() + "h" : this.amount.toMinutes() + "m";
		}

	}

	/**
	 * So many working days of a calendar. As Vietnamese law counts days (Civil Code 2015,
	 * articles 147 and 148), the day on which it begins does not count, and it ends with
	 * the last counted day.
	 *
	 * @param days at least one
	 */
	record WorkingDays(int days) implements CareDuration {

		static final Pattern TEXT = Pattern.compile("(\\d+)wd");

		private static final int MOST = 36_500;

		public WorkingDays {
			if (days < 1 || days > MOST) {
				throw new IllegalArgumentException("Working days are at least 1 and at most " + MOST + ", not " + days);
			}
		}

		static WorkingDays of(Matcher text) {
			return new WorkingDays((int) Math.min(CareDurationParser.number(text.group(1)), MOST + 1L));
		}

		@Override
		public String toString() {
			return this.days + "wd";
		}

	}

	/**
	 * So much time by the clock on the wall, at night and on holidays too.
	 *
	 * @param amount at least one nanosecond
	 */
	record WallClock(Duration amount) implements CareDuration {

		public WallClock {
			CareDurationParser.refuseUnlessInRange(amount);
		}

		static WallClock of(String text) {
			try {
				return new WallClock(Duration.parse(text));
			}
			catch (DateTimeException | ArithmeticException ex) {
				throw new IllegalArgumentException("ISO 8601 does not know it, or it overflows", ex);
			}
		}

		@Override
		public String toString() {
			return this.amount.toString();
		}

	}

}
