package vn.careflow.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A calendar that chance has made, with its own record of what it was made of. The same
 * seed makes the same calendar.
 */
final class RandomCalendar {

	/**
	 * Summer time in both hemispheres, one of half an hour, changes at midnight, a date
	 * that was left out (30 December 2011 in Apia), a change of standard time (Saigon,
	 * 1975), and none.
	 */
	private static final List<ZoneId> ZONES = List.of(ZoneId.of("Asia/Ho_Chi_Minh"), ZoneId.of("Europe/Berlin"),
			ZoneId.of("America/New_York"), ZoneId.of("Australia/Lord_Howe"), ZoneId.of("Pacific/Apia"),
			ZoneId.of("America/Sao_Paulo"), ZoneId.of("America/Havana"), ZoneId.of("UTC"));

	private final Random random;

	private final ZoneId zone;

	private final Map<DayOfWeek, List<TimeRange>> week = new EnumMap<>(DayOfWeek.class);

	private final Map<LocalDate, List<TimeRange>> exceptions = new HashMap<>();

	private final boolean vietnameseHolidays;

	private final Map<Integer, Set<LocalDate>> holidays = new HashMap<>();

	/** Where the questions to this calendar lie around. */
	private final Instant home;

	private final BusinessCalendar calendar;

	RandomCalendar(long seed) {
		this.random = new Random(seed * 0x9E3779B97F4A7C15L);
		this.zone = ZONES.get(this.random.nextInt(ZONES.size()));
		this.home = this.random.nextBoolean() ? nearAChangeOfTheClock() : anyInstant(1950, 2190);
		this.vietnameseHolidays = this.random.nextInt(3) == 0;
		makeWeek();
		makeExceptions();
		this.calendar = build();
	}

	BusinessCalendar calendar() {
		return this.calendar;
	}

	Random random() {
		return this.random;
	}

	/** Counts by the record, not by the calendar. */
	MinuteCounter counter() {
		return new MinuteCounter(this.zone, this::hoursOn);
	}

	/** A moment near home, to the nanosecond or on a minute, seldom years away. */
	Instant anyMoment() {
		int days = (this.random.nextInt(50) == 0) ? 1_800 : 30;
		Instant moment = this.home.plusSeconds(this.random.nextInt(2 * days * 86_400) - days * 86_400L)
			.plusNanos(this.random.nextInt());
		return this.random.nextBoolean() ? moment : moment.truncatedTo(ChronoUnit.MINUTES);
	}

	/** A minute within three days of home. */
	Instant anyMinute() {
		return this.home.plusSeconds(this.random.nextInt(6 * 86_400) - 3 * 86_400L).truncatedTo(ChronoUnit.MINUTES);
	}

	/** Up to a month of this calendar's open time, seldom up to three years of it. */
	Duration anyAmount() {
		int weeks = (this.random.nextInt(50) == 0) ? 150 : 4;
		long most = weeks * this.week.values()
			.stream()
			.flatMap(List::stream)
			.mapToLong((range) -> range.endNanos() - range.startNanos())
			.sum();
		long nanos = 1 + (long) (this.random.nextDouble() * most);
		return Duration.ofNanos(this.random.nextBoolean() ? nanos : nanos / 60_000_000_000L * 60_000_000_000L + 1);
	}

	private List<TimeRange> hoursOn(LocalDate date) {
		List<TimeRange> exception = this.exceptions.get(date);
		if (exception != null) {
			return exception;
		}
		return isHoliday(date) ? List.of() : this.week.getOrDefault(date.getDayOfWeek(), List.of());
	}

	private boolean isHoliday(LocalDate date) {
		return this.vietnameseHolidays
				&& this.holidays.computeIfAbsent(date.getYear(), this::holidaysIn).contains(date);
	}

	private Set<LocalDate> holidaysIn(int year) {
		Set<DayOfWeek> rest = EnumSet.allOf(DayOfWeek.class);
		rest.removeAll(this.week.keySet());
		Set<LocalDate> dates = new HashSet<>();
		VietnameseHolidays.in(year, rest).forEach((holiday) -> dates.add(holiday.date()));
		return dates;
	}

	private BusinessCalendar build() {
		BusinessCalendar.Builder builder = BusinessCalendar.named("any", this.zone);
		this.week.forEach((day, ranges) -> ranges.forEach((range) -> builder.open(day, range)));
		this.exceptions.forEach((date, ranges) -> builder.except(new CalendarDay(date, "exception", ranges)));
		return (this.vietnameseHolidays ? builder.closedOnVietnameseHolidays() : builder).build();
	}

	private void makeWeek() {
		DayOfWeek oneAtLeast = DayOfWeek.of(1 + this.random.nextInt(7));
		boolean always = this.random.nextInt(100) == 0;
		for (DayOfWeek day : DayOfWeek.values()) {
			if (always) {
				this.week.put(day, List.of(TimeRange.WHOLE_DAY));
			}
			else if (day == oneAtLeast || this.random.nextInt(4) > 0) {
				this.week.put(day, anyHours());
			}
		}
	}

	/** Mostly some around home, seldom four hundred in ten years. */
	private void makeExceptions() {
		boolean many = this.random.nextInt(200) == 0;
		int days = many ? 1_800 : 60;
		LocalDate around = this.home.atZone(this.zone).toLocalDate();
		for (int i = many ? 400 : this.random.nextInt(20); i > 0; i--) {
			this.exceptions.put(around.plusDays(this.random.nextInt(2 * days) - days),
					this.random.nextBoolean() ? List.of() : anyHours());
		}
	}

	/** One to four ranges, to the minute, sometimes touching, sometimes up to 24:00. */
	private List<TimeRange> anyHours() {
		List<TimeRange> ranges = new ArrayList<>();
		int minute = (this.random.nextInt(4) == 0) ? 0 : this.random.nextInt(1_200);
		for (int i = this.random.nextInt(4); i >= 0 && minute < 1_439; i--) {
			int end = (this.random.nextInt(5) == 0) ? 1_440 : Math.min(1_440, minute + 1 + this.random.nextInt(500));
			ranges.add(new TimeRange(timeOf(minute), timeOf(end)));
			minute = end + (this.random.nextBoolean() ? 0 : this.random.nextInt(200));
		}
		return ranges;
	}

	private static LocalTime timeOf(int minute) {
		return LocalTime.ofSecondOfDay((minute % 1_440) * 60L);
	}

	private Instant nearAChangeOfTheClock() {
		Instant any = this.random.nextBoolean() ? anyInstant(2005, 2035) : anyInstant(1950, 2100);
		ZoneOffsetTransition change = this.zone.getRules().nextTransition(any);
		return (change != null) ? change.getInstant().plusSeconds(this.random.nextInt(172_800) - 86_400) : any;
	}

	private Instant anyInstant(int fromYear, int toYear) {
		long from = LocalDate.of(fromYear, 1, 1).toEpochDay() * 86_400;
		long to = LocalDate.of(toYear, 1, 1).toEpochDay() * 86_400;
		return Instant.ofEpochSecond(from + (long) (this.random.nextDouble() * (to - from)));
	}

	@Override
	public String toString() {
		return this.zone + " around " + this.home + ", week " + this.week + ", exceptions " + this.exceptions
				+ (this.vietnameseHolidays ? ", closed on Vietnamese holidays" : "");
	}

}
