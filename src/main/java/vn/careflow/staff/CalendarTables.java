package vn.careflow.staff;

import java.sql.Types;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.careflow.calendar.CalendarDay;
import vn.careflow.calendar.SeasonalHours;
import vn.careflow.calendar.TimeRange;

/**
 * The tables of the calendars.
 */
@Component
class CalendarTables {

	private static final List<String> PARTS = List.of("calendar_exception_hours", "calendar_exception",
			"calendar_season_hours", "calendar_season", "calendar_hours");

	private final JdbcClient jdbc;

	private volatile FamilyOfCalendars newest = FamilyOfCalendars.NONE;

	CalendarTables(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	FamilyOfCalendars family() {
		FamilyOfCalendars family = this.newest.with(definitions());
		this.newest = family;
		return family;
	}

	String organisationCalendar() {
		return this.jdbc.sql("select calendar_name from organisation_calendar").query(String.class).single();
	}

	void updateOrganisationCalendar(String calendarName) {
		this.jdbc.sql("update organisation_calendar set calendar_name = ?").param(calendarName).update();
	}

	List<CalendarDefinition> definitions() {
		Map<String, Map<DayOfWeek, List<TimeRange>>> weeks = weeks();
		Map<String, List<SeasonalHours>> seasons = seasons();
		Map<String, List<CalendarDay>> exceptions = exceptions();
		return this.jdbc
			.sql("select name, parent_name, time_zone, public_holidays from business_calendar order by name")
			.query((row, number) -> {
				String name = row.getString(1);
				String zone = row.getString(3);
				return new CalendarDefinition(name, row.getString(2), (zone != null) ? ZoneId.of(zone) : null,
						row.getObject(4, Boolean.class), weeks.getOrDefault(name, Map.of()),
						seasons.getOrDefault(name, List.of()), exceptions.getOrDefault(name, List.of()));
			})
			.list();
	}

	private Map<String, List<SeasonalHours>> seasons() {
		Map<String, Map<DayOfWeek, List<TimeRange>>> hours = seasonHours();
		Map<String, List<SeasonalHours>> seasons = new HashMap<>();
		this.jdbc.sql("""
				select calendar_name, valid_from, valid_to, label from calendar_season
				order by calendar_name, valid_from""").query((row) -> {
			String name = row.getString(1);
			LocalDate from = row.getObject(2, LocalDate.class);
			seasons.computeIfAbsent(name, (key) -> new ArrayList<>())
				.add(new SeasonalHours(row.getString(4), from, row.getObject(3, LocalDate.class),
						hours.getOrDefault(name + from, Map.of())));
		});
		return seasons;
	}

	private Map<String, Map<DayOfWeek, List<TimeRange>>> seasonHours() {
		Map<String, Map<DayOfWeek, List<TimeRange>>> hours = new HashMap<>();
		this.jdbc.sql("""
				select calendar_name, valid_from, weekday, opens_at, closes_at from calendar_season_hours
				order by calendar_name, valid_from, weekday, opens_at""").query((row) -> {
			hours.computeIfAbsent(row.getString(1) + row.getObject(2, LocalDate.class), (key) -> new HashMap<>())
				.computeIfAbsent(DayOfWeek.valueOf(row.getString(3)), (day) -> new ArrayList<>())
				.add(TimeRange.of(row.getString(4), row.getString(5)));
		});
		return hours;
	}

	private Map<String, Map<DayOfWeek, List<TimeRange>>> weeks() {
		Map<String, Map<DayOfWeek, List<TimeRange>>> weeks = new HashMap<>();
		this.jdbc.sql("""
				select calendar_name, weekday, opens_at, closes_at from calendar_hours
				order by calendar_name, weekday, opens_at""").query((row) -> {
			weeks.computeIfAbsent(row.getString(1), (name) -> new HashMap<>())
				.computeIfAbsent(DayOfWeek.valueOf(row.getString(2)), (day) -> new ArrayList<>())
				.add(TimeRange.of(row.getString(3), row.getString(4)));
		});
		return weeks;
	}

	private Map<String, List<CalendarDay>> exceptions() {
		Map<String, List<TimeRange>> hours = exceptionHours();
		Map<String, List<CalendarDay>> exceptions = new HashMap<>();
		this.jdbc.sql("select calendar_name, on_day, label from calendar_exception order by calendar_name, on_day")
			.query((row) -> {
				LocalDate day = row.getObject(2, LocalDate.class);
				exceptions.computeIfAbsent(row.getString(1), (name) -> new ArrayList<>())
					.add(new CalendarDay(day, row.getString(3), hours.getOrDefault(row.getString(1) + day, List.of())));
			});
		return exceptions;
	}

	private Map<String, List<TimeRange>> exceptionHours() {
		Map<String, List<TimeRange>> hours = new HashMap<>();
		this.jdbc.sql("""
				select calendar_name, on_day, opens_at, closes_at from calendar_exception_hours
				order by calendar_name, on_day, opens_at""").query((row) -> {
			hours.computeIfAbsent(row.getString(1) + row.getObject(2, LocalDate.class), (key) -> new ArrayList<>())
				.add(TimeRange.of(row.getString(3), row.getString(4)));
		});
		return hours;
	}

	void insert(CalendarDefinition calendar) {
		head("""
				insert into business_calendar (name, parent_name, time_zone, public_holidays)
				values (:name, :parent, :zone, :holidays)""", calendar);
		insertParts(calendar);
	}

	void update(CalendarDefinition calendar) {
		head("""
				update business_calendar set parent_name = :parent, time_zone = :zone, public_holidays = :holidays
				where name = :name""", calendar);
		for (String table : PARTS) {
			this.jdbc.sql("delete from " + table + " where calendar_name = ?").param(calendar.name()).update();
		}
		insertParts(calendar);
	}

	private void head(String sql, CalendarDefinition calendar) {
		ZoneId zone = calendar.zone();
		this.jdbc.sql(sql)
			.param("name", calendar.name())
			.param("parent", calendar.parent(), Types.VARCHAR)
			.param("zone", (zone != null) ? zone.getId() : null, Types.VARCHAR)
			.param("holidays", calendar.publicHolidays(), Types.BOOLEAN)
			.update();
	}

	private void insertParts(CalendarDefinition calendar) {
		calendar.week()
			.forEach((day, hours) -> hours.forEach((range) -> this.jdbc
				.sql("insert into calendar_hours (calendar_name, weekday, opens_at, closes_at) values (?, ?, ?, ?)")
				.params(calendar.name(), day.name(), range.from().toString(), end(range))
				.update()));
		calendar.seasons().forEach((season) -> insertSeason(calendar.name(), season));
		calendar.exceptions().forEach((day) -> insertException(calendar.name(), day));
	}

	private void insertSeason(String calendarName, SeasonalHours season) {
		this.jdbc.sql("""
				insert into calendar_season (calendar_name, valid_from, valid_to, label)
				values (:calendar, :from, :to, :label)""")
			.param("calendar", calendarName)
			.param("from", season.validFrom())
			.param("to", season.validTo(), Types.DATE)
			.param("label", season.name())
			.update();
		season.hours()
			.forEach((day,
					hours) -> hours.forEach((range) -> this.jdbc.sql("""
							insert into calendar_season_hours (calendar_name, valid_from, weekday, opens_at, closes_at)
							values (?, ?, ?, ?, ?)""")
						.params(calendarName, season.validFrom(), day.name(), range.from().toString(), end(range))
						.update()));
	}

	void insertException(String calendarName, CalendarDay day) {
		this.jdbc.sql("insert into calendar_exception (calendar_name, on_day, label) values (?, ?, ?)")
			.params(calendarName, day.date(), day.name())
			.update();
		day.hours().forEach((range) -> this.jdbc.sql("""
				insert into calendar_exception_hours (calendar_name, on_day, opens_at, closes_at)
				values (?, ?, ?, ?)""").params(calendarName, day.date(), range.from().toString(), end(range)).update());
	}

	void deleteException(String calendarName, LocalDate day) {
		for (String table : List.of("calendar_exception_hours", "calendar_exception")) {
			this.jdbc.sql("delete from " + table + " where calendar_name = ? and on_day = ?")
				.params(calendarName, day)
				.update();
		}
	}

	private static String end(TimeRange range) {
		return range.to().equals(LocalTime.MIDNIGHT) ? "24:00" : range.to().toString();
	}

}
