package vn.careflow.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The cases that systems like this one are known to get wrong, each by its name.
 */
class CasesThatCalendarsGetWrongTests {

	private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

	private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

	private static final Set<DayOfWeek> ALL_DAYS = EnumSet.allOf(DayOfWeek.class);

	private static final BusinessCalendar OFFICE = officeIn(VIETNAM).closedOnVietnameseHolidays().build();

	@Test
	void lunchIsAGapAndNotWorkingTime() {
		assertThat(OFFICE.isOpen(at("2026-11-23T12:00"))).isFalse();
		assertThat(OFFICE.isOpen(at("2026-11-23T13:29:59"))).isFalse();
		assertThat(OFFICE.between(at("2026-11-23T08:00"), at("2026-11-23T17:30"))).isEqualTo(Duration.ofHours(8));
		assertThat(added("2026-11-23T11:30", "1h")).isEqualTo("2026-11-23T14:00");
		assertThat(added("2026-11-23T12:10", "1h")).isEqualTo("2026-11-23T14:30");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1 day", "1d", "P1D", "P1DT1H", "1 ngày", "3 days" })
	void aBareDayIsRefusedWithTheWaysToSayWhatItCounts(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> CareDuration.parse(text))
			.withMessageContaining(text)
			.withMessageContaining("1wd")
			.withMessageContaining("8h")
			.withMessageContaining("PT24H");
	}

	@Test
	void eightHoursAWorkingDayAndTwentyFourHoursAreThreeThings() {
		assertThat(added("2026-11-27T16:30", "8h")).isEqualTo("2026-11-30T16:30");
		assertThat(added("2026-11-27T16:30", "1wd")).isEqualTo("2026-11-30T17:30");
		assertThat(added("2026-11-27T16:30", "PT24H")).isEqualTo("2026-11-28T16:30");
	}

	/**
	 * The last closing before Tết, the first opening after it, and the first lunar day in
	 * Vietnam and in China.
	 */
	@ParameterizedTest
	@CsvSource({ "2007-02-14T17:30, 2007-02-22T08:00, 2007-02-17, 2007-02-18",
			"2030-01-30T17:30, 2030-02-07T08:00, 2030-02-02, 2030-02-03" })
	void tetIsThatOfVietnamAndNotOfChina(LocalDateTime closing, LocalDateTime opening, LocalDate vietnam,
			LocalDate china) {
		assertThat(VietnameseLunarCalendar.toLunar(vietnam)).isEqualTo(LunarDate.of(vietnam.getYear(), 1, 1));
		assertThat(VietnameseLunarCalendar.toLunar(china)).isEqualTo(LunarDate.of(vietnam.getYear(), 1, 2));
		assertThat(OFFICE.exceptionOn(vietnam)).contains("Tết Nguyên đán");
		assertThat(local(OFFICE.nextOpen(at(closing)))).isEqualTo(opening);
	}

	@Test
	void aSwappedFridayIsFreeAndItsSaturdayIsWorked() {
		BusinessCalendar swapped = officeIn(VIETNAM).closedOnVietnameseHolidays()
			.except(CalendarDay.closed(LocalDate.of(2026, 1, 2), "Hoán đổi với thứ Bảy 10/01/2026"))
			.except(new CalendarDay(LocalDate.of(2026, 1, 10), "Làm bù cho thứ Sáu 02/01/2026",
					List.of(TimeRange.of("08:00", "12:00"), TimeRange.of("13:30", "17:30"))))
			.build();

		assertThat(local(swapped.nextOpen(at("2025-12-31T17:30")))).isEqualTo("2026-01-05T08:00");
		assertThat(swapped.between(at("2026-01-01T00:00"), at("2026-01-05T08:00"))).isZero();
		assertThat(local(swapped.add(at("2026-01-09T17:00"), CareDuration.parse("1h")))).isEqualTo("2026-01-10T08:30");
		assertThat(local(swapped.add(at("2026-01-09T10:00"), CareDuration.parse("2wd")))).isEqualTo("2026-01-12T17:30");
		assertThat(swapped.exceptionOn(LocalDate.of(2026, 1, 10))).contains("Làm bù cho thứ Sáu 02/01/2026");
	}

	@Test
	void aRangeUpTo24HoursMeetsTheNextDayWithoutAGap() {
		BusinessCalendar late = BusinessCalendar.named("late", VIETNAM)
			.open(ALL_DAYS, "00:00", "02:00")
			.open(ALL_DAYS, "20:00", "24:00")
			.build();

		assertThat(late.isOpen(at("2026-11-23T23:59:59"))).isTrue();
		assertThat(late.isOpen(at("2026-11-24T00:00"))).isTrue();
		assertThat(late.nextClose(at("2026-11-23T21:00"))).contains(at("2026-11-24T02:00"));
		assertThat(local(late.add(at("2026-11-23T23:30"), CareDuration.parse("1h")))).isEqualTo("2026-11-24T00:30");
	}

