package vn.careflow.calendar;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The hours that a calendar keeps in an ordinary week.
 */
record WeeklyHours(Map<DayOfWeek, List<TimeRange>> byDay) {

	WeeklyHours {
		Map<DayOfWeek, List<TimeRange>> copy = new EnumMap<>(DayOfWeek.class);
		byDay.forEach((day, ranges) -> {
			if (!ranges.isEmpty()) {
				copy.put(day, inOrder(ranges));
			}
		});
		byDay = copy;
	}

	List<TimeRange> on(DayOfWeek day) {
		return this.byDay.getOrDefault(day, List.of());
	}

	boolean isEmpty() {
		return this.byDay.isEmpty();
	}

	static List<TimeRange> inOrder(List<TimeRange> ranges) {
		List<TimeRange> sorted = new ArrayList<>(ranges);
		sorted.sort(Comparator.comparing(TimeRange::from));
		for (int i = 1; i < sorted.size(); i++) {
			if (sorted.get(i - 1).overlaps(sorted.get(i))) {
				throw new IllegalArgumentException(
						"The hours " + sorted.get(i - 1) + " and " + sorted.get(i) + " overlap");
			}
		}
		return List.copyOf(sorted);
	}

}
