package vn.careflow.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * Laws that hold for any calendar, tried on 100,000 random ones
 * ({@code -Dcareflow.laws.calendars} for another number). A failure names its seed:
 * {@code -Dcareflow.laws.seed} tries that one alone.
 */
class BusinessCalendarLawsTests {

	private static final int CALENDARS = Integer.getInteger("careflow.laws.calendars", 100_000);

	private static final long FIRST_SEED = Long.getLong("careflow.laws.seed", 1);

	private static final long LAST_SEED = (Long.getLong("careflow.laws.seed") != null) ? FIRST_SEED : CALENDARS;

	@TestFactory
	Stream<DynamicTest> holdForAnyCalendar() {
		Map<String, AssertionError> broken = new LinkedHashMap<>();
		for (long seed = FIRST_SEED; seed <= LAST_SEED; seed++) {
			tryAll(seed, broken);
		}
		return laws().keySet().stream().map((law) -> DynamicTest.dynamicTest(law, () -> {
			if (broken.containsKey(law)) {
				throw broken.get(law);
			}
		}));
	}

	private static void tryAll(long seed, Map<String, AssertionError> broken) {
		RandomCalendar any = new RandomCalendar(seed);
		laws().forEach((name, law) -> {
			try {
				law.accept(any);
			}
			catch (AssertionError | RuntimeException ex) {
				broken.computeIfAbsent(name,
						(key) -> new AssertionError("With seed " + seed + ", that is -Dcareflow.laws.seed=" + seed
								+ ", broken by " + any + ": " + ex.getMessage(), ex));
			}
		});
	}

	private static Map<String, Consumer<RandomCalendar>> laws() {
		Map<String, Consumer<RandomCalendar>> laws = new LinkedHashMap<>();
		laws.put("between undoes add and subtract", BusinessCalendarLawsTests::betweenUndoesAddAndSubtract);
		laws.put("adding twice is adding the sum", BusinessCalendarLawsTests::addingTwiceIsAddingTheSum);
		laws.put("subtracting twice is subtracting the sum",
				BusinessCalendarLawsTests::subtractingTwiceIsSubtractingTheSum);
		laws.put("a later start never ends earlier", BusinessCalendarLawsTests::aLaterStartNeverEndsEarlier);
		laws.put("a longer time never ends earlier", BusinessCalendarLawsTests::aLongerTimeNeverEndsEarlier);
		laws.put("results never lie outside open time", BusinessCalendarLawsTests::resultsNeverLieOutsideOpenTime);
		laws.put("subtracting mirrors adding", BusinessCalendarLawsTests::subtractingMirrorsAdding);
		laws.put("between adds up and turns round", BusinessCalendarLawsTests::betweenAddsUpAndTurnsRound);
		laws.put("opening and close enclose pure open time",
				BusinessCalendarLawsTests::openingAndCloseEnclosePureOpenTime);
		laws.put("open intervals are the open time, in order",
				BusinessCalendarLawsTests::openIntervalsAreTheOpenTimeInOrder);
		laws.put("slots part the open time", BusinessCalendarLawsTests::slotsPartTheOpenTime);
		laws.put("working days are dates with open time", BusinessCalendarLawsTests::workingDaysAreDatesWithOpenTime);
		laws.put("all is as a counter of minutes says", BusinessCalendarLawsTests::allIsAsACounterOfMinutesSays);
		return laws;
	}

	private static void betweenUndoesAddAndSubtract(RandomCalendar any) {
		BusinessCalendar calendar = any.calendar();
		Instant start = any.anyMoment();
		Duration amount = any.anyAmount();

		assertThat(calendar.between(start, calendar.plusOpenTime(start, amount))).isEqualTo(amount);
		assertThat(calendar.between(calendar.minusOpenTime(start, amount), start)).isEqualTo(amount);
	}