	@Test
	void aDeadlineAtMidnightIsTheEndOfItsDay() {
		BusinessCalendar evening = BusinessCalendar.named("evening", VIETNAM).open(WEEKDAYS, "16:00", "24:00").build();
		Instant midnight = evening.add(at("2026-11-23T16:00"), CareDuration.parse("8h"));

		assertThat(local(midnight)).isEqualTo("2026-11-24T00:00");
		assertThat(evening.isOpen(midnight)).isFalse();
		assertThat(local(evening.add(midnight, CareDuration.parse("1wd")))).isEqualTo("2026-11-25T00:00");
		assertThat(local(evening.subtract(midnight, CareDuration.parse("8h")))).isEqualTo("2026-11-23T16:00");
	}

	/** The nights in which the clocks go forward and back, open 01:00–04:00. */
	@ParameterizedTest
	@CsvSource({ "Europe/Berlin, 2026-03-28, 2h", "Europe/Berlin, 2026-10-24, 4h", "America/New_York, 2026-03-07, 2h",
			"America/New_York, 2026-10-31, 4h" })
	void theNightOfAClockChangeIsAsLongAsItReallyIs(ZoneId zone, LocalDate eve, String length) {
		BusinessCalendar night = BusinessCalendar.named("night", zone).open(ALL_DAYS, "01:00", "04:00").build();
		Instant noon = eve.atTime(12, 0).atZone(zone).toInstant();
		Instant end = eve.plusDays(1).atTime(4, 0).atZone(zone).toInstant();

		assertThat(night.between(noon, end)).isEqualTo(Duration.parse("PT" + length));
		assertThat(night.add(noon, CareDuration.parse(length))).isEqualTo(end);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Europe/Berlin", "America/New_York" })
	void officeHoursKeepTheirLocalTimeOverAClockChange(ZoneId zone) {
		BusinessCalendar office = officeIn(zone).build();
		for (LocalDate friday : List.of(LocalDate.of(2026, 3, 6), LocalDate.of(2026, 3, 27), LocalDate.of(2026, 10, 23),
				LocalDate.of(2026, 10, 30))) {
			Instant due = office.add(friday.atTime(16, 30).atZone(zone).toInstant(), CareDuration.parse("2h"));

			assertThat(due.atZone(zone).toLocalDateTime()).isEqualTo(friday.plusDays(3).atTime(9, 0));
		}
	}

	@Test
	void aDateThatTheZoneLeftOutIsNoWorkingDay() {
		ZoneId apia = ZoneId.of("Pacific/Apia");
		BusinessCalendar office = BusinessCalendar.named("Apia", apia).open(WEEKDAYS, "08:00", "16:00").build();
		Instant thursday = LocalDateTime.parse("2011-12-29T15:00").atZone(apia).toInstant();

		assertThat(office.add(thursday, CareDuration.parse("2h")).atZone(apia).toLocalDateTime())
			.isEqualTo("2012-01-02T09:00");
		assertThat(office.add(thursday, CareDuration.parse("1wd")).atZone(apia).toLocalDateTime())
			.isEqualTo("2012-01-02T16:00");
	}

	@Test
	void theTwentyNinthOfFebruaryIsADayLikeAnyOther() {
		assertThat(added("2028-02-28T17:00", "1h")).isEqualTo("2028-02-29T08:30");
		assertThat(added("2028-02-28T10:00", "1wd")).isEqualTo("2028-02-29T17:30");
		assertThat(added("2028-02-29T10:00", "1wd")).isEqualTo("2028-03-01T17:30");
		assertThat(added("2100-02-26T17:00", "1h")).isEqualTo("2100-03-01T08:30");
		assertThat(VietnameseLunarCalendar.toSolar(VietnameseLunarCalendar.toLunar(LocalDate.of(2028, 2, 29))))
			.isEqualTo("2028-02-29");
	}

	@Test
	void aLeapMonthIsAMonthOfItsOwn() {
		assertThat(VietnameseLunarCalendar.toLunar(LocalDate.of(2025, 7, 24))).isEqualTo(LunarDate.of(2025, 6, 30));
		assertThat(VietnameseLunarCalendar.toLunar(LocalDate.of(2025, 7, 25)))
			.isEqualTo(new LunarDate(2025, 6, true, 1));
		assertThat(VietnameseLunarCalendar.toLunar(LocalDate.of(2025, 8, 23))).isEqualTo(LunarDate.of(2025, 7, 1));
		assertThat(LunarAnniversary.of(6, 1).in(2025)).isEqualTo("2025-06-25");
		assertThat(VietnameseHolidays.in(2023)).contains(new Holiday(LocalDate.of(2023, 4, 29), "Giỗ Tổ Hùng Vương"));
	}

	private static BusinessCalendar.Builder officeIn(ZoneId zone) {
		return BusinessCalendar.named("office", zone).open(WEEKDAYS, "08:00", "12:00").open(WEEKDAYS, "13:30", "17:30");
	}

	private static LocalDateTime added(String from, String duration) {
		return local(OFFICE.add(at(from), CareDuration.parse(duration)));
	}

	private static Instant at(String local) {
		return at(LocalDateTime.parse(local));
	}

	private static Instant at(LocalDateTime local) {
		return local.toInstant(ZoneOffset.ofHours(7));
	}

	private static LocalDateTime local(Instant instant) {
		return instant.atZone(VIETNAM).toLocalDateTime();
	}

}
