package vn.careflow.calendar;

import java.time.LocalDate;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to turn any day of three centuries into the other calendar.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LunarCalendarBenchmark {

	/** Days in no order, so that no year is at hand. */
	@State(Scope.Benchmark)
	public static class Days {

		private static final int COUNT = 1 << 12;

		private final LocalDate[] solar = new LocalDate[COUNT];

		private final LunarDate[] lunar = new LunarDate[COUNT];

		private int next;

		public Days() {
			Random random = new Random(1900);
			for (int i = 0; i < COUNT; i++) {
				this.solar[i] = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(109_500));
				this.lunar[i] = VietnameseLunarCalendar.toLunar(this.solar[i]);
			}
		}

		private int any() {
			this.next = (this.next + 1) & (COUNT - 1);
			return this.next;
		}

	}

	@Benchmark
	public LunarDate toLunar(Days days) {
		return VietnameseLunarCalendar.toLunar(days.solar[days.any()]);
	}

	@Benchmark
	public LocalDate toSolar(Days days) {
		return VietnameseLunarCalendar.toSolar(days.lunar[days.any()]);
	}

}
