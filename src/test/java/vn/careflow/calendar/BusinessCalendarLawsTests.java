package vn.careflow.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Laws that hold for any calendar, tried on random ones. A failure names its seed: run
 * that one alone by giving it to {@link #forAnyCalendar}.
 */
class BusinessCalendarLawsTests {

	private static final int CALENDARS = 2_000;

	private static final List<ZoneId> ZONES = List.of(ZoneId.of("Asia/Ho_Chi_Minh"), ZoneId.of("Europe/Berlin"),
			ZoneId.of("America/New_York"), ZoneId.of("Australia/Lord_Howe"), ZoneId.of("UTC"));

	@Test
	void betweenUndoesAdd() {
		forAnyCalendar(CALENDARS, (calendar, random) -> {
			Instant start = anyMoment(random);
			Duration amount = anyAmount(random);

			assertThat(calendar.between(start, calendar.plusOpenTime(start, amount))).isEqualTo(amount);
			assertThat(calendar.between(calendar.minusOpenTime(start, amount), start)).isEqualTo(amount);
		});
	}

	@Test
	void addingTwiceIsAddingTheSum() {
		forAnyCalendar(CALENDARS, (calendar, random) -> {
			Instant start = anyMoment(random);
			Duration first = anyAmount(random);
			Duration second = anyAmount(random);
			int days = 1 + random.nextInt(5);

			assertThat(calendar.plusOpenTime(calendar.plusOpenTime(start, first), second))
				.isEqualTo(calendar.plusOpenTime(start, first.plus(second)));
			assertThat(calendar.add(calendar.add(start, new CareDuration.WorkingDays(days)),
					new CareDuration.WorkingDays(2)))
				.isEqualTo(calendar.add(start, new CareDuration.WorkingDays(days + 2)));
		});
	}

	@Test
	void laterStartsNeverEndEarlier() {
		forAnyCalendar(CALENDARS, (calendar, random) -> {
			Instant start = anyMoment(random);
			Instant later = start.plusSeconds(random.nextInt(400_000));
			CareDuration days = new CareDuration.WorkingDays(1 + random.nextInt(9));
			Duration amount = anyAmount(random);

			assertThat(calendar.plusOpenTime(later, amount)).isAfterOrEqualTo(calendar.plusOpenTime(start, amount));
			assertThat(calendar.minusOpenTime(later, amount)).isAfterOrEqualTo(calendar.minusOpenTime(start, amount));
			assertThat(calendar.add(later, days)).isAfterOrEqualTo(calendar.add(start, days));
			assertThat(calendar.subtract(later, days)).isAfterOrEqualTo(calendar.subtract(start, days));
		});
	}

	@Test
	void deadlinesLieInOpenTimeOrAtItsEnd() {
		forAnyCalendar(CALENDARS, (calendar, random) -> {
			Instant start = anyMoment(random);
			Instant deadline = calendar.plusOpenTime(start, anyAmount(random));
			Instant afterDays = calendar.add(start, new CareDuration.WorkingDays(3));

			assertThat(calendar.isOpen(deadline.minusNanos(1))).isTrue();
			assertThat(calendar.isOpen(afterDays.minusNanos(1))).isTrue();
			assertThat(calendar.isOpen(afterDays)).isFalse();
		});
	}

	@Test
	void openingAndCloseEnclosePureOpenTime() {
		forAnyCalendar(CALENDARS, (calendar, random) -> {
			Instant start = anyMoment(random);
			Instant open = calendar.nextOpen(start);
			Instant close = calendar.nextClose(start).orElseThrow();

			assertThat(calendar.isOpen(open)).isTrue();
			assertThat(calendar.between(start, open)).isZero();
			assertThat(calendar.between(open, close)).isEqualTo(Duration.between(open, close)).isPositive();
			assertThat(calendar.isOpen(close)).isFalse();
			assertThat(calendar.lastOpenBefore(close)).isEqualTo(close);
		});
	}

	@Test
	void betweenIsAdditiveAndAntisymmetric() {
		forAnyCalendar(CALENDARS, (calendar, random) -> {
			Instant a = anyMoment(random);
			Instant b = anyMoment(random);
			Instant c = anyMoment(random);

			assertThat(calendar.between(a, b).plus(calendar.between(b, c))).isEqualTo(calendar.between(a, c));
			assertThat(calendar.between(b, a)).isEqualTo(calendar.between(a, b).negated());
		});
	}

	@Test
	void countsTheSameMinutesAsACounterThatLooksAtEachMinute() {
		forAnyCalendar(200, (calendar, random) -> {
			Instant start = anyMoment(random).truncatedTo(ChronoUnit.MINUTES);
			Instant end = start;
			int minutes = 0;
			for (int i = 0; i < 10_000; i++) {
				minutes += isOpenMinute(calendar, end) ? 1 : 0;
				end = end.plusSeconds(60);
			}

			assertThat(calendar.between(start, end)).isEqualTo(Duration.ofMinutes(minutes));
		});
	}

	@Test
	void isOpenExactlyWhenTheLocalTimeLiesInTheHoursOfTheDate() {
		forAnyCalendar(200, (calendar, random) -> {
			Instant moment = anyMoment(random);
			for (int i = 0; i < 1_000; i++) {
				moment = moment.plusSeconds(random.nextInt(3_000));

				assertThat(calendar.isOpen(moment)).isEqualTo(isOpenMinute(calendar, moment));
			}
		});
	}

	private static boolean isOpenMinute(BusinessCalendar calendar, Instant minute) {
		ZonedDateTime local = minute.atZone(calendar.zone());
		return calendar.hoursOn(local.toLocalDate()).stream().anyMatch((range) -> range.contains(local.toLocalTime()));
	}

	private static void forAnyCalendar(int count, BiConsumer<BusinessCalendar, Random> law) {
		for (long seed = 1; seed <= count; seed++) {
			Random random = new Random(seed);
			try {
				law.accept(anyCalendar(random), random);
			}
			catch (AssertionError | RuntimeException ex) {
				throw new AssertionError("With seed " + seed + ": " + ex.getMessage(), ex);
			}
		}
	}

	private static BusinessCalendar anyCalendar(Random random) {
		BusinessCalendar.Builder builder = BusinessCalendar.named("any", ZONES.get(random.nextInt(ZONES.size())));
		for (DayOfWeek day : DayOfWeek.values()) {
			if (day == DayOfWeek.TUESDAY || random.nextInt(4) > 0) {
				anyHours(random).forEach((range) -> builder.open(day, range));
			}
		}
		for (int i = random.nextInt(20); i > 0; i--) {
			LocalDate date = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(1_000));
			builder.except(random.nextBoolean() ? CalendarDay.closed(date, "closed")
					: new CalendarDay(date, "changed", anyHours(random)));
		}
		if (random.nextBoolean()) {
			builder.closedOnVietnameseHolidays();
		}
		return builder.build();
	}

	/**
	 * One to three ranges, to the minute, sometimes touching, sometimes up to midnight.
	 */
	private static List<TimeRange> anyHours(Random random) {
		List<TimeRange> ranges = new ArrayList<>();
		int minute = random.nextInt(600);
		for (int i = random.nextInt(3); i >= 0 && minute < 1_439; i--) {
			int end = Math.min(1_440, minute + 1 + random.nextInt(500));
			ranges.add(new TimeRange(timeOf(minute), timeOf(end)));
			minute = end + (random.nextBoolean() ? 0 : random.nextInt(200));
		}
		return ranges;
	}

	private static LocalTime timeOf(int minute) {
		return LocalTime.ofSecondOfDay((minute % 1_440) * 60L);
	}

	private static Instant anyMoment(Random random) {
		return Instant.parse("2026-01-01T00:00:00Z")
			.plusSeconds(random.nextInt(90_000_000))
			.plusNanos(random.nextInt());
	}

	private static Duration anyAmount(Random random) {
		return Duration.ofSeconds(1 + random.nextInt((random.nextInt(10) == 0) ? 100_000_000 : 300_000));
	}

}
