package vn.careflow.servicelevel;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.careflow.calendar.CareDuration;
import vn.careflow.servicelevel.ClockEntry.Type;
import vn.careflow.staff.WorkCalendars;

/**
 * Runs the clocks of cases. A clock is a ledger that only grows; due date, time used and
 * state are worked out from it whenever somebody asks. Each of these methods may be
 * called twice: what has happened already does not happen again. A moment before the last
 * entry of a clock counts as the moment of that entry.
 */
@Service
public class ServiceClocks {

	private static final int LONGEST_CAUSE = 200;

	private final ClockTables tables;

	private final WorkCalendars calendars;

	ServiceClocks(ClockTables tables, WorkCalendars calendars) {
		this.tables = tables;
		this.calendars = calendars;
	}

	/**
	 * Starts a clock. While one of the kind is open for the subject, that one goes on;
	 * after one that ended, a new round begins.
	 * @param calendarName the calendar by which business time and working days count
	 * @param cause why, such as the rule that gave the target
	 * @throws IllegalArgumentException when there is no calendar of that name
	 */
	@Transactional
	public void start(UUID subjectId, ClockKind kind, CareDuration target, String calendarName, Instant at,
			String cause) {
		this.calendars.named(calendarName);
		Optional<ClockLedger> latest = latest(subjectId, kind);
		Instant moment = micros(at);
		if (latest.isPresent() && (latest.get().isOpen() || latest.get().startedAt().equals(moment))) {
			return;
		}
		ClockEntry started = new ClockEntry(Type.STARTED, moment, target, calendarName, cut(cause), actor());
		this.tables.insert(new ClockLedger(UUID.randomUUID(), subjectId, kind,
				latest.map((clock) -> clock.round() + 1).orElse(1), List.of(started)));
	}

	/** Stops all running clocks of a subject for a while. */
	@Transactional
	public void pause(UUID subjectId, Instant at, String cause) {
		open(subjectId, (clock) -> !clock.isPaused())
			.forEach((clock) -> append(clock, ClockEntry.of(Type.PAUSED, at, cause)));
	}

	/** Lets all paused clocks of a subject run on. */
	@Transactional
	public void resume(UUID subjectId, Instant at, String cause) {
		open(subjectId, ClockLedger::isPaused)
			.forEach((clock) -> append(clock, ClockEntry.of(Type.RESUMED, at, cause)));
	}

	/** What the open clock of the kind waited for has happened. */
	@Transactional
	public void met(UUID subjectId, ClockKind kind, Instant at) {
		open(subjectId, (clock) -> clock.kind() == kind).forEach((clock) -> end(clock, Type.MET, at, null));
	}

	/** The subject's open clocks are not waited for any more. */
	@Transactional
	public void cancel(UUID subjectId, Instant at, String cause) {
		open(subjectId, (clock) -> true).forEach((clock) -> end(clock, Type.CANCELLED, at, cause));
	}

	/**
	 * Gives the open clock of the kind another target or calendar; the time used stays
	 * used, as it was counted.
	 * @throws IllegalArgumentException when there is no calendar of that name
	 */
	@Transactional
	public void changeTarget(UUID subjectId, ClockKind kind, CareDuration target, String calendarName, Instant at,
			String cause) {
		this.calendars.named(calendarName);
		open(subjectId, (clock) -> clock.kind() == kind).filter(
				(clock) -> !target.equals(clock.terms().target()) || !calendarName.equals(clock.terms().calendarName()))
			.forEach((clock) -> append(clock,
					new ClockEntry(Type.TARGET_CHANGED, at, target, calendarName, cause, null)));
	}

	/**
	 * How the latest clock of the kind stands, open or ended.
	 * @return empty when none was ever started
	 */
	public Optional<ClockState> state(UUID subjectId, ClockKind kind, Instant now) {
		return latest(subjectId, kind).map((clock) -> clock.stateAt(now, this.calendars::named));
	}

	/** How all open clocks of a subject stand, the one that is due first first. */
	public List<ClockState> openStates(UUID subjectId, Instant now) {
		return open(subjectId, (clock) -> true).map((clock) -> clock.stateAt(now, this.calendars::named))
			.sorted(Comparator.comparing(ClockState::dueAt))
			.toList();
	}

	/**
	 * The subjects with an open clock that counts, or counted for a while, by one of some
	 * calendars: those whose deadlines follow when the calendars change. A page of them,
	 * by id.
	 * @param calendarNames the calendars
	 * @param after the last subject of the page before, null for the first page
	 * @param atMost how many
	 */
	public List<UUID> subjectsCountedBy(Collection<String> calendarNames, @Nullable UUID after, int atMost) {
		return this.tables.openSubjects(calendarNames, after, atMost);
	}

	private Optional<ClockLedger> latest(UUID subjectId, ClockKind kind) {
		return this.tables.ledgersOf(subjectId)
			.stream()
			.filter((clock) -> clock.kind() == kind)
			.max(Comparator.comparing(ClockLedger::round));
	}

	private Stream<ClockLedger> open(UUID subjectId, Predicate<ClockLedger> which) {
		return this.tables.ledgersOf(subjectId).stream().filter(ClockLedger::isOpen).filter(which);
	}

	/** Ends a clock; when it ends late, the ledger says first since when it was late. */
	private void end(ClockLedger clock, Type how, Instant at, @Nullable String cause) {
		Instant endedAt = later(micros(at), clock.lastAt());
		Instant dueAt = clock.stateAt(endedAt, this.calendars::named).dueAt();
		int number = clock.entries().size() + 1;
		if (endedAt.isAfter(dueAt)) {
			ClockEntry breached = ClockEntry.of(Type.BREACHED, micros(dueAt), null).notBefore(clock.lastAt());
			this.tables.append(clock.id(), number++, breached);
		}
		this.tables.append(clock.id(), number, ClockEntry.of(how, endedAt, cut(cause)).by(actor()));
	}

	private void append(ClockLedger clock, ClockEntry entry) {
		ClockEntry complete = new ClockEntry(entry.type(), later(micros(entry.at()), clock.lastAt()), entry.target(),
				entry.calendarName(), cut(entry.cause()), actor());
		this.tables.append(clock.id(), clock.entries().size() + 1, complete);
	}

	private static @Nullable String actor() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication != null) ? authentication.getName() : null;
	}

	/** As exact as the database keeps it. */
	private static Instant micros(Instant at) {
		return at.truncatedTo(ChronoUnit.MICROS);
	}

	private static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

	private static @Nullable String cut(@Nullable String cause) {
		return (cause != null && cause.length() > LONGEST_CAUSE) ? cause.substring(0, LONGEST_CAUSE) : cause;
	}

}
