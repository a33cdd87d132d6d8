package vn.careflow.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Answers when people work, and reckons with that time: the one place where lunch breaks,
 * weekends, holidays and clock changes are known.
 * <p>
 * Open time is a set of half-open intervals: a calendar that opens 08:00–12:00 is open at
 * 08:00 and closed at 12:00. Moments are exact to the nanosecond, from 1900 to 2199;
 * others are refused with {@link IllegalArgumentException}. Immutable and safe for use by
 * many threads. What was worked out for a year is kept, so a calendar is worth keeping.
 */
public final class BusinessCalendar {

	private static final long FIRST = OpenTimes.nanos(Instant.parse("1900-01-01T00:00:00Z"));

	private static final long LAST = OpenTimes.nanos(Instant.parse("2200-01-01T00:00:00Z"));

	private static final int FIRST_BLOCK = OpenTimes.blockOf(FIRST);

	private static final int LAST_BLOCK = OpenTimes.blockOf(LAST);

	private final String name;

	private final ZoneId zone;

	private final DayRules days;

	private final AtomicReferenceArray<@Nullable OpenTimes> blocks = new AtomicReferenceArray<>(
			LAST_BLOCK - FIRST_BLOCK + 1);

	private BusinessCalendar(Builder builder) {
		this.name = builder.name;
		this.zone = builder.zone;
		DayRules.Layer own = new DayRules.Layer(builder.name, new WeeklyHours(builder.week), builder.seasons,
				builder.exceptions);
		this.days = new DayRules(own, (builder.parent != null) ? builder.parent.days : null, builder.holidays);
	}

	/**
	 * Begins a calendar that is closed until hours are given.
	 * @param name what settings and people call it
	 * @param zone the zone of its hours
	 */
	public static Builder named(String name, ZoneId zone) {
		return new Builder(name, zone);
	}

	public String name() {
		return this.name;
	}

	public ZoneId zone() {
		return this.zone;
	}

	/**
	 * Whether people work at that moment.
	 */
	public boolean isOpen(Instant at) {
		long moment = inRange(at);
		return block(OpenTimes.blockOf(moment)).isOpen(moment);
	}

	/**
	 * The first open moment at or after another.
	 * @throws NeverOpenException when there is none
	 */
	public Instant nextOpen(Instant at) {
		long moment = inRange(at);
		return OpenTimes.instant(nextOpen(moment));
	}

	/**
	 * The end of the open time that a moment lies in, or, when it is closed then, of the
	 * next open time.
	 * @return empty when it never closes again
	 * @throws NeverOpenException when it never opens again
	 */
	public Optional<Instant> nextClose(Instant at) {
		long open = nextOpen(inRange(at));
		for (int i = OpenTimes.blockOf(open); i <= LAST_BLOCK; i++) {
			OpenTimes times = block(i);
			long from = Math.max(open, times.begin);
			long close = times.isOpen(from) ? times.closeAfter(from) : from;
			if (close < times.end) {
				return Optional.of(OpenTimes.instant(close));
			}
		}
		return Optional.empty();
	}

	/**
	 * The end of the last open time before a moment: the moment itself when open time
	 * reaches up to it.
	 * @throws NeverOpenException when it was never open before
	 */
	public Instant lastOpenBefore(Instant at) {
		long moment = inRange(at);
		return OpenTimes.instant(Math.addExact(minus(moment, 1), 1));
	}

	/**
	 * Adds a duration.
	 * <ul>
	 * <li>business time: the earliest moment by which so much open time has passed, so a
	 * deadline may be the very end of a day and not the next morning;</li>
	 * <li>working days: the close of business of the last of them, the day of the start
	 * not counted; a moment at midnight belongs to the day that it ends;</li>
	 * <li>wall clock: that much later, open or not.</li>
	 * </ul>
	 * @throws NeverOpenException when there is not so much open time until 2200
	 */
	public Instant add(Instant at, CareDuration duration) {
		if (duration instanceof CareDuration.BusinessTime business) {
			return plusOpenTime(at, business.amount());
		}
		if (duration instanceof CareDuration.WorkingDays days) {
			return closeOfWorkingDayAfter(at, days.days());
		}
		return at.plus(((CareDuration.WallClock) duration).amount());
	}

