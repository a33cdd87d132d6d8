package vn.careflow.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OpenIntervalsTests {

	private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

	private static final Set<DayOfWeek> WORK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

	private final BusinessCalendar office = BusinessCalendar.named("office", VIETNAM)
		.open(WORK, "08:00", "12:00")
		.open(WORK, "13:30", "17:30")
		.except(CalendarDay.closed(LocalDate.of(2026, 3, 3), "Nghỉ"))
		.build();

	private final BusinessCalendar always = BusinessCalendar.named("always", VIETNAM)
		.open(EnumSet.allOf(DayOfWeek.class), "00:00", "24:00")
		.build();

	@Test
	void cutsOpenTimeAtTheQuestionsEnds() {
		assertThat(this.office.openIntervals(at("2026-03-02T09:00"), at("2026-03-04T08:30"))).containsExactly(
				interval("2026-03-02T09:00", "2026-03-02T12:00"), interval("2026-03-02T13:30", "2026-03-02T17:30"),
				interval("2026-03-04T08:00", "2026-03-04T08:30"));
	}

	@Test
	void joinsHoursThatTouchAtMidnight() {
		assertThat(this.always.openIntervals(at("2020-01-01T00:00"), at("2030-01-01T00:00")))
			.containsExactly(interval("2020-01-01T00:00", "2030-01-01T00:00"));
	}

	@Test
	void findsNothingInClosedOrNoTime() {
		assertThat(this.office.openIntervals(at("2026-03-02T12:00"), at("2026-03-02T13:30"))).isEmpty();
		assertThat(this.office.openIntervals(at("2026-03-02T09:00"), at("2026-03-02T09:00"))).isEmpty();
		assertThat(this.office.openIntervals(at("2026-03-02T10:00"), at("2026-03-02T09:00"))).isEmpty();
		assertThat(BusinessCalendar.named("empty", VIETNAM)
			.build()
			.openIntervals(at("2026-03-02T09:00"), at("2027-03-02T09:00"))).isEmpty();
	}

	@Test
	void addsUpToTheOpenTimeBetweenAndNoIntervalTouchesTheNext() {
		Instant from = at("2024-01-01T00:00");
		Instant to = at("2029-01-01T00:00");

		List<OpenInterval> open = this.office.openIntervals(from, to).toList();

		assertThat(open.stream().map(OpenInterval::length).reduce(Duration.ZERO, Duration::plus))
			.isEqualTo(this.office.between(from, to));
		for (int i = 1; i < open.size(); i++) {
			assertThat(open.get(i).from()).isAfter(open.get(i - 1).to());
		}
		assertThat(open).allMatch((interval) -> this.office.isOpen(interval.from())
				&& !this.office.isOpen(interval.to()) && this.office.isOpen(interval.to().minusNanos(1)));
	}

	@Test
	void worksNothingOutBeforeItIsAskedFor() {
		assertThat(this.office.slots(at("1950-01-02T00:00"), at("2199-12-31T00:00"), Duration.ofMinutes(1)).limit(2))
			.containsExactly(interval("1950-01-02T08:00", "1950-01-02T08:01"),
					interval("1950-01-02T08:01", "1950-01-02T08:02"));
	}

	@Test
	void fitsSlotsIntoOpenTimeOneBehindTheOther() {
		assertThat(this.office.slots(at("2026-03-02T10:15"), at("2026-03-02T15:00"), Duration.ofMinutes(45)))
			.containsExactly(interval("2026-03-02T10:15", "2026-03-02T11:00"),
					interval("2026-03-02T11:00", "2026-03-02T11:45"), interval("2026-03-02T13:30", "2026-03-02T14:15"),
					interval("2026-03-02T14:15", "2026-03-02T15:00"));
	}

	@Test
	void letsSlotsBeginAtAStepOfTheirOwn() {
		assertThat(this.office
			.slots(at("2026-03-02T10:30"), at("2026-03-02T12:00"), Duration.ofHours(1), Duration.ofMinutes(15))
			.map(OpenInterval::from))
			.containsExactly(at("2026-03-02T10:30"), at("2026-03-02T10:45"), at("2026-03-02T11:00"));
	}

	@Test
	void refusesSlotsOfNoLength() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.office.slots(at("2026-03-02T10:30"), at("2026-03-02T12:00"), Duration.ZERO));
		assertThatIllegalArgumentException().isThrownBy(() -> this.office.slots(at("2026-03-02T10:30"),
				at("2026-03-02T12:00"), Duration.ofHours(1), Duration.ofHours(-1)));
	}

	@Test
	void leavesOutTheHourThatAClockChangeSkipsAndCountsTheOneItRepeats() {
		ZoneId berlin = ZoneId.of("Europe/Berlin");
		BusinessCalendar night = BusinessCalendar.named("night", berlin)
			.open(EnumSet.allOf(DayOfWeek.class), "01:00", "04:00")
			.build();

		ZonedDateTime spring = ZonedDateTime.of(2026, 3, 29, 0, 0, 0, 0, berlin);
		ZonedDateTime autumn = ZonedDateTime.of(2026, 10, 25, 0, 0, 0, 0, berlin);

		assertThat(this.lengthOn(night, spring)).isEqualTo(Duration.ofHours(2));
		assertThat(this.lengthOn(night, autumn)).isEqualTo(Duration.ofHours(4));
	}

	@Test
	void answersInTheZoneOfTheQuestion() {
		ZoneId newYork = ZoneId.of("America/New_York");
		ZonedDateTime monday = ZonedDateTime.of(2026, 3, 1, 20, 0, 0, 0, newYork);

		assertThat(this.office.isOpen(monday)).isTrue();
		assertThat(this.office.nextClose(monday)).contains(ZonedDateTime.of(2026, 3, 2, 0, 0, 0, 0, newYork));
		assertThat(this.office.nextOpen(monday.plusHours(4)))
			.isEqualTo(ZonedDateTime.of(2026, 3, 2, 1, 30, 0, 0, newYork));
		ZonedDateTime later = this.office.add(monday, CareDuration.parse("5h"));
		assertThat(later).isEqualTo(ZonedDateTime.of(2026, 3, 2, 2, 30, 0, 0, newYork));
		assertThat(this.office.between(monday, later.withZoneSameInstant(VIETNAM))).isEqualTo(Duration.ofHours(5));
		assertThat(this.office.subtract(later, CareDuration.parse("5h"))).isEqualTo(monday);
	}

	private Duration lengthOn(BusinessCalendar calendar, ZonedDateTime midnight) {
		return calendar.openIntervals(midnight.toInstant(), midnight.plusDays(1).toInstant())
			.map(OpenInterval::length)
			.reduce(Duration.ZERO, Duration::plus);
	}

	private static OpenInterval interval(String from, String to) {
		return new OpenInterval(at(from), at(to));
	}

	private static Instant at(String local) {
		return LocalDateTime.parse(local).atZone(VIETNAM).toInstant();
	}

}
