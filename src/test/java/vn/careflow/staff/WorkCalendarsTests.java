package vn.careflow.staff;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import vn.careflow.calendar.BusinessCalendar;
import vn.careflow.calendar.CalendarDay;
import vn.careflow.calendar.SeasonalHours;
import vn.careflow.calendar.TimeRange;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.Time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.careflow.staff.StaffFixtures.anAgent;

@JdbcTest
@OnH2
@RecordApplicationEvents
@Import({ Staff.class, StaffTables.class, StaffDirectories.class, CalendarTables.class, WorkCalendars.class })
class WorkCalendarsTests {

	private static final TimeRange MORNING = TimeRange.of("08:00", "12:00");

	@RegisterExtension
	final Time time = Time.at("2026-03-02T09:30");

	@Autowired
	WorkCalendars calendars;

	@Autowired
	Staff staff;

	@Autowired
	ApplicationEvents events;

	@Test
	void keepsAllThatMakesUpACalendar() {
		CalendarDefinition team = CalendarDefinition.inheriting("team", "office")
			.open(Set.of(DayOfWeek.MONDAY), "08:00", "12:00")
			.open(Set.of(DayOfWeek.MONDAY), "20:00", "24:00")
			.during(new SeasonalHours("Giờ mùa hè", LocalDate.of(2026, 6, 1), LocalDate.of(2026, 9, 1),
					Map.of(DayOfWeek.TUESDAY, List.of(MORNING))))
			.during(new SeasonalHours("Từ 2027", LocalDate.of(2027, 1, 1), null, Map.of()))
			.except(CalendarDay.closed(LocalDate.of(2026, 3, 9), "Dọn kho"))
			.except(new CalendarDay(LocalDate.of(2026, 3, 15), "Hội chợ", List.of(MORNING)));

		assertThat(this.calendars.define(team)).isTrue();

		assertThat(this.calendars.definition("team")).contains(team);
		BusinessCalendar calendar = this.calendars.named("team");
		assertThat(calendar.zone()).isEqualTo(Time.ZONE);
		assertThat(calendar.hoursOn(LocalDate.of(2026, 3, 2))).containsExactly(MORNING, TimeRange.of("20:00", "24:00"));
		assertThat(calendar.hoursOn(LocalDate.of(2026, 6, 2))).containsExactly(MORNING);
		assertThat(calendar.hoursOn(LocalDate.of(2026, 9, 2))).as("the parent's holiday").isEmpty();
		assertThat(calendar.hoursOn(LocalDate.of(2027, 1, 4))).isEmpty();
		assertThat(this.calendars.define(team.closedOnPublicHolidays())).isFalse();
		assertThat(this.calendars.definition("team").orElseThrow().publicHolidays()).isTrue();
	}

	@Test
	void shipsTheSwapOf2026ForThoseWhoRestOnSaturdays() {
		BusinessCalendar office = this.calendars.named("office");

		assertThat(office.hoursOn(LocalDate.of(2026, 1, 2))).isEmpty();
		assertThat(office.hoursOn(LocalDate.of(2026, 1, 10))).containsExactly(MORNING, TimeRange.of("13:30", "17:30"));
		assertThat(this.calendars.named("service").hoursOn(LocalDate.of(2026, 1, 2))).isNotEmpty();
	}

	@Test
	void refusesACalendarThatInheritsFromItself() {
		this.calendars.define(CalendarDefinition.inheriting("team", "office"));
		this.calendars.define(CalendarDefinition.inheriting("agent", "team"));

		assertRefused(CalendarDefinition.inheriting("office", "agent"), "parent", "office → agent → team → office");
		assertRefused(CalendarDefinition.inheriting("self", "self"), "parent", "self → self");
		assertRefused(CalendarDefinition.inheriting("orphan", "nobody"), "parent", "nobody");
		assertRefused(new CalendarDefinition("bare", null, null, null, Map.of(), List.of(), List.of()), "timeZone",
				"múi giờ");
		assertRefused(CalendarDefinition.inheriting("Không Hợp Lệ", "office"), "name", "chữ thường");
		assertThat(this.calendars.names()).doesNotContain("self", "orphan", "bare");
		assertThat(this.calendars.named("office").zone()).isEqualTo(Time.ZONE);
	}