	/**
	 * Subtracts a duration.
	 * <ul>
	 * <li>business time: the latest moment from which so much open time passes;</li>
	 * <li>working days: the opening of the first of them, the day of the end not
	 * counted;</li>
	 * <li>wall clock: that much earlier, open or not.</li>
	 * </ul>
	 * @throws NeverOpenException when there is not so much open time since 1900
	 */
	public Instant subtract(Instant at, CareDuration duration) {
		if (duration instanceof CareDuration.BusinessTime business) {
			return minusOpenTime(at, business.amount());
		}
		if (duration instanceof CareDuration.WorkingDays days) {
			return openingOfWorkingDayBefore(at, days.days());
		}
		return at.minus(((CareDuration.WallClock) duration).amount());
	}

	/**
	 * The earliest moment by which so much open time has passed; the start itself for
	 * none.
	 * @param amount not negative
	 * @throws NeverOpenException when there is not so much open time until 2200
	 */
	public Instant plusOpenTime(Instant at, Duration amount) {
		return OpenTimes.instant(plus(inRange(at), notNegative(amount)));
	}

	/**
	 * The latest moment from which so much open time passes; the end itself for none.
	 * @param amount not negative
	 * @throws NeverOpenException when there is not so much open time since 1900
	 */
	public Instant minusOpenTime(Instant at, Duration amount) {
		return OpenTimes.instant(minus(inRange(at), notNegative(amount)));
	}

	/**
	 * The open time between two moments, negative when the second is the earlier one.
	 */
	public Duration between(Instant from, Instant to) {
		long start = inRange(from);
		long end = inRange(to);
		return (start <= end) ? Duration.ofNanos(openTime(start, end))
				: Duration.ofNanos(openTime(end, start)).negated();
	}

	/**
	 * The hours of a date, in order; none on a closed day.
	 */
	public List<TimeRange> hoursOn(LocalDate date) {
		return this.days.hoursOn(date);
	}

	/**
	 * The holiday or exception that gives a date other hours than its day of the week.
	 */
	public Optional<String> exceptionOn(LocalDate date) {
		return this.days.exceptionOn(date);
	}

	/**
	 * The hours of a date with the rule that gives them and the rules that it outranks.
	 */
	public ExplainedDay explain(LocalDate date) {
		return this.days.explain(date);
	}

	/**
	 * The open time between two moments, in order: each interval as long as it can be, so
	 * that none touches the next; what lies outside the two moments is cut off. Each is
	 * worked out when it is asked for.
	 * @param from the first moment
	 * @param to the first moment after it; no interval when it is not later
	 */
	public Stream<OpenInterval> openIntervals(Instant from, Instant to) {
		long end = inRange(to);
		return Stream.iterate(firstOpen(inRange(from), end), Objects::nonNull,
				(interval) -> firstOpen(OpenTimes.nanos(interval.to()), end));
	}

	/**
	 * The slots of one length between two moments: of each open interval as many as fit,
	 * one behind the other from its start. No slot reaches over a gap. Each is worked out
	 * when it is asked for.
	 * @param from the first moment
	 * @param to the first moment after it: no slot ends later
	 * @param length of each, in wall-clock time, more than none
	 */
	public Stream<OpenInterval> slots(Instant from, Instant to, Duration length) {
		return slots(from, to, length, length);
	}

	/**
	 * The slots of one length between two moments that begin at a distance from each
	 * other: of each open interval those that fit, the first at its start. Slots overlap
	 * when the distance is shorter than the length.
	 * @param from the first moment
	 * @param to the first moment after it: no slot ends later
	 * @param length of each, in wall-clock time, more than none
	 * @param step from the start of one to the start of the next, more than none
	 */
	public Stream<OpenInterval> slots(Instant from, Instant to, Duration length, Duration step) {
		positive(length);
		positive(step);
		return openIntervals(from, to).flatMap((open) -> Stream
			.iterate(open.from(), (start) -> !start.plus(length).isAfter(open.to()), (start) -> start.plus(step))
			.map((start) -> new OpenInterval(start, start.plus(length))));
	}

	/**
	 * {@link #isOpen(Instant)} for a moment in any zone.
	 */
	public boolean isOpen(ZonedDateTime at) {
		return isOpen(at.toInstant());
	}

	/**
	 * {@link #nextOpen(Instant)} in the zone of the question.
	 */
	public ZonedDateTime nextOpen(ZonedDateTime at) {
		return nextOpen(at.toInstant()).atZone(at.getZone());
	}

