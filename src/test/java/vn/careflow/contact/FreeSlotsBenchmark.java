package vn.careflow.contact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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
 * What it costs to find the next free slot of 50 agents over 30 days with 2,000
 * appointments, once they are read: what each agent has left is worked out anew for each
 * question. Some customers have time only near the end, so that a search goes far. The
 * baseline looks at each quarter of an hour of each agent.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FreeSlotsBenchmark {

	private static final int AGENTS = 50;

	private static final int DAYS = 30;

	private static final int APPOINTMENTS = 2_000;

	private static final int DAY = 24 * 60;

	private static final int STEP = 15;

	/** The agents' shifts and appointments, and the questions that are asked. */
	@State(Scope.Benchmark)
	public static class Book {

		private static final int QUESTIONS = 1 << 8;

		private final long[][] open = new long[AGENTS][];

		private final long[][] busy = new long[AGENTS][];

		private final Question[] questions = new Question[QUESTIONS];

		private int next;

		public Book() {
			Random random = new Random(50);
			List<List<long[]>> taken = new ArrayList<>();
			for (int agent = 0; agent < AGENTS; agent++) {
				this.open[agent] = shifts(random.nextInt(3) * 60);
				taken.add(new ArrayList<>());
			}
			for (int i = 0; i < APPOINTMENTS; i++) {
				int agent = random.nextInt(AGENTS);
				long[] shift = this.open[agent];
				int part = 2 * random.nextInt(shift.length / 2);
				long start = shift[part] + STEP * random.nextInt(12);
				taken.get(agent).add(new long[] { start, start + 30 + STEP * random.nextInt(6) });
			}
			for (int agent = 0; agent < AGENTS; agent++) {
				this.busy[agent] = taken.get(agent)
					.stream()
					.sorted(Comparator.comparingLong((range) -> range[0]))
					.flatMapToLong(Arrays::stream)
					.toArray();
			}
			for (int i = 0; i < QUESTIONS; i++) {
				this.questions[i] = Question.any(random);
			}
		}

		private Question anyQuestion() {
			this.next = (this.next + 1) & (QUESTIONS - 1);
			return this.questions[this.next];
		}

		/** Weekdays, four hours before and four after noon. */
		private static long[] shifts(int later) {
			List<Long> bounds = new ArrayList<>();
			for (long day = 0; day < DAYS; day++) {
				if (day % 7 < 5) {
					long morning = day * DAY + 7 * 60 + later;
					bounds.addAll(List.of(morning, morning + 240, morning + 330, morning + 570));
				}
			}
			return bounds.stream().mapToLong(Long::longValue).toArray();
		}

	}

	/** When, how long, and what the customer cannot do. */
	private record Question(long from, int length, int way, long[] customerBusy) {

		static Question any(Random random) {
			long from = random.nextInt(20 * DAY);
			long[] busy = switch (random.nextInt(4)) {
				case 0 -> new long[] { 0, 26L * DAY };
				case 1 -> new long[] { from, from + 3L * DAY, from + 4L * DAY, from + 5L * DAY };
				default -> new long[0];
			};
			return new Question(from, 30 + 30 * random.nextInt(7), STEP * random.nextInt(4), busy);
		}

	}

	@Benchmark
	public long nextFreeSlot(Book book) {
		Question question = book.anyQuestion();
		FreeTime[] free = new FreeTime[AGENTS];
		for (int agent = 0; agent < AGENTS; agent++) {
			free[agent] = FreeTime.of(book.open[agent], book.busy[agent]);
		}
		FreeTime customer = FreeTime.of(new long[] { 0, DAYS * DAY }, question.customerBusy());
		return new FreeSlotSearch(free, customer, question.length(), question.way(), question.way(), STEP)
			.next(question.from(), DAYS * DAY);
	}

	@Benchmark
	public long nextFreeSlotByLookingAtEachQuarter(Book book) {
		Question question = book.anyQuestion();
		long first = question.from() + Math.floorMod(-question.from(), STEP);
		for (long start = first; start + question.length() <= DAYS * DAY; start += STEP) {
			if (isTaken(question.customerBusy(), start, start + question.length())) {
				continue;
			}
			for (int agent = 0; agent < AGENTS; agent++) {
				long from = start - question.way();
				long to = start + question.length() + question.way();
				if (isWithin(book.open[agent], from, to) && !isTaken(book.busy[agent], from, to)) {
					return start;
				}
			}
		}
		return FreeSlotSearch.NEVER;
	}

	private static boolean isWithin(long[] ranges, long from, long to) {
		for (int i = 0; i < ranges.length; i += 2) {
			if (ranges[i] <= from && to <= ranges[i + 1]) {
				return true;
			}
		}
		return false;
	}

	private static boolean isTaken(long[] ranges, long from, long to) {
		for (int i = 0; i < ranges.length; i += 2) {
			if (ranges[i] < to && from < ranges[i + 1]) {
				return true;
			}
		}
		return false;
	}

}