	@Test
	void tellsOfEveryCalendarThatFollowsAChange() {
		this.calendars.define(CalendarDefinition.inheriting("team", "office"));
		this.calendars.define(CalendarDefinition.inheriting("agent", "team"));

		this.calendars.except("office", CalendarDay.closed(LocalDate.of(2026, 3, 3), "Mất điện"));
		this.calendars.except("team", List.of(CalendarDay.closed(LocalDate.of(2026, 3, 4), "Đào tạo"),
				CalendarDay.closed(LocalDate.of(2026, 3, 5), "Đào tạo")));
		this.calendars.asUsual("service", LocalDate.of(2026, 3, 3));

		assertThat(this.events.stream(CalendarsChanged.class).map(CalendarsChanged::names)).containsExactly(
				Set.of("team"), Set.of("agent"), Set.of("office", "team", "agent"), Set.of("team", "agent"),
				Set.of("service"));
		assertThat(this.calendars.named("agent").hoursOn(LocalDate.of(2026, 3, 3))).isEmpty();
		assertThat(this.calendars.named("agent").hoursOn(LocalDate.of(2026, 3, 5))).isEmpty();
		assertThat(this.calendars.named("office").hoursOn(LocalDate.of(2026, 3, 5))).isNotEmpty();
	}

	@Test
	void keepsACalendarOfWhichNothingHasChanged() {
		this.calendars.define(CalendarDefinition.inheriting("team", "office"));
		BusinessCalendar service = this.calendars.named("service");
		BusinessCalendar team = this.calendars.named("team");

		this.calendars.except("office", CalendarDay.closed(LocalDate.of(2026, 3, 3), "Mất điện"));

		assertThat(this.calendars.named("service")).isSameAs(service);
		assertThat(this.calendars.named("team")).isNotSameAs(team);
	}

	@Test
	void letsTeamsWorkByTheirOwnCalendarOrTheOrganisations() {
		this.staff.registerTeam(new NewTeam("sales", "Kinh doanh"));
		assertThat(this.staff.directory().calendarOf("sales").name()).isEqualTo("office");

		this.staff.workBy("sales", "service");
		assertThat(this.staff.directory().calendarOf("sales").name()).isEqualTo("service");
		this.staff.workBy("sales", null);
		this.calendars.organisationWorksBy("always");

		assertThat(this.staff.directory().calendarOf("sales").name()).isEqualTo("always");
		assertThatIllegalArgumentException().isThrownBy(() -> this.staff.workBy("sales", "never"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.calendars.organisationWorksBy("never"));
	}

	@Test
	void letsAPersonWorkByACalendarOfTheirOwn() {
		this.staff.register(anAgent("lan").workingBy("office"));
		this.calendars.define(
				CalendarDefinition.inheriting("lan", "office").open(EnumSet.of(DayOfWeek.SATURDAY), "08:00", "12:00"));

		Agent lan = this.staff.giveCalendar("lan", "lan");

		assertThat(this.staff.directory().calendarOf(lan).name()).isEqualTo("lan");
		assertThat(this.staff.isOnDuty("lan", Time.instant("2026-03-07T09:00"))).isTrue();
		assertThat(this.staff.isOnDuty("lan", Time.instant("2026-03-02T09:00"))).isFalse();
	}

	@Test
	void countsInheritedHoursInTheOwnZone() {
		this.calendars.define(new CalendarDefinition("berlin", "office", ZoneId.of("Europe/Berlin"), null, Map.of(),
				List.of(), List.of()));

		assertThat(this.calendars.named("berlin").isOpen(Time.instant("2026-03-02T15:00"))).isTrue();
		assertThat(this.calendars.named("berlin").isOpen(Time.instant("2026-03-02T09:00"))).isFalse();
	}

	private void assertRefused(CalendarDefinition calendar, String field, String reason) {
		assertThatExceptionOfType(CalendarRefused.class).isThrownBy(() -> this.calendars.define(calendar))
			.withMessageContaining(reason)
			.satisfies((refused) -> assertThat(refused.field()).isEqualTo(field));
	}

}
