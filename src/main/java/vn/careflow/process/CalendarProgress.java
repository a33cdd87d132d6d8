package vn.careflow.process;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How far deadlines, slots and waits have followed a change of calendars.
 *
 * @param calendars the names of the calendars, those that inherit included
 * @param changedAt when they changed
 * @param checked how many deadlines, slots and waits were looked at
 * @param moved how many of them had to be moved
 * @param failed how many could not be moved yet; they are tried again
 * @param finishedAt when there was nothing left, null until then
 */
public record CalendarProgress(List<String> calendars, Instant changedAt, int checked, int moved, int failed,
		@Nullable Instant finishedAt) {

	static CalendarProgress of(CalendarChangeTables.CalendarChange change) {
		return new CalendarProgress(change.calendars().stream().sorted().toList(), change.changedAt(), change.checked(),
				change.moved(), change.failed(), change.finishedAt());
	}

}
