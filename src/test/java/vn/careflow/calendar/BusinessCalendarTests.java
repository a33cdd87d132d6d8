package vn.careflow.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BusinessCalendarTests {

	private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

	private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

	private static final Set<DayOfWeek> ALL_DAYS = EnumSet.allOf(DayOfWeek.class);

	private static final BusinessCalendar OFFICE = office().build();

	private static final BusinessCalendar ALWAYS = BusinessCalendar.named("always", VIETNAM)
		.open(ALL_DAYS, "00:00", "24:00")
		.build();

	@ParameterizedTest
	@CsvSource({
			// inside a morning, over lunch, up to lunch, up to the end of the day, over
			// the night
			"2026-11-23T08:30, 2h, 2026-11-23T10:30", "2026-11-23T11:00, 2h, 2026-11-23T14:30",
			"2026-11-23T11:00, 1h, 2026-11-23T12:00", "2026-11-23T13:30, 4h, 2026-11-23T17:30",
			"2026-11-23T17:00, 1h, 2026-11-24T08:30",
			// begun at lunch, before opening, on a Saturday, over a weekend
			"2026-11-23T12:15, 30m, 2026-11-23T14:00", "2026-11-23T03:00, 30m, 2026-11-23T08:30",
			"2026-11-28T10:00, 8h, 2026-11-30T17:30", "2026-11-27T17:00, 8h, 2026-11-30T17:00",
			// Tết 2026 (16 to 20 February) and the weekends around it
			"2026-02-13T17:00, 1h, 2026-02-23T08:30", "2026-02-17T00:00, 1m, 2026-02-23T08:01",
			// New Year's Eve, 29 February
			"2026-12-31T17:00, 1h, 2027-01-04T08:30", "2028-02-28T17:00, 1h, 2028-02-29T08:30" })
	void addsBusinessTime(LocalDateTime from, String duration, LocalDateTime expected) {
		assertThat(local(OFFICE.add(at(from), CareDuration.parse(duration)))).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-23T08:00, 1wd, 2026-11-24T17:30", "2026-11-23T19:00, 1wd, 2026-11-24T17:30",
			"2026-11-27T10:00, 1wd, 2026-11-30T17:30", "2026-11-28T10:00, 1wd, 2026-11-30T17:30",
			"2026-11-27T10:00, 2wd, 2026-12-01T17:30", "2026-02-13T10:00, 2wd, 2026-02-24T17:30",
			"2026-11-24T00:00, 1wd, 2026-11-24T17:30" })
	void addsWorkingDaysUpToTheCloseOfTheLast(LocalDateTime from, String duration, LocalDateTime expected) {
		assertThat(local(OFFICE.add(at(from), CareDuration.parse(duration)))).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-23T14:30, 2h, 2026-11-23T11:00", "2026-11-24T08:30, 1h, 2026-11-23T17:00",
			"2026-11-23T13:30, 1h, 2026-11-23T11:00", "2026-11-30T10:00, 1wd, 2026-11-27T08:00",
			"2026-02-23T10:00, 2wd, 2026-02-12T08:00" })
	void subtracts(LocalDateTime from, String duration, LocalDateTime expected) {
		assertThat(local(OFFICE.subtract(at(from), CareDuration.parse(duration)))).isEqualTo(expected);
	}

	@Test
	void countsWallClockTimeThroughTheNight() {
		Instant friday = at("2026-11-27T17:00");

		assertThat(OFFICE.add(friday, CareDuration.parse("PT24H"))).isEqualTo(at("2026-11-28T17:00"));
		assertThat(OFFICE.subtract(friday, CareDuration.parse("PT24H"))).isEqualTo(at("2026-11-26T17:00"));
	}

	@Test
	void isOpenAtTheStartOfARangeAndClosedAtItsEnd() {
		assertThat(OFFICE.isOpen(at("2026-11-23T08:00"))).isTrue();
		assertThat(OFFICE.isOpen(at("2026-11-23T12:00").minusNanos(1))).isTrue();
		assertThat(OFFICE.isOpen(at("2026-11-23T12:00"))).isFalse();
		assertThat(OFFICE.isOpen(at("2026-11-23T13:30").minusNanos(1))).isFalse();
	}

	@Test
	void findsTheNextOpeningAndTheNextClose() {
		assertThat(OFFICE.nextOpen(at("2026-11-23T12:00"))).isEqualTo(at("2026-11-23T13:30"));
		assertThat(OFFICE.nextOpen(at("2026-11-23T09:12"))).isEqualTo(at("2026-11-23T09:12"));
		assertThat(OFFICE.nextClose(at("2026-11-23T09:12"))).contains(at("2026-11-23T12:00"));
		assertThat(OFFICE.nextClose(at("2026-11-23T12:00"))).contains(at("2026-11-23T17:30"));
		assertThat(OFFICE.lastOpenBefore(at("2026-11-23T12:40"))).isEqualTo(at("2026-11-23T12:00"));
		assertThat(OFFICE.lastOpenBefore(at("2026-11-23T11:40"))).isEqualTo(at("2026-11-23T11:40"));
	}

	@Test
	void runsThroughMidnightWhenAlwaysOpen() {
		Instant evening = at("2026-11-23T23:59");

		assertThat(ALWAYS.nextClose(evening)).isEmpty();
		assertThat(ALWAYS.add(evening, CareDuration.parse("2m"))).isEqualTo(at("2026-11-24T00:01"));
		assertThat(ALWAYS.add(evening, CareDuration.parse("1wd"))).isEqualTo(at("2026-11-25T00:00"));
		assertThat(ALWAYS.add(at("2026-11-25T00:00"), CareDuration.parse("1wd"))).isEqualTo(at("2026-11-26T00:00"));
		assertThat(ALWAYS.between(evening, evening.plus(Duration.ofDays(4000)))).isEqualTo(Duration.ofDays(4000));
	}

	@Test
	void countsNothingFromTheEveOfTetToItsEnd() {
		assertThat(OFFICE.between(at("2026-02-13T17:30"), at("2026-02-23T08:00"))).isZero();
		assertThat(OFFICE.between(at("2007-02-15T17:30"), at("2007-02-22T08:00"))).isZero();
		assertThat(OFFICE.between(at("2030-01-30T17:30"), at("2030-02-06T08:00"))).isZero();
		assertThat(OFFICE.exceptionOn(LocalDate.of(2030, 2, 2))).contains("Tết Nguyên đán");
	}

	@Test
	void worksOnASaturdayGivenForAFriday() {
		BusinessCalendar swapped = office()
			.except(CalendarDay.closed(LocalDate.of(2026, 1, 2), "Hoán đổi ngày làm việc"))
			.except(new CalendarDay(LocalDate.of(2026, 1, 10), "Làm bù", List.of(TimeRange.of("08:00", "12:00"))))
			.build();

		assertThat(swapped.nextOpen(at("2025-12-31T17:30"))).isEqualTo(at("2026-01-05T08:00"));
		assertThat(swapped.add(at("2026-01-09T17:00"), CareDuration.parse("1h"))).isEqualTo(at("2026-01-10T08:30"));
		assertThat(swapped.add(at("2026-01-09T17:00"), CareDuration.parse("1wd"))).isEqualTo(at("2026-01-10T12:00"));
		assertThat(swapped.exceptionOn(LocalDate.of(2026, 1, 10))).contains("Làm bù");
	}

	@Test
	void leavesOutTheHourThatSummerTimeSkipsAndCountsTheRepeatedOneTwice() {
		BusinessCalendar night = BusinessCalendar.named("night", ZoneId.of("Europe/Berlin"))
			.open(ALL_DAYS, "01:00", "04:00")
			.build();
		Instant spring = Instant.parse("2026-03-28T12:00:00Z");
		Instant autumn = Instant.parse("2026-10-24T12:00:00Z");

		assertThat(night.between(spring, spring.plus(Duration.ofDays(1)))).isEqualTo(Duration.ofHours(2));
		assertThat(night.between(autumn, autumn.plus(Duration.ofDays(1)))).isEqualTo(Duration.ofHours(4));
		assertThat(night.add(spring, CareDuration.parse("2h"))).isEqualTo(Instant.parse("2026-03-29T02:00:00Z"));
		assertThat(night.add(autumn, CareDuration.parse("2h"))).isEqualTo(Instant.parse("2026-10-25T01:00:00Z"));
	}

	@Test
	@Timeout(5)
	void saysThatACalendarNeverOpens() {
		BusinessCalendar empty = BusinessCalendar.named("trống", VIETNAM).closedOnVietnameseHolidays().build();
		Instant now = at("2026-11-23T09:00");

		assertThat(empty.isOpen(now)).isFalse();
		assertThat(empty.between(now, now.plus(Duration.ofDays(3)))).isZero();
		assertThatExceptionOfType(NeverOpenException.class).isThrownBy(() -> empty.nextOpen(now))
			.withMessageContaining("trống");
		assertThatExceptionOfType(NeverOpenException.class).isThrownBy(() -> empty.nextClose(now));
		assertThatExceptionOfType(NeverOpenException.class).isThrownBy(() -> empty.add(now, CareDuration.parse("1m")));
		assertThatExceptionOfType(NeverOpenException.class)
			.isThrownBy(() -> empty.subtract(now, CareDuration.parse("1wd")));
	}

	@Test
	@Timeout(5)
	void saysWhenTheOnlyOpenedDayIsOver() {
		BusinessCalendar fair = BusinessCalendar.named("hội chợ", VIETNAM)
			.except(new CalendarDay(LocalDate.of(2026, 11, 24), "Hội chợ", List.of(TimeRange.of("09:00", "10:00"))))
			.build();

		assertThat(fair.add(at("2026-11-23T09:00"), CareDuration.parse("1h"))).isEqualTo(at("2026-11-24T10:00"));
		assertThatExceptionOfType(NeverOpenException.class)
			.isThrownBy(() -> fair.add(at("2026-11-23T09:00"), CareDuration.parse("61m")));
	}

	@Test
	void refusesHoursThatOverlapOrRunOverMidnight() {
		assertThatIllegalArgumentException().isThrownBy(() -> TimeRange.of("22:00", "06:00"))
			.withMessageContaining("midnight");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> office().open(EnumSet.of(DayOfWeek.MONDAY), "11:00", "14:00").build())
			.withMessageContaining("overlap");
		assertThatIllegalArgumentException().isThrownBy(() -> OFFICE.isOpen(Instant.MAX));
	}

	private static BusinessCalendar.Builder office() {
		return BusinessCalendar.named("office", VIETNAM)
			.open(WEEKDAYS, "08:00", "12:00")
			.open(WEEKDAYS, "13:30", "17:30")
			.closedOnVietnameseHolidays();
	}

	private static Instant at(String local) {
		return at(LocalDateTime.parse(local));
	}

	private static Instant at(LocalDateTime local) {
		return local.atZone(VIETNAM).toInstant();
	}

	private static LocalDateTime local(Instant instant) {
		return instant.atZone(VIETNAM).toLocalDateTime();
	}

}
