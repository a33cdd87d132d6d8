package vn.careflow.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import vn.careflow.calendar.ExplainedDay.Reason;
import vn.careflow.calendar.ExplainedDay.Rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CalendarInheritanceTests {

	private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

	private static final Set<DayOfWeek> WORK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

	private static final TimeRange MORNING = TimeRange.of("08:00", "12:00");

	private static final TimeRange AFTERNOON = TimeRange.of("13:30", "17:30");

	private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

	private static final LocalDate SATURDAY = LocalDate.of(2026, 3, 7);

	private final BusinessCalendar organisation = BusinessCalendar.named("organisation", VIETNAM)
		.open(WORK, "08:00", "12:00")
		.open(WORK, "13:30", "17:30")
		.closedOnVietnameseHolidays()
		.except(new CalendarDay(SATURDAY, "Làm bù", List.of(MORNING)))
		.build();

	@Test
	void takesEverythingFromItsParentThatItDoesNotSayItself() {
		BusinessCalendar team = heir("team").build();

		assertThat(team.hoursOn(MONDAY)).containsExactly(MORNING, AFTERNOON);
		assertThat(team.hoursOn(SATURDAY)).containsExactly(MORNING);
		assertThat(team.hoursOn(LocalDate.of(2026, 9, 2))).isEmpty();
		assertThat(team.exceptionOn(SATURDAY)).contains("Làm bù");
	}

	@Test
	void replacesTheWeekOfItsParentByItsOwn() {
		BusinessCalendar agent = heir("agent").open(Set.of(DayOfWeek.TUESDAY), "08:00", "12:00").build();

		assertThat(agent.hoursOn(MONDAY)).isEmpty();
		assertThat(agent.hoursOn(MONDAY.plusDays(1))).containsExactly(MORNING);
		assertThat(agent.hoursOn(SATURDAY)).containsExactly(MORNING);
	}

	@Test
	void letsOwnExceptionsOutrankInheritedOnes() {
		BusinessCalendar agent = heir("agent").except(CalendarDay.closed(SATURDAY, "Không làm bù")).build();

		assertThat(agent.hoursOn(SATURDAY)).isEmpty();
		assertThat(agent.exceptionOn(SATURDAY)).contains("Không làm bù");
	}

	@Test
	void inheritsThroughSeveralGenerations() {
		BusinessCalendar team = BusinessCalendar.named("team", VIETNAM)
			.inheriting(this.organisation)
			.except(CalendarDay.closed(MONDAY, "Ngày hội"))
			.build();
		BusinessCalendar agent = BusinessCalendar.named("agent", VIETNAM).inheriting(team).build();

		assertThat(agent.hoursOn(MONDAY)).isEmpty();
		assertThat(agent.hoursOn(SATURDAY)).containsExactly(MORNING);
		assertThat(agent.hoursOn(MONDAY.plusDays(1))).containsExactly(MORNING, AFTERNOON);
	}

	@Test
	void mayStayOpenOnHolidaysThatItsParentKeeps() {
		BusinessCalendar hotline = heir("hotline").openOnVietnameseHolidays().build();

		assertThat(hotline.hoursOn(LocalDate.of(2026, 9, 2))).containsExactly(MORNING, AFTERNOON);
		assertThat(
				BusinessCalendar.named("heir", VIETNAM).inheriting(hotline).build().hoursOn(LocalDate.of(2026, 9, 2)))
			.isNotEmpty();
	}

	@Test
	void keepsTheHoursOfASeasonFromItsFirstDateToTheDateBeforeItsEnd() {
		BusinessCalendar calendar = BusinessCalendar.named("summer", VIETNAM)
			.open(WORK, "08:00", "12:00")
			.during(summer(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 9, 1)))
			.build();

		assertThat(calendar.hoursOn(LocalDate.of(2026, 5, 29))).containsExactly(MORNING);
		assertThat(calendar.hoursOn(LocalDate.of(2026, 6, 1))).containsExactly(TimeRange.of("07:00", "11:00"));
		assertThat(calendar.hoursOn(LocalDate.of(2026, 6, 2))).isEmpty();
		assertThat(calendar.hoursOn(LocalDate.of(2026, 8, 31))).containsExactly(TimeRange.of("07:00", "11:00"));
		assertThat(calendar.hoursOn(LocalDate.of(2026, 9, 1))).containsExactly(MORNING);
	}

	@Test
	void letsTheSeasonThatBeginsLastCount() {
		BusinessCalendar calendar = BusinessCalendar.named("years", VIETNAM)
			.during(new SeasonalHours("Từ 2026", LocalDate.of(2026, 1, 1), null,
					Map.of(DayOfWeek.MONDAY, List.of(MORNING))))
			.during(new SeasonalHours("Từ 2027", LocalDate.of(2027, 1, 1), null,
					Map.of(DayOfWeek.MONDAY, List.of(AFTERNOON))))
			.build();

		assertThat(calendar.hoursOn(LocalDate.of(2025, 12, 29))).isEmpty();
		assertThat(calendar.hoursOn(MONDAY)).containsExactly(MORNING);
		assertThat(calendar.hoursOn(LocalDate.of(2027, 1, 4))).containsExactly(AFTERNOON);
		assertThat(calendar.explain(LocalDate.of(2027, 1, 4)).reasons()).extracting(Reason::name)
			.containsExactly("Từ 2027", "Từ 2026");
	}

	@Test
	void followsItsParentOutsideItsOwnSeasons() {
		BusinessCalendar agent = heir("agent").during(summer(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 9, 1)))
			.build();

		assertThat(agent.hoursOn(MONDAY)).containsExactly(MORNING, AFTERNOON);
		assertThat(agent.hoursOn(LocalDate.of(2026, 6, 2))).isEmpty();
	}

	@Test
	void makesUpForAHolidayByTheHoursOfItsSeason() {
		BusinessCalendar calendar = BusinessCalendar.named("six days", VIETNAM)
			.open(WORK, "08:00", "12:00")
			.during(new SeasonalHours("Sáu ngày", LocalDate.of(2027, 4, 1), LocalDate.of(2027, 6, 1),
					everyDayButSunday()))
			.closedOnVietnameseHolidays()
			.build();

		// 1 May 2027 is a Saturday: worked in this season, so nothing is to be made up.
		assertThat(calendar.hoursOn(LocalDate.of(2027, 5, 1))).isEmpty();
		assertThat(calendar.hoursOn(LocalDate.of(2027, 5, 3))).isNotEmpty();
	}

	@Test
	void refusesSeasonsThatMakeNoSense() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> summer(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 1)))
			.withMessageContaining("2026-06-01");
		BusinessCalendar.Builder twice = heir("twice").during(summer(LocalDate.of(2026, 6, 1), null))
			.during(summer(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 7, 1)));
		assertThatIllegalArgumentException().isThrownBy(twice::build).withMessageContaining("both begin on 2026-06-01");
	}

	@Test
	void explainsADateByTheRuleThatDecidesAndThoseItOutranks() {
		BusinessCalendar agent = heir("agent")
			.except(new CalendarDay(LocalDate.of(2026, 9, 2), "Trực lễ", List.of(MORNING)))
			.build();

		ExplainedDay day = agent.explain(LocalDate.of(2026, 9, 2));

		assertThat(day.hours()).containsExactly(MORNING);
		assertThat(day.reasons()).extracting(Reason::rule)
			.containsExactly(Rule.EXCEPTION, Rule.PUBLIC_HOLIDAY, Rule.WEEKLY_HOURS);
		assertThat(day.reasons()).extracting(Reason::calendar).containsExactly("agent", "organisation", "organisation");
		assertThat(BusinessCalendar.named("empty", VIETNAM).build().explain(MONDAY).reasons()).extracting(Reason::rule)
			.containsExactly(Rule.NO_HOURS);
	}

	@Test
	void knowsForEveryDateTheHoursThatItsFirstReasonGives() {
		BusinessCalendar agent = heir("agent").during(summer(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 9, 1)))
			.except(new CalendarDay(LocalDate.of(2026, 9, 2), "Trực lễ", List.of(MORNING)))
			.build();

		LocalDate.of(2025, 1, 1)
			.datesUntil(LocalDate.of(2028, 1, 1))
			.map(agent::explain)
			.forEach((day) -> assertThat(day.reasons().get(0).hours()).as(day.toString())
				.isEqualTo(agent.hoursOn(day.date())));
	}

	private BusinessCalendar.Builder heir(String name) {
		return BusinessCalendar.named(name, VIETNAM).inheriting(this.organisation);
	}

	private static SeasonalHours summer(LocalDate from, @Nullable LocalDate to) {
		return new SeasonalHours("Giờ mùa hè", from, to,
				Map.of(DayOfWeek.MONDAY, List.of(TimeRange.of("07:00", "11:00"))));
	}

	private static Map<DayOfWeek, List<TimeRange>> everyDayButSunday() {
		return EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY)
			.stream()
			.collect(Collectors.toMap((day) -> day, (day) -> List.of(MORNING)));
	}

}
