package vn.careflow.servicelevel;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import vn.careflow.calendar.BusinessCalendar;
import vn.careflow.calendar.CareDuration;
import vn.careflow.servicelevel.ClockEntry.Type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ClockLedgerTests {

	private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

	private static final BusinessCalendar OFFICE = BusinessCalendar.named("office", VIETNAM)
		.open(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), "08:00", "12:00")
		.open(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), "13:30", "17:30")
		.closedOnVietnameseHolidays()
		.build();

	private static final BusinessCalendar SHOP = BusinessCalendar.named("shop", VIETNAM)
		.open(EnumSet.allOf(DayOfWeek.class), "07:00", "21:00")
		.build();

	private static final Map<String, BusinessCalendar> CALENDARS = Map.of("office", OFFICE, "shop", SHOP);

	@Test
	void warnsAtThreeQuartersIsDueAtTheTargetAndPassesAgainTwoHoursLater() {
		ClockLedger clock = clock(started("2026-11-23T09:00", "8h"));

		ClockState state = at(clock, "2026-11-23T10:00");

		assertThat(local(state.warnAt())).isEqualTo("2026-11-23T16:30");
		assertThat(local(state.dueAt())).isEqualTo("2026-11-24T09:00");
		assertThat(local(state.overdueAgainAt())).isEqualTo("2026-11-24T11:00");
		assertThat(state.usedTime()).isEqualTo(Duration.ofHours(1));
		assertThat(state.remaining()).isEqualTo(Duration.ofHours(7));
	}

	@Test
	void movesFromOnTrackOverNearToPassedAndPassedAgain() {
		ClockLedger clock = clock(started("2026-11-23T09:00", "8h"));

		assertThat(at(clock, "2026-11-23T16:29").deadlineState()).isEqualTo(DeadlineState.ON_TRACK);
		assertThat(at(clock, "2026-11-23T16:30").deadlineState()).isEqualTo(DeadlineState.NEAR);
		assertThat(at(clock, "2026-11-24T08:59").deadlineState()).isEqualTo(DeadlineState.NEAR);
		assertThat(at(clock, "2026-11-24T09:00").deadlineState()).isEqualTo(DeadlineState.PASSED);
		assertThat(at(clock, "2026-11-24T11:00").deadlineState()).isEqualTo(DeadlineState.PASSED_AGAIN);
		assertThat(at(clock, "2026-11-24T09:00").breached()).isFalse();
		assertThat(at(clock, "2026-11-24T09:01")).satisfies((state) -> {
			assertThat(state.breached()).isTrue();
			assertThat(state.remaining()).isEqualTo(Duration.ofMinutes(-1));
		});
	}

	@Test
	void doesNotCountTheTimeItWaitsForTheCustomer() {
		ClockLedger clock = clock(started("2026-11-23T09:00", "8h"), entry(Type.PAUSED, "2026-11-23T11:00"),
				entry(Type.RESUMED, "2026-11-25T14:00"));

		ClockState state = at(clock, "2026-11-25T15:00");

		assertThat(state.usedTime()).isEqualTo(Duration.ofHours(3));
		assertThat(local(state.dueAt())).isEqualTo("2026-11-26T10:30");
	}

	@Test
	void standsStillWhilePausedAndShowsWhatWouldHoldIfItRanOnNow() {
		ClockLedger clock = clock(started("2026-11-23T09:00", "8h"), entry(Type.PAUSED, "2026-11-23T11:00"));

		ClockState soon = at(clock, "2026-11-23T11:30");
		ClockState late = at(clock, "2026-12-23T09:00");

		assertThat(soon.paused()).isTrue();
		assertThat(soon.usedTime()).isEqualTo(late.usedTime()).isEqualTo(Duration.ofHours(2));
		assertThat(late.deadlineState()).isEqualTo(DeadlineState.ON_TRACK);
		assertThat(local(late.dueAt())).isEqualTo("2026-12-23T16:30");
	}

	@Test
	void movesADeadlineThatFallsOnTetToTheFirstMinuteAfterIt() {
		ClockLedger clock = clock(started("2026-02-13T17:00", "31m"));

		assertThat(local(at(clock, "2026-02-13T17:00").dueAt())).isEqualTo("2026-02-23T08:01");
	}

	@Test
	void countsWorkingDaysToTheCloseOfTheLastAndKeepsWhatIsLeftOfThemOverAPause() {
		ClockLedger running = clock(started("2026-11-23T15:30", "2wd"));
		ClockLedger resumed = clock(started("2026-11-23T15:30", "2wd"), entry(Type.PAUSED, "2026-11-24T08:00"),
				entry(Type.RESUMED, "2026-11-26T08:00"));

		assertThat(local(at(running, "2026-11-23T16:00").dueAt())).isEqualTo("2026-11-25T17:30");
		assertThat(local(at(resumed, "2026-11-26T09:00").dueAt())).isEqualTo("2026-11-27T17:30");
	}

	@Test
	void countsNightsOnlyWhenTheTargetIsWallClockTime() {
		ClockLedger clock = clock(started("2026-11-23T16:30", "PT4H"));

		ClockState state = at(clock, "2026-11-23T17:30");

		assertThat(local(state.dueAt())).isEqualTo("2026-11-23T20:30");
		assertThat(local(state.overdueAgainAt())).isEqualTo("2026-11-24T10:00");
	}

	@Test
	void keepsTheTimeUsedWhenTheTargetChanges() {
		ClockLedger longer = clock(started("2026-11-23T09:00", "4h"), changed("2026-11-23T11:00", "8h", "office"));
		ClockLedger shorter = clock(started("2026-11-23T09:00", "8h"), changed("2026-11-23T11:00", "1h", "office"));

		assertThat(local(at(longer, "2026-11-23T11:00").dueAt())).isEqualTo("2026-11-24T09:00");
		assertThat(local(at(shorter, "2026-11-23T11:00").dueAt())).isEqualTo("2026-11-23T10:00");
		assertThat(at(shorter, "2026-11-23T11:00").deadlineState()).isEqualTo(DeadlineState.PASSED);
	}

	@Test
	void keepsTheTimeAsItWasCountedWhenTheCalendarChanges() {
		ClockLedger clock = clock(started("2026-11-23T11:00", "4h"), changed("2026-11-23T13:30", "4h", "shop"));

		ClockState state = at(clock, "2026-11-23T13:30");

		assertThat(state.usedTime()).isEqualTo(Duration.ofHours(1));
		assertThat(local(state.dueAt())).isEqualTo("2026-11-23T16:30");
		assertThat(state.calendarName()).isEqualTo("shop");
	}

	@Test
	void threatensNobodyOnceItEnded() {
		ClockLedger inTime = clock(started("2026-11-23T09:00", "1h"), entry(Type.MET, "2026-11-23T10:00"));
		ClockLedger late = clock(started("2026-11-23T09:00", "1h"), entry(Type.BREACHED, "2026-11-23T10:00"),
				entry(Type.MET, "2026-11-23T10:30"));

		assertThat(at(inTime, "2026-12-23T10:00")).satisfies((state) -> {
			assertThat(state.deadlineState()).isEqualTo(DeadlineState.ON_TRACK);
			assertThat(state.breached()).isFalse();
			assertThat(state.end()).isEqualTo(ClockEnd.MET);
			assertThat(state.usedTime()).isEqualTo(Duration.ofHours(1));
		});
		assertThat(at(late, "2026-12-23T10:00")).satisfies((state) -> {
			assertThat(state.deadlineState()).isEqualTo(DeadlineState.ON_TRACK);
			assertThat(state.breached()).isTrue();
		});
	}

	@Test
	void refusesALedgerThatDoesNotBeginWithTheStart() {
		assertThatIllegalArgumentException().isThrownBy(() -> clock(entry(Type.MET, "2026-11-23T10:00")));
	}

	/**
	 * Random ledgers against a clock that looks at each minute; a failure names its seed.
	 */
	@Test
	void agreesWithAClockThatCountsEachMinute() {
		for (long seed = 1; seed <= 1_000; seed++) {
			Random random = new Random(seed);
			ClockLedger clock = anyClock(random);
			Instant now = clock.lastAt().plus(Duration.ofMinutes(random.nextInt(3_000)));

			ClockState state = clock.stateAt(now, CALENDARS::get);

			Simulation simulation = new Simulation(clock, now);
			Duration budget = state.usedTime().plus(state.remaining());
			assertThat(state.usedTime()).as("used time, seed %d", seed).isEqualTo(simulation.used());
			assertThat(state.dueAt()).as("due, seed %d", seed).isEqualTo(simulation.momentOf(budget));
			assertThat(state.warnAt()).as("warning, seed %d", seed)
				.isEqualTo(simulation.momentOf(budget.multipliedBy(3).dividedBy(4)));
		}
	}

	private static ClockLedger anyClock(Random random) {
		Instant at = instant("2026-02-09T00:00").plus(Duration.ofMinutes(random.nextInt(10_000)));
		List<ClockEntry> entries = new ArrayList<>();
		entries.add(new ClockEntry(Type.STARTED, at, anyTarget(random), anyCalendar(random), null, null));
		boolean paused = false;
		for (int i = random.nextInt(6); i > 0; i--) {
			at = at.plus(Duration.ofMinutes(random.nextInt(2_000)));
			if (random.nextInt(3) == 0) {
				entries
					.add(new ClockEntry(Type.TARGET_CHANGED, at, anyTarget(random), anyCalendar(random), null, null));
			}
			else {
				paused = !paused;
				entries.add(ClockEntry.of(paused ? Type.PAUSED : Type.RESUMED, at, null));
			}
		}
		return clock(entries.toArray(ClockEntry[]::new));
	}

	private static CareDuration anyTarget(Random random) {
		int quarters = 4 * (1 + random.nextInt(300));
		return CareDuration.parse(random.nextInt(3) == 0 ? "PT" + quarters + "M" : quarters + "m");
	}

	private static String anyCalendar(Random random) {
		return random.nextBoolean() ? "office" : "shop";
	}

	private static ClockLedger clock(ClockEntry... entries) {
		return new ClockLedger(UUID.randomUUID(), UUID.randomUUID(), ClockKind.RESOLUTION, 1, Arrays.asList(entries));
	}

	private static ClockEntry started(String at, String target) {
		return new ClockEntry(Type.STARTED, instant(at), CareDuration.parse(target), "office", null, null);
	}

	private static ClockEntry changed(String at, String target, String calendar) {
		return new ClockEntry(Type.TARGET_CHANGED, instant(at), CareDuration.parse(target), calendar, null, null);
	}

	private static ClockEntry entry(Type type, String at) {
		return ClockEntry.of(type, instant(at), null);
	}

	private static ClockState at(ClockLedger clock, String now) {
		return clock.stateAt(instant(now), CALENDARS::get);
	}

	private static Instant instant(String local) {
		return LocalDateTime.parse(local).atZone(VIETNAM).toInstant();
	}

	private static LocalDateTime local(Instant instant) {
		return instant.atZone(VIETNAM).toLocalDateTime();
	}

	/**
	 * Reads the ledger minute by minute, as slowly and as simply as possible.
	 */
	private static final class Simulation {

		private final ClockLedger clock;

		private final Instant now;

		Simulation(ClockLedger clock, Instant now) {
			this.clock = clock;
			this.now = now;
		}

		Duration used() {
			long minutes = 0;
			for (Instant at = this.clock.startedAt(); at.isBefore(this.now); at = at.plusSeconds(60)) {
				minutes += counts(at, false) ? 1 : 0;
			}
			return Duration.ofMinutes(minutes);
		}

		/** Runs on from now where the clock is paused then. */
		Instant momentOf(Duration amount) {
			long missing = amount.toMinutes();
			Instant at = this.clock.startedAt();
			while (missing > 0) {
				missing -= counts(at, !at.isBefore(this.now)) ? 1 : 0;
				at = at.plusSeconds(60);
			}
			return at;
		}

		private boolean counts(Instant minute, boolean runsOn) {
			boolean running = false;
			@Nullable CareDuration target = null;
			@Nullable String calendar = null;
			for (ClockEntry entry : this.clock.entries()) {
				if (entry.at().isAfter(minute)) {
					break;
				}
				running = (entry.type() == Type.TARGET_CHANGED) ? running : entry.type() != Type.PAUSED;
				target = (entry.target() != null) ? entry.target() : target;
				calendar = (entry.calendarName() != null) ? entry.calendarName() : calendar;
			}
			return (running || runsOn)
					&& (target instanceof CareDuration.WallClock || CALENDARS.get(calendar).isOpen(minute));
		}

	}

}