	/**
	 * {@link #nextClose(Instant)} in the zone of the question.
	 */
	public Optional<ZonedDateTime> nextClose(ZonedDateTime at) {
		return nextClose(at.toInstant()).map((close) -> close.atZone(at.getZone()));
	}

	/**
	 * {@link #add(Instant, CareDuration)} in the zone of the question; days are those of
	 * the calendar's own zone.
	 */
	public ZonedDateTime add(ZonedDateTime at, CareDuration duration) {
		return add(at.toInstant(), duration).atZone(at.getZone());
	}

	/**
	 * {@link #subtract(Instant, CareDuration)} in the zone of the question; days are
	 * those of the calendar's own zone.
	 */
	public ZonedDateTime subtract(ZonedDateTime at, CareDuration duration) {
		return subtract(at.toInstant(), duration).atZone(at.getZone());
	}

	/**
	 * {@link #between(Instant, Instant)} for moments in any zones.
	 */
	public Duration between(ZonedDateTime from, ZonedDateTime to) {
		return between(from.toInstant(), to.toInstant());
	}

	private @Nullable OpenInterval firstOpen(long from, long end) {
		if (from >= end || openTime(from, end) == 0) {
			return null;
		}
		long open = nextOpen(from);
		return new OpenInterval(OpenTimes.instant(open), OpenTimes.instant(closeBy(open, end)));
	}

	/** The end of the open time at an open moment, or an earlier end. */
	private long closeBy(long open, long end) {
		for (int i = OpenTimes.blockOf(open); i <= OpenTimes.blockOf(end); i++) {
			OpenTimes times = block(i);
			long from = Math.max(open, times.begin);
			long close = times.isOpen(from) ? times.closeAfter(from) : from;
			if (close < times.end) {
				return Math.min(close, end);
			}
		}
		return end;
	}

	private Instant closeOfWorkingDayAfter(Instant at, int days) {
		LocalDate day = dateOf(at.minusNanos(1));
		for (int i = 0; i < days; i++) {
			day = dateOf(nextOpen(startOf(day.plusDays(1))));
		}
		return lastOpenBefore(startOf(day.plusDays(1)));
	}

	private Instant openingOfWorkingDayBefore(Instant at, int days) {
		LocalDate day = dateOf(at);
		for (int i = 0; i < days; i++) {
			day = dateOf(lastOpenBefore(startOf(day)).minusNanos(1));
		}
		return nextOpen(startOf(day));
	}

	private LocalDate dateOf(Instant at) {
		return at.atZone(this.zone).toLocalDate();
	}

	private Instant startOf(LocalDate date) {
		return date.atStartOfDay(this.zone).toInstant();
	}

	private long nextOpen(long moment) {
		int index = OpenTimes.blockOf(moment);
		OpenTimes times = block(index);
		long open = times.openBefore(moment);
		while (open == times.total) {
			times = block(following(index++, moment));
			open = 0;
		}
		return Math.max(moment, times.latestWith(open));
	}

	private long plus(long moment, long amount) {
		if (amount == 0) {
			return moment;
		}
		int index = OpenTimes.blockOf(moment);
		OpenTimes times = block(index);
		long wanted = times.openBefore(moment) + amount;
		while (wanted > times.total) {
			wanted -= times.total;
			times = block(following(index++, moment));
		}
		return times.earliestWith(wanted);
	}

	private long minus(long moment, long amount) {
		if (amount == 0) {
			return moment;
		}
		int index = OpenTimes.blockOf(moment);
		OpenTimes times = block(index);
		long wanted = times.openBefore(moment) - amount;
		while (wanted < 0) {
			times = block(preceding(index--, moment));
			wanted += times.total;
		}
		return times.latestWith(wanted);
	}

	private long openTime(long start, long end) {
		int last = OpenTimes.blockOf(end);
		long sum = block(last).openBefore(end);
		for (int i = OpenTimes.blockOf(start); i < last; i++) {
			sum += block(i).total;
		}
		return sum - block(OpenTimes.blockOf(start)).openBefore(start);
	}

	private int following(int index, long moment) {
		if (index >= LAST_BLOCK || this.days.areNeverOpen()) {
			throw new NeverOpenException(this.name, "after", OpenTimes.instant(moment));
		}
		return index + 1;
	}

