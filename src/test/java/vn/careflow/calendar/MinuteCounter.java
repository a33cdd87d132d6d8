package vn.careflow.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Function;

/**
 * Reckons with open time as a person with a clock and a list of hours would, looking at
 * each minute: slow, and too simple to be wrong. The calendar is held against it.
 *
 * @param zone where the clock hangs
 * @param hours the open hours of each date
 */
record MinuteCounter(ZoneId zone, Function<LocalDate, List<TimeRange>> hours) {

	boolean isOpen(Instant minute) {
		ZonedDateTime local = minute.atZone(this.zone);
		LocalTime time = local.toLocalTime();
		for (TimeRange range : this.hours.apply(local.toLocalDate())) {
			if (range.contains(time)) {
				return true;
			}
		}
		return false;
	}

	/** The end of the last of so many open minutes. */
	Instant add(Instant start, long minutes) {
		Instant minute = start;
		for (long left = minutes; left > 0; minute = minute.plusSeconds(60)) {
			left -= isOpen(minute) ? 1 : 0;
		}
		return minute;
	}

	/** Whether each of so many minutes is open. */
	boolean[] look(Instant start, int minutes) {
		boolean[] open = new boolean[minutes];
		for (int i = 0; i < minutes; i++) {
			open[i] = isOpen(start.plusSeconds(i * 60L));
		}
		return open;
	}

}
