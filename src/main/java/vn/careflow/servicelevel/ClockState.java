package vn.careflow.servicelevel;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.careflow.calendar.CareDuration;

/**
 * A clock as it stands at a moment. While it is paused, the moments to come are those
 * that would hold if it ran on now.
 *
 * @param clockId the clock
 * @param subjectId the case it belongs to
 * @param kind what it waits for
 * @param round counted from 1: the second is that of a case that was reopened
 * @param target how much time there is
 * @param calendarName by which calendar that is counted
 * @param startedAt when it began
 * @param warnAt when three quarters of the target are used
 * @param dueAt when the target is used
 * @param overdueAgainAt when two more business hours are used
 * @param usedTime the time counted so far
 * @param remaining what is left of the target, negative when it is exceeded
 * @param paused whether it stands still
 * @param endedAt when it ended, null while it is open
 * @param end how it ended, null while it is open
 * @param breached whether the deadline passed before it ended, or has passed by now
 * @param deadlineState how near the deadline is; {@code ON_TRACK} for a clock that ended
 */
public record ClockState(UUID clockId, UUID subjectId, ClockKind kind, int round, CareDuration target,
		String calendarName, Instant startedAt, Instant warnAt, Instant dueAt, Instant overdueAgainAt,
		Duration usedTime, Duration remaining, boolean paused, @Nullable Instant endedAt, @Nullable ClockEnd end,
		boolean breached, DeadlineState deadlineState) {

	/** Whether it is still waited for. */
	public boolean isOpen() {
		return this.end == null;
	}

}
