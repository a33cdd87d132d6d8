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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.jspecify.annotations.Nullable;

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

	private static final long MINUTE = 60_000_000_000L;

	private final Random random;

	private final ZoneId zone;

	/** Where the questions to this calendar lie around. */
	private final Instant home;

	/** Opens and closes many times a day. */
	private final boolean restless;

	private final Layer own;

	private final BusinessCalendar calendar;

	private final Map<Integer, Set<LocalDate>> holidays = new HashMap<>();

	RandomCalendar(long seed) {
		this.random = new Random(seed * 0x9E3779B97F4A7C15L);
		this.zone = ZONES.get(this.random.nextInt(ZONES.size()));
		this.home = this.random.nextBoolean() ? nearAChangeOfTheClock() : anyInstant(1950, 2190);
		this.restless = this.random.nextInt(100) == 0;
		Layer ancestor = null;
		while (this.random.nextInt(4) == 0) {
			ancestor = anyLayer(ancestor);
		}
		this.own = anyLayer(ancestor);
		this.calendar = this.own.calendarIn(this.zone);
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
		long nanos = 1 + (long) (this.random.nextDouble() * weeks * this.own.leastInAWeek());
		return Duration.ofNanos(this.random.nextBoolean() ? nanos : nanos / MINUTE * MINUTE + MINUTE);
	}

	private List<TimeRange> hoursOn(LocalDate date) {
		List<TimeRange> exception = this.own.exceptionOn(date);
		if (exception != null) {
			return exception;
		}
		return isHoliday(date) ? List.of() : this.own.weeklyHoursOn(date);
	}

	private boolean isHoliday(LocalDate date) {
		Layer keeper = this.own.keeperOfHolidays();
		return keeper != null
				&& this.holidays.computeIfAbsent(date.getYear(), (year) -> holidaysIn(year, keeper)).contains(date);
	}

	private static Set<LocalDate> holidaysIn(int year, Layer keeper) {
		Set<LocalDate> dates = new HashSet<>();
		VietnameseHolidays.in(year, (date) -> keeper.weeklyHoursOn(date).isEmpty())
			.forEach((holiday) -> dates.add(holiday.date()));
		return dates;
	}

	private Layer anyLayer(@Nullable Layer parent) {
		boolean takesWeekOver = parent != null && this.random.nextBoolean();
		return new Layer(parent, takesWeekOver ? Map.of() : anyWeek(), anySeasons(), anyExceptions(),
				switch (this.random.nextInt(6)) {
					case 0, 1 -> Boolean.TRUE;
					case 2 -> Boolean.FALSE;
					default -> null;
				});
	}

	private Map<DayOfWeek, List<TimeRange>> anyWeek() {
		Map<DayOfWeek, List<TimeRange>> week = new EnumMap<>(DayOfWeek.class);
		DayOfWeek oneAtLeast = DayOfWeek.of(1 + this.random.nextInt(7));
		boolean always = this.random.nextInt(100) == 0;
		for (DayOfWeek day : DayOfWeek.values()) {
			if (always) {
				week.put(day, List.of(TimeRange.WHOLE_DAY));
			}
			else if (day == oneAtLeast || this.random.nextInt(4) > 0) {
				week.put(day, anyHours());
			}
		}
		return week;
	}

	/** Mostly none; else up to three around home, one of them perhaps without an end. */
	private List<SeasonalHours> anySeasons() {
		List<SeasonalHours> seasons = new ArrayList<>();
		LocalDate from = this.home.atZone(this.zone).toLocalDate().minusDays(30);
		for (int i = (this.random.nextInt(4) == 0) ? 1 + this.random.nextInt(3) : 0; i > 0; i--) {
			from = from.plusDays(1 + this.random.nextInt(30));
			boolean endless = this.random.nextInt(6) == 0;
			boolean closed = !endless && this.random.nextInt(6) == 0;
			seasons.add(new SeasonalHours("season " + i, from,
					endless ? null : from.plusDays(1 + this.random.nextInt(60)), closed ? Map.of() : anyWeek()));
		}
		return seasons;
	}

	/** Mostly some around home, seldom four hundred in ten years. */
	private Map<LocalDate, List<TimeRange>> anyExceptions() {
		Map<LocalDate, List<TimeRange>> exceptions = new HashMap<>();
		boolean many = this.random.nextInt(200) == 0;
		int days = many ? 1_800 : 60;
		LocalDate around = this.home.atZone(this.zone).toLocalDate();
		for (int i = many ? 400 : this.random.nextInt(20); i > 0; i--) {
			exceptions.put(around.plusDays(this.random.nextInt(2 * days) - days),
					this.random.nextBoolean() ? List.of() : anyHours());
		}
		return exceptions;
	}

	/** One to four ranges, to the minute, sometimes touching, sometimes up to 24:00. */
	private List<TimeRange> anyHours() {
		return this.restless ? hours(40, 0, 60, 20) : hours(1 + this.random.nextInt(4),
				(this.random.nextInt(4) == 0) ? 0 : this.random.nextInt(1_200), 500, 200);
	}

	private List<TimeRange> hours(int count, int first, int longest, int longestGap) {
		List<TimeRange> ranges = new ArrayList<>();
		int minute = first;
		while (ranges.size() < count && minute < 1_439) {
			int end = (this.random.nextInt(Math.max(5, count)) == 0) ? 1_440
					: Math.min(1_440, minute + 1 + this.random.nextInt(longest));
			ranges.add(new TimeRange(timeOf(minute), timeOf(end)));
			minute = end + (this.random.nextBoolean() ? 0 : this.random.nextInt(longestGap));
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
		return this.zone + " around " + this.home + ": " + this.own;
	}

	/**
	 * What one calendar of a family says itself.
	 *
	 * @param parent the one it inherits from
	 * @param week its usual hours; none: those of the parent
	 * @param seasons in the order in which they begin
	 * @param exceptions hours of single dates
	 * @param closedOnHolidays null: as the parent does
	 */
	private record Layer(@Nullable Layer parent, Map<DayOfWeek, List<TimeRange>> week, List<SeasonalHours> seasons,
			Map<LocalDate, List<TimeRange>> exceptions, @Nullable Boolean closedOnHolidays) {

		@Nullable List<TimeRange> exceptionOn(LocalDate date) {
			List<TimeRange> found = this.exceptions.get(date);
			return (found == null && this.parent != null) ? this.parent.exceptionOn(date) : found;
		}

		List<TimeRange> weeklyHoursOn(LocalDate date) {
			Map<DayOfWeek, List<TimeRange>> hours = this.week;
			boolean inSeason = false;
			for (SeasonalHours season : this.seasons) {
				boolean begun = season.validFrom().compareTo(date) <= 0;
				if (begun && (season.validTo() == null || date.compareTo(season.validTo()) < 0)) {
					hours = season.hours();
					inSeason = true;
				}
			}
			return (!inSeason && hours.isEmpty() && this.parent != null) ? this.parent.weeklyHoursOn(date)
					: hours.getOrDefault(date.getDayOfWeek(), List.of());
		}

		/** Closes on public holidays, and makes them up by its own week; or nobody. */
		@Nullable Layer keeperOfHolidays() {
			if (this.closedOnHolidays == null) {
				return (this.parent != null) ? this.parent.keeperOfHolidays() : null;
			}
			return this.closedOnHolidays ? this : null;
		}

		/** Nanoseconds of open time in the shortest of all kinds of weeks. */
		long leastInAWeek() {
			long least = (this.parent != null) ? this.parent.leastInAWeek() : Long.MAX_VALUE;
			List<Map<DayOfWeek, List<TimeRange>>> weeks = new ArrayList<>(List.of(this.week));
			this.seasons.forEach((season) -> weeks.add(season.hours()));
			for (Map<DayOfWeek, List<TimeRange>> hours : weeks) {
				long sum = hours.values()
					.stream()
					.flatMap(List::stream)
					.mapToLong((range) -> range.endNanos() - range.startNanos())
					.sum();
				least = (sum > 0) ? Math.min(least, sum) : least;
			}
			return least;
		}

		BusinessCalendar calendarIn(ZoneId zone) {
			BusinessCalendar.Builder builder = BusinessCalendar.named("any", zone);
			if (this.parent != null) {
				builder.inheriting(this.parent.calendarIn(zone));
			}
			this.week.forEach((day, ranges) -> ranges.forEach((range) -> builder.open(day, range)));
			this.seasons.forEach(builder::during);
			this.exceptions.forEach((date, ranges) -> builder.except(new CalendarDay(date, "exception", ranges)));
			if (this.closedOnHolidays != null) {
				return (this.closedOnHolidays ? builder.closedOnVietnameseHolidays()
						: builder.openOnVietnameseHolidays())
					.build();
			}
			return builder.build();
		}

	}

}