	private static void addingTwiceIsAddingTheSum(RandomCalendar any) {
		BusinessCalendar calendar = any.calendar();
		Instant start = any.anyMoment();
		Duration first = any.anyAmount();
		Duration second = any.anyAmount();
		int days = 1 + any.random().nextInt(5);

		assertThat(calendar.plusOpenTime(calendar.plusOpenTime(start, first), second))
			.isEqualTo(calendar.plusOpenTime(start, first.plus(second)));
		assertThat(calendar.add(calendar.add(start, workingDays(days)), workingDays(2)))
			.isEqualTo(calendar.add(start, workingDays(days + 2)));
	}

	private static void subtractingTwiceIsSubtractingTheSum(RandomCalendar any) {
		BusinessCalendar calendar = any.calendar();
		Instant end = any.anyMoment();
		Duration first = any.anyAmount();
		Duration second = any.anyAmount();
		int days = 1 + any.random().nextInt(5);

		assertThat(calendar.minusOpenTime(calendar.minusOpenTime(end, first), second))
			.isEqualTo(calendar.minusOpenTime(end, first.plus(second)));
		assertThat(calendar.subtract(calendar.subtract(end, workingDays(days)), workingDays(2)))
			.isEqualTo(calendar.subtract(end, workingDays(days + 2)));
	}

	private static void aLaterStartNeverEndsEarlier(RandomCalendar any) {
		BusinessCalendar calendar = any.calendar();
		Instant start = any.anyMoment();
		Instant later = start.plusSeconds(any.random().nextInt(400_000));
		Duration amount = any.anyAmount();
		CareDuration days = workingDays(1 + any.random().nextInt(9));

		assertThat(calendar.plusOpenTime(later, amount)).isAfterOrEqualTo(calendar.plusOpenTime(start, amount));
		assertThat(calendar.minusOpenTime(later, amount)).isAfterOrEqualTo(calendar.minusOpenTime(start, amount));
		assertThat(calendar.add(later, days)).isAfterOrEqualTo(calendar.add(start, days));
		assertThat(calendar.subtract(later, days)).isAfterOrEqualTo(calendar.subtract(start, days));
	}

	private static void aLongerTimeNeverEndsEarlier(RandomCalendar any) {
		BusinessCalendar calendar = any.calendar();
		Instant start = any.anyMoment();
		Duration amount = any.anyAmount();
		Duration longer = amount.plusNanos(1);

		assertThat(calendar.plusOpenTime(start, longer)).isAfter(calendar.plusOpenTime(start, amount));
		assertThat(calendar.minusOpenTime(start, longer)).isBefore(calendar.minusOpenTime(start, amount));
		assertThat(calendar.add(start, workingDays(4))).isAfter(calendar.add(start, workingDays(3)));
		assertThat(calendar.subtract(start, workingDays(4))).isBefore(calendar.subtract(start, workingDays(3)));
	}

	private static void resultsNeverLieOutsideOpenTime(RandomCalendar any) {
		BusinessCalendar calendar = any.calendar();
		Instant start = any.anyMoment();
		Duration amount = any.anyAmount();
		CareDuration days = workingDays(1 + any.random().nextInt(4));

		assertThat(calendar.isOpen(calendar.plusOpenTime(start, amount).minusNanos(1))).isTrue();
		assertThat(calendar.isOpen(calendar.minusOpenTime(start, amount))).isTrue();
		assertThat(calendar.isOpen(calendar.add(start, days).minusNanos(1))).isTrue();
		assertThat(calendar.isOpen(calendar.subtract(start, days))).isTrue();
	}

	/**
	 * Back from a deadline is where open time began to count, and the other way round.
	 */
	private static void subtractingMirrorsAdding(RandomCalendar any) {
		BusinessCalendar calendar = any.calendar();
		Instant moment = any.anyMoment();
		Duration amount = any.anyAmount();

		assertThat(calendar.minusOpenTime(calendar.plusOpenTime(moment, amount), amount))
			.isEqualTo(calendar.nextOpen(moment));
		assertThat(calendar.plusOpenTime(calendar.minusOpenTime(moment, amount), amount))
			.isEqualTo(calendar.lastOpenBefore(moment));
	}

