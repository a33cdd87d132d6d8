package vn.careflow.contact;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FreeSlotSearchTests {

	private static final int DAY = 300;

	@Test
	void leavesWhatIsNotTaken() {
		FreeTime free = FreeTime.of(new long[] { 0, 100, 120, 200 }, new long[] { 10, 20, 15, 30, 90, 130 });

		assertThat(free.first(0, 10)).isZero();
		assertThat(free.first(0, 11)).isEqualTo(30);
		assertThat(free.first(31, 60)).isEqualTo(130);
		assertThat(free.first(0, 71)).isEqualTo(Long.MAX_VALUE);
		assertThat(free.isFree(30, 90)).isTrue();
		assertThat(free.isFree(30, 91)).isFalse();
	}

	@Test
	void keepsTheWayThereAndBackFree() {
		FreeTime agent = FreeTime.of(new long[] { 0, 480 }, new long[] { 60, 120 });
		FreeSlotSearch search = new FreeSlotSearch(new FreeTime[] { agent }, FreeTime.ALWAYS, 30, 20, 20, 15);

		assertThat(search.next(0, 480)).isEqualTo(150);
		assertThat(search.next(151, 480)).isEqualTo(165);
		assertThat(search.next(431, 480)).isEqualTo(FreeSlotSearch.NEVER);
		assertThat(search.next(0, 179)).isEqualTo(FreeSlotSearch.NEVER);
	}

	@Test
	void findsNothingForNobody() {
		FreeSlotSearch search = new FreeSlotSearch(new FreeTime[0], FreeTime.ALWAYS, 30, 0, 0, 15);

		assertThat(search.next(0, 1000)).isEqualTo(FreeSlotSearch.NEVER);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 20260302, 42 })
	void findsWhatLookingAtEachMinuteFinds(long seed) {
		Random random = new Random(seed);
		for (int round = 0; round < 20_000; round++) {
			int length = 5 * (1 + random.nextInt(8));
			int before = 5 * random.nextInt(4);
			int after = 5 * random.nextInt(4);
			int step = 5 * (1 + random.nextInt(4));
			boolean[][] people = new boolean[2 + random.nextInt(3)][];
			FreeTime[] free = new FreeTime[people.length];
			for (int i = 0; i < people.length; i++) {
				long[] open = ranges(random, 1 + random.nextInt(3), false);
				long[] busy = ranges(random, random.nextInt(5), true);
				free[i] = FreeTime.of(open, busy);
				people[i] = minutes(open, busy);
			}
			FreeSlotSearch search = new FreeSlotSearch(Arrays.copyOf(free, free.length - 1), free[free.length - 1],
					length, before, after, step);
			int from = random.nextInt(DAY);
			int until = random.nextInt(DAY + 50);

			assertThat(search.next(from, until)).as("seed %s, round %s", seed, round)
				.isEqualTo(byMinutes(people, search, from, until));
		}
	}

	private static long byMinutes(boolean[][] people, FreeSlotSearch search, int from, int until) {
		boolean[] customer = people[people.length - 1];
		for (int start = from; start + search.length() <= until; start++) {
			if (start % search.step() != 0 || !all(customer, start, start + search.length())) {
				continue;
			}
			for (int i = 0; i < people.length - 1; i++) {
				if (all(people[i], start - search.before(), start + search.length() + search.after())) {
					return start;
				}
			}
		}
		return FreeSlotSearch.NEVER;
	}

	private static boolean all(boolean[] free, long from, long to) {
		for (long i = from; i < to; i++) {
			if (i < 0 || i >= free.length || !free[(int) i]) {
				return false;
			}
		}
		return true;
	}

	private static boolean[] minutes(long[] open, long[] busy) {
		boolean[] free = new boolean[DAY];
		for (int i = 0; i < open.length; i += 2) {
			Arrays.fill(free, (int) open[i], (int) open[i + 1], true);
		}
		for (int i = 0; i < busy.length; i += 2) {
			Arrays.fill(free, (int) busy[i], (int) busy[i + 1], false);
		}
		return free;
	}

	/** Ranges by start; those that may not overlap do not touch either. */
	private static long[] ranges(Random random, int count, boolean overlapping) {
		if (overlapping) {
			return random.ints(count, 0, DAY)
				.sorted()
				.mapToObj((start) -> new long[] { start, Math.min(DAY, start + 1 + random.nextInt(60)) })
				.flatMapToLong(Arrays::stream)
				.toArray();
		}
		int[] bounds = random.ints(0, DAY + 1).distinct().limit(2L * count).sorted().toArray();
		return Arrays.stream(bounds).asLongStream().toArray();
	}

}
