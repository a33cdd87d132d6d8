package vn.careflow;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks of the rooms (classes named {@code …Benchmark}) and says which of
 * the goals for speed are reached. It is started by hand: see CONTRIBUTING.md.
 */
final class Benchmarks {

	private static final String BUSINESS_TIME = "BusinessTimeBenchmark.";

	private static final String LUNAR = "LunarCalendarBenchmark.";

	private static final String ASSIGNMENT = "AssignmentBenchmark.";

	private static final double BYTES_OF_AN_INSTANT = 24;

	/** A new benchmark states its goal here. */
	private static final List<Goal> GOALS = List.of(
			atLeast(50, "times faster than counting minutes, over a year",
					ratio(time(BUSINESS_TIME + "addAYearByCountingMinutes"), time(BUSINESS_TIME + "add:YEAR"))),
			atMost(2, "times the cost of a day, over five years",
					ratio(time(BUSINESS_TIME + "add:FIVE_YEARS"), time(BUSINESS_TIME + "add:DAY"))),
			atMost(BYTES_OF_AN_INSTANT + 0.5, "bytes for adding a day, the result included",
					allocated(BUSINESS_TIME + "add:DAY")),
			atMost(BYTES_OF_AN_INSTANT + 0.5, "bytes for adding five years, the result included",
					allocated(BUSINESS_TIME + "add:FIVE_YEARS")),
			atLeast(2, "million days a second into lunar dates", ratio((figures) -> 1000.0, time(LUNAR + "toLunar"))),
			atLeast(2, "million lunar dates a second into days", ratio((figures) -> 1000.0, time(LUNAR + "toSolar"))),
			atMost(5, "ms for the next free slot, in 99 of 100 cases",
					percentile(99, "FreeSlotsBenchmark.nextFreeSlot")),
			atMost(10, "ms to give work to one of 500 people, the write included, in 99 of 100 cases",
					percentile(99, ASSIGNMENT + "amongEverybody:0")),
			atMost(10, "ms for the same after 200,000 work items were done",
					percentile(99, ASSIGNMENT + "amongEverybody:200000")));

	private Benchmarks() {
	}

	/**
	 * Runs them.
	 * @param args which: a part of the name, like {@code LunarCalendarBenchmark}
	 */
	public static void main(String[] args) throws RunnerException {
		Collection<RunResult> results = new Runner(
				new OptionsBuilder().include(args[0]).addProfiler(GCProfiler.class).shouldFailOnError(true).build())
			.run();
		Map<String, RunResult> byName = new TreeMap<>();
		results.forEach((result) -> byName.put(nameOf(result), result));
		GOALS.forEach((goal) -> goal.tell(byName));
	}

	/** Like {@code BusinessTimeBenchmark.add:YEAR}. */
	private static String nameOf(RunResult result) {
		String[] path = result.getParams().getBenchmark().split("\\.");
		StringBuilder name = new StringBuilder(path[path.length - 2] + "." + path[path.length - 1]);
		result.getParams().getParamsKeys().forEach((key) -> name.append(':').append(result.getParams().getParam(key)));
		return name.toString();
	}

	/** The best iteration: whatever else the machine does can only make it slower. */
	private static Figure time(String benchmark) {
		return (results) -> results.containsKey(benchmark)
				? results.get(benchmark).getPrimaryResult().getStatistics().getMin() : Double.NaN;
	}

	/** Of a benchmark in {@code Mode.SampleTime}, in its unit. */
	private static Figure percentile(double percent, String benchmark) {
		return (results) -> results.containsKey(benchmark)
				? results.get(benchmark).getPrimaryResult().getStatistics().getPercentile(percent) : Double.NaN;
	}

	private static Figure allocated(String benchmark) {
		return (results) -> results.containsKey(benchmark)
				? results.get(benchmark).getSecondaryResults().get("gc.alloc.rate.norm").getScore() : Double.NaN;
	}

	private static Figure ratio(Figure one, Figure other) {
		return (results) -> one.of(results) / other.of(results);
	}

	private static Goal atLeast(double limit, String unit, Figure figure) {
		return new Goal("at least " + limit, unit, figure, (value) -> value >= limit);
	}

	private static Goal atMost(double limit, String unit, Figure figure) {
		return new Goal("at most " + limit, unit, figure, (value) -> value <= limit);
	}

	/**
	 * A number that follows from what was measured; none when it was not.
	 */
	private interface Figure {

		double of(Map<String, RunResult> results);

	}

	private record Goal(String limit, String unit, Figure figure, Predicate<Double> reached) {

		void tell(Map<String, RunResult> results) {
			double value = this.figure.of(results);
			if (!Double.isNaN(value)) {
				System.out.printf(Locale.ROOT, "%-8s %,12.1f %s (goal: %s)%n",
						this.reached.test(value) ? "reached" : "MISSED", value, this.unit, this.limit);
			}
		}

	}

}