	private static void betweenAddsUpAndTurnsRound(RandomCalendar any) {
		BusinessCalendar calendar = any.calendar();
		Instant a = any.anyMoment();
		Instant b = any.anyMoment();
		Instant c = any.anyMoment();

		assertThat(calendar.between(a, b).plus(calendar.between(b, c))).isEqualTo(calendar.between(a, c));
		assertThat(calendar.between(b, a)).isEqualTo(calendar.between(a, b).negated());
		assertThat(calendar.between(a, b).abs()).isLessThanOrEqualTo(Duration.between(a, b).abs());
	}

	private static void openingAndCloseEnclosePureOpenTime(RandomCalendar any) {
		BusinessCalendar calendar = any.calendar();
		Instant start = any.anyMoment();
		Instant open = calendar.nextOpen(start);

		assertThat(calendar.isOpen(open)).isTrue();
		assertThat(calendar.between(start, open)).isZero();
		calendar.nextClose(start).ifPresent((close) -> {
			assertThat(calendar.between(open, close)).isEqualTo(Duration.between(open, close)).isPositive();
			assertThat(calendar.isOpen(close)).isFalse();
			assertThat(calendar.lastOpenBefore(close)).isEqualTo(close);
		});
	}

	/** Each is as long as it can be, nothing open lies between them or is left out. */
	private static void openIntervalsAreTheOpenTimeInOrder(RandomCalendar any) {
		BusinessCalendar calendar = any.calendar();
		Instant from = any.anyMoment();
		Instant to = from.plusSeconds(any.random().nextInt(10 * 86_400));
		Instant end = from;
		Duration sum = Duration.ZERO;
		for (OpenInterval interval : calendar.openIntervals(from, to).toList()) {
			assertThat(interval.from()).isEqualTo(calendar.nextOpen(end)).isBetween(from, to);
			assertThat(interval.to()).isBeforeOrEqualTo(to);
			assertThat(calendar.between(interval.from(), interval.to())).isEqualTo(interval.length());
			assertThat(interval.to().equals(to) || !calendar.isOpen(interval.to())).isTrue();
			sum = sum.plus(interval.length());
			end = interval.to();
		}

		assertThat(sum).isEqualTo(calendar.between(from, to));
		assertThat(calendar.openIntervals(to, from)).isEmpty();
	}

	/**
	 * Slots that follow one another, and the rest of each open interval that is too short
	 * for one more, are exactly the open time.
	 */
	private static void slotsPartTheOpenTime(RandomCalendar any) {
		BusinessCalendar calendar = any.calendar();
		Instant from = any.anyMoment();
		Instant to = from.plusSeconds(any.random().nextInt(5 * 86_400));
		Duration length = Duration.ofMinutes(15 + any.random().nextInt(300));
		Iterator<OpenInterval> slots = calendar.slots(from, to, length).iterator();
		for (OpenInterval open : calendar.openIntervals(from, to).toList()) {
			Instant free = open.from();
			while (!free.plus(length).isAfter(open.to())) {
				assertThat(slots.next()).isEqualTo(new OpenInterval(free, free.plus(length)));
				free = free.plus(length);
			}
		}

		assertThat(slots.hasNext()).isFalse();
		assertThat(calendar.slots(from, to, length, length.dividedBy(3)).toList())
			.containsAll(calendar.slots(from, to, length).toList())
			.allMatch((slot) -> calendar.between(slot.from(), slot.to()).equals(length));
	}

	private static void workingDaysAreDatesWithOpenTime(RandomCalendar any) {
		BusinessCalendar calendar = any.calendar();
		Instant start = any.anyMoment();
		int days = 1 + any.random().nextInt(6);
		LocalDate date = start.minusNanos(1).atZone(calendar.zone()).toLocalDate();
		for (int found = 0; found < days;) {
			date = date.plusDays(1);
			found += openTimeOn(date, calendar).isZero() ? 0 : 1;
		}

		assertThat(calendar.add(start, workingDays(days)))
			.isEqualTo(calendar.lastOpenBefore(startOf(date.plusDays(1), calendar.zone())));
	}