	private int preceding(int index, long moment) {
		if (index <= FIRST_BLOCK || this.days.areNeverOpen()) {
			throw new NeverOpenException(this.name, "before", OpenTimes.instant(moment));
		}
		return index - 1;
	}

	private OpenTimes block(int index) {
		OpenTimes known = this.blocks.get(index - FIRST_BLOCK);
		if (known != null) {
			return known;
		}
		OpenTimes times = OpenTimes.of(index, this.zone.getRules(), this::hoursOn);
		this.blocks.set(index - FIRST_BLOCK, times);
		return times;
	}

	private static long inRange(Instant at) {
		if (at.getEpochSecond() < FIRST / 1_000_000_000 || at.getEpochSecond() >= LAST / 1_000_000_000) {
			throw new IllegalArgumentException("Calendars know the years 1900 to 2199, not " + at);
		}
		return OpenTimes.nanos(at);
	}

	private static long notNegative(Duration amount) {
		if (amount.isNegative()) {
			throw new IllegalArgumentException("An amount of open time is not negative: " + amount);
		}
		return Math.min(amount.getSeconds(), LAST / 1_000_000_000) * 1_000_000_000 + amount.getNano();
	}

	private static void positive(Duration length) {
		if (length.isNegative() || length.isZero()) {
			throw new IllegalArgumentException("A slot is longer than none: " + length);
		}
	}

	@Override
	public String toString() {
		return this.name + " (" + this.zone + ")";
	}

	/**
	 * Collects what makes up a calendar.
	 */
	public static final class Builder {

		private final String name;

		private final ZoneId zone;

		private final Map<DayOfWeek, List<TimeRange>> week = new EnumMap<>(DayOfWeek.class);

		private final Map<LocalDate, CalendarDay> exceptions = new HashMap<>();

		private final List<SeasonalHours> seasons = new ArrayList<>();

		private DayRules.Holidays holidays = DayRules.Holidays.INHERITED;

		private @Nullable BusinessCalendar parent;

		private Builder(String name, ZoneId zone) {
			this.name = name;
			this.zone = zone;
		}

		/**
		 * Opens a day of the week for one more range. Ranges of one day must not overlap.
		 */
		public Builder open(DayOfWeek day, TimeRange range) {
			this.week.computeIfAbsent(day, (key) -> new ArrayList<>()).add(range);
			return this;
		}

		/**
		 * Opens days of the week for one more range each.
		 * @param from like {@code 08:00}
		 * @param to like {@code 12:00} or {@code 24:00}
		 */
		public Builder open(Set<DayOfWeek> days, String from, String to) {
			days.forEach((day) -> open(day, TimeRange.of(from, to)));
			return this;
		}

		/**
		 * Gives the days of the week other hours for a time. Of several that hold on a
		 * date, the one that begins last counts.
		 */
		public Builder during(SeasonalHours season) {
			this.seasons.add(season);
			return this;
		}

		/**
		 * Takes from another calendar whatever this one does not say itself:
		 * <ul>
		 * <li>its weekly hours on dates for which this one has none: neither hours that
		 * hold for a time nor usual ones;</li>
		 * <li>its exceptions on dates for which this one has none;</li>
		 * <li>its public holidays with the days made up for them, unless this one says
		 * itself whether it closes on them.</li>
		 * </ul>
		 * Hours that are taken over count in this calendar's zone.
		 */
		public Builder inheriting(BusinessCalendar parent) {
			this.parent = parent;
			return this;
		}

		/**
		 * Gives one date other hours than its day of the week. It outranks a holiday; of
		 * two for one date the later call counts.
		 */
		public Builder except(CalendarDay day) {
			this.exceptions.put(day.date(), day);
			return this;
		}

		/**
		 * Closes on the public holidays of Vietnam, with the days made up for those that
		 * fall on a day of the week without hours.
		 */
		public Builder closedOnVietnameseHolidays() {
			this.holidays = DayRules.Holidays.CLOSED;
			return this;
		}

		/**
		 * Keeps its hours on public holidays, also when it inherits from a calendar that
		 * closes on them.
		 */
		public Builder openOnVietnameseHolidays() {
			this.holidays = DayRules.Holidays.OPEN;
			return this;
		}

		/**
		 * The calendar.
		 * @throws IllegalArgumentException when hours of one day overlap, or two seasons
		 * begin on one date
		 */
		public BusinessCalendar build() {
			return new BusinessCalendar(this);
		}

	}

}
