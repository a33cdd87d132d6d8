package vn.careflow.servicelevel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import vn.careflow.calendar.BusinessCalendar;
import vn.careflow.calendar.CareDuration;
import vn.careflow.servicelevel.ClockEntry.Type;

/**
 * All that happened to one clock. Everything else about the clock is worked out from it.
 *
 * @param id the clock
 * @param subjectId the case it belongs to
 * @param kind what it waits for
 * @param round counted from 1 for each subject and kind
 * @param entries in order; the first one is STARTED
 */
record ClockLedger(UUID id, UUID subjectId, ClockKind kind, int round, List<ClockEntry> entries) {

	/** How much business time after the deadline it passes again. */
	private static final Duration AGAIN = Duration.ofHours(2);

	ClockLedger {
		entries = List.copyOf(entries);
		if (entries.isEmpty() || entries.get(0).type() != Type.STARTED) {
			throw new IllegalArgumentException("The ledger of clock " + id + " does not begin with its start");
		}
	}

	Instant startedAt() {
		return this.entries.get(0).at();
	}

	Instant lastAt() {
		return this.entries.get(this.entries.size() - 1).at();
	}

	Optional<ClockEntry> end() {
		return this.entries.stream()
			.filter((entry) -> entry.type() == Type.MET || entry.type() == Type.CANCELLED)
			.findFirst();
	}

	boolean isOpen() {
		return end().isEmpty();
	}

	boolean isPaused() {
		return isOpen() && this.entries.stream()
			.map(ClockEntry::type)
			.filter((type) -> type == Type.PAUSED || type == Type.RESUMED)
			.reduce((earlier, later) -> later)
			.filter(Type.PAUSED::equals)
			.isPresent();
	}

	/** The last entry that set target and calendar. */
	ClockEntry terms() {
		return this.entries.stream()
			.filter((entry) -> entry.target() != null)
			.reduce((earlier, later) -> later)
			.orElseThrow();
	}

	ClockState stateAt(Instant now, Function<String, BusinessCalendar> calendars) {
		CareDuration target = target(terms());
		Counting counting = counting(terms(), calendars);
		Duration budget = counting.budget(target, startedAt());
		Run run = run(now, calendars);
		Duration used = run.usedUntil(now);
		Instant dueAt = run.momentOf(budget);
		Deadlines deadlines = new Deadlines(run.momentOf(warning(budget)), dueAt,
				run.businessTimeFrom(dueAt).momentOf(AGAIN));
		ClockEntry end = end().orElse(null);
		Instant endedAt = (end != null) ? end.at() : null;
		return new ClockState(this.id, this.subjectId, this.kind, this.round, target, counting.calendar().name(),
				startedAt(), deadlines.warnAt(), dueAt, deadlines.overdueAgainAt(), used, budget.minus(used),
				isPaused(), endedAt, (end != null) ? ClockEnd.valueOf(end.type().name()) : null,
				((endedAt != null) ? endedAt : now).isAfter(dueAt),
				(end != null) ? DeadlineState.ON_TRACK : deadlines.stateAt(now));
	}

	/**
	 * When the clock ran, and how it would run on from the present or, once it ended,
	 * from its end.
	 */
	private Run run(Instant now, Function<String, BusinessCalendar> calendars) {
		List<Run.Stretch> stretches = new ArrayList<>();
		Instant runningSince = null;
		Counting counting = counting(this.entries.get(0), calendars);
		for (ClockEntry entry : this.entries) {
			boolean running = runsAfter(entry, runningSince != null);
			if (runningSince != null && (!running || entry.type() == Type.TARGET_CHANGED)) {
				stretches.add(new Run.Stretch(runningSince, entry.at(), counting));
			}
			counting = (entry.target() != null) ? counting(entry, calendars) : counting;
			runningSince = running ? sinceWhen(entry, runningSince) : null;
		}
		if (runningSince != null) {
			stretches.add(new Run.Stretch(runningSince, null, counting));
		}
		Instant onward = (end().isEmpty() && now.isAfter(lastAt())) ? now : lastAt();
		return new Run(stretches, new Run.Stretch(onward, null, counting));
	}

	/** The agent is reminded when three quarters of the target are used. */
	private static Duration warning(Duration budget) {
		return budget.multipliedBy(3).dividedBy(4);
	}

	private static boolean runsAfter(ClockEntry entry, boolean running) {
		return switch (entry.type()) {
			case STARTED, RESUMED -> true;
			case PAUSED, MET, CANCELLED -> false;
			case TARGET_CHANGED, BREACHED -> running;
		};
	}

	private static Instant sinceWhen(ClockEntry entry, @Nullable Instant runningSince) {
		return (runningSince == null || entry.type() == Type.TARGET_CHANGED) ? entry.at() : runningSince;
	}

	private static Counting counting(ClockEntry terms, Function<String, BusinessCalendar> calendars) {
		return Counting.of(target(terms), calendars.apply(calendarName(terms)));
	}

	private static CareDuration target(ClockEntry terms) {
		CareDuration target = terms.target();
		if (target == null) {
			throw new IllegalArgumentException("A clock's " + terms.type() + " lacks its target");
		}
		return target;
	}

	private static String calendarName(ClockEntry terms) {
		String name = terms.calendarName();
		if (name == null) {
			throw new IllegalArgumentException("A clock's " + terms.type() + " lacks its calendar");
		}
		return name;
	}

	private record Deadlines(Instant warnAt, Instant dueAt, Instant overdueAgainAt) {

		DeadlineState stateAt(Instant now) {
			if (now.isBefore(this.warnAt)) {
				return DeadlineState.ON_TRACK;
			}
			if (now.isBefore(this.dueAt)) {
				return DeadlineState.NEAR;
			}
			return now.isBefore(this.overdueAgainAt) ? DeadlineState.PASSED : DeadlineState.PASSED_AGAIN;
		}

	}

}