	/**
	 * Some hours, seldom a week, in which each minute is looked at and any question is
	 * answered by counting.
	 */
	private static void allIsAsACounterOfMinutesSays(RandomCalendar any) {
		Random random = any.random();
		Instant start = any.anyMinute();
		int minutes = (random.nextInt(200) == 0) ? 10_080 : 60 + random.nextInt(300);
		CountedTime counted = new CountedTime(any.calendar(), start, any.counter().look(start, minutes));

		counted.compareIsOpen(random);
		for (int i = 0; i < 3; i++) {
			counted.compareBetween(random);
			counted.compareAddAndSubtract(random);
			counted.compareNextOpenAndClose(random);
		}
		counted.compareOpenIntervals();
	}

	private static Duration openTimeOn(LocalDate date, BusinessCalendar calendar) {
		return calendar.between(startOf(date, calendar.zone()), startOf(date.plusDays(1), calendar.zone()));
	}

	private static Instant startOf(LocalDate date, ZoneId zone) {
		return date.atStartOfDay(zone).toInstant();
	}

	private static CareDuration workingDays(int days) {
		return new CareDuration.WorkingDays(days);
	}

	/**
	 * A stretch of time that was looked at minute by minute, and the calendar that it is
	 * compared with.
	 */
	private static final class CountedTime {

		private final BusinessCalendar calendar;

		private final Instant start;

		private final boolean[] open;

		/** Open minutes before each minute. */
		private final int[] before;

		private CountedTime(BusinessCalendar calendar, Instant start, boolean[] open) {
			this.calendar = calendar;
			this.start = start;
			this.open = open;
			this.before = new int[open.length + 1];
			for (int i = 0; i < open.length; i++) {
				this.before[i + 1] = this.before[i] + (open[i] ? 1 : 0);
			}
		}

		void compareIsOpen(Random random) {
			for (int i = 0; i < this.open.length; i++) {
				Instant moment = minute(i).plusNanos(random.nextInt());
				int minute = (int) Math.floorDiv(Duration.between(this.start, moment).toNanos(), 60_000_000_000L);
				if (minute >= 0 && this.calendar.isOpen(moment) != this.open[minute]) {
					fail("Counted %s as %s", moment, this.open[minute] ? "open" : "closed");
				}
			}
		}

		void compareBetween(Random random) {
			int from = random.nextInt(this.before.length);
			int to = random.nextInt(this.before.length);

			assertThat(this.calendar.between(minute(from), minute(to)))
				.isEqualTo(Duration.ofMinutes(this.before[to] - this.before[from]));
		}

		void compareAddAndSubtract(Random random) {
			int from = random.nextInt(this.open.length);
			int left = this.before[this.open.length] - this.before[from];
			if (left > 0) {
				int wanted = 1 + random.nextInt(left);
				int end = from;
				while (this.before[end] - this.before[from] < wanted) {
					end++;
				}
				int latest = end;
				while (this.before[end] - this.before[latest] < wanted) {
					latest--;
				}
				Duration amount = Duration.ofMinutes(wanted);

				assertThat(this.calendar.plusOpenTime(minute(from), amount)).isEqualTo(minute(end));
				assertThat(this.calendar.minusOpenTime(minute(end), amount)).isEqualTo(minute(latest));
			}
		}

		void compareNextOpenAndClose(Random random) {
			int from = random.nextInt(this.open.length);
			int opening = next(from, true);
			int close = next(opening, false);
			if (opening < this.open.length) {
				assertThat(this.calendar.nextOpen(minute(from))).isEqualTo(minute(opening));
			}
			if (close < this.open.length) {
				assertThat(this.calendar.nextClose(minute(from))).contains(minute(close));
			}
		}

		void compareOpenIntervals() {
			List<OpenInterval> expected = new ArrayList<>();
			int opening = next(0, true);
			while (opening < this.open.length) {
				int close = next(opening, false);
				expected.add(new OpenInterval(minute(opening), minute(close)));
				opening = next(close, true);
			}

			assertThat(this.calendar.openIntervals(this.start, minute(this.open.length)).toList()).isEqualTo(expected);
		}

		private int next(int from, boolean wanted) {
			int minute = from;
			while (minute < this.open.length && this.open[minute] != wanted) {
				minute++;
			}
			return minute;
		}

		private Instant minute(int number) {
			return this.start.plusSeconds(number * 60L);
		}

	}

}
