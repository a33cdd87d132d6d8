package vn.careflow.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What adding business time costs in a calendar of ten years with 400 exceptions, over
 * short and long distances, and what looking at each minute would cost instead.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class BusinessTimeBenchmark {

	/** How much open time is added; the names say how long that takes by the calendar. */
	public enum Distance {

		DAY(8), MONTH(165), YEAR(1_900), FIVE_YEARS(9_500);

		private final CareDuration.BusinessTime time;

		Distance(int hours) {
			this.time = new CareDuration.BusinessTime(Duration.ofHours(hours));
		}

	}

	/** The calendar and the moments from which it is asked. */
	@State(Scope.Benchmark)
	public static class Office {

		private static final int STARTS = 1 << 10;

		private final BusinessCalendar calendar = calendar();

		private final MinuteCounter counter = new MinuteCounter(this.calendar.zone(), this.calendar::hoursOn);

		private final Instant[] starts = new Instant[STARTS];

		private int next;

		public Office() {
			Random random = new Random(2020);
			for (int i = 0; i < STARTS; i++) {
				this.starts[i] = Instant.parse("2020-01-01T00:00:00Z").plusSeconds(random.nextInt(4 * 365 * 86_400));
			}
		}

		private Instant anyStart() {
			this.next = (this.next + 1) & (STARTS - 1);
			return this.starts[this.next];
		}

	}

	/** The distance, apart from the calendar so that the baseline is not repeated. */
	@State(Scope.Benchmark)
	public static class Far {

		@Param
		Distance distance = Distance.DAY;

	}

	@Benchmark
	public Instant add(Office office, Far far) {
		return office.calendar.add(office.anyStart(), far.distance.time);
	}

	@Benchmark
	public Instant addAYearByCountingMinutes(Office office) {
		return office.counter.add(office.anyStart(), Distance.YEAR.time.amount().toMinutes());
	}

	@Benchmark
	public Instant addADayToAFreshCalendar(Office office) {
		return calendar().add(office.anyStart(), Distance.DAY.time);
	}

	private static BusinessCalendar calendar() {
		Set<DayOfWeek> weekdays = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
		BusinessCalendar.Builder builder = BusinessCalendar.named("office", ZoneId.of("Europe/Berlin"))
			.open(weekdays, "08:00", "12:00")
			.open(weekdays, "13:00", "17:00");
		Random random = new Random(400);
		for (int i = 0; i < 400; i++) {
			LocalDate date = LocalDate.of(2020, 1, 1).plusDays(9L * i + random.nextInt(9));
			builder.except(random.nextBoolean() ? CalendarDay.closed(date, "closed")
					: new CalendarDay(date, "changed", List.of(TimeRange.of("09:00", "11:30"))));
		}
		return builder.build();
	}

}
