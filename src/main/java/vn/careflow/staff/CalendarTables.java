package vn.careflow.staff;

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

import vn.careflow.calendar.BusinessCalendar;
import vn.careflow.calendar.CalendarDay;
import vn.careflow.calendar.TimeRange;

/**
 * The tables of the calendars. A calendar whose definition has not changed stays the same
 * object, because it keeps what it has worked out.
 */
@Component
class CalendarTables {

	private final JdbcClient jdbc;

	private volatile Map<CalendarDefinition, BusinessCalendar> built = Map.of();

	CalendarTables(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Map<String, BusinessCalendar> load() {
		Map<CalendarDefinition, BusinessCalendar> known = this.built;
		Map<CalendarDefinition, BusinessCalendar> calendars = new HashMap<>();
		definitions().forEach((definition) -> {
			BusinessCalendar calendar = known.get(definition);
			calendars.put(definition, (calendar != null) ? calendar : definition.build());
		});
		this.built = calendars;
		Map<String, BusinessCalendar> byName = new HashMap<>();
		calendars.values().forEach((calendar) -> byName.put(calendar.name(), calendar));
		return byName;
	}

	List<CalendarDefinition> definitions() {
		Map<String, Map<DayOfWeek, List<TimeRange>>> weeks = weeks();
		Map<String, List<CalendarDay>> exceptions = exceptions();
		return this.jdbc.sql("select name, time_zone, public_holidays from business_calendar order by name")
			.query((row, number) -> new CalendarDefinition(row.getString(1), ZoneId.of(row.getString(2)),
					row.getBoolean(3), weeks.getOrDefault(row.getString(1), Map.of()),
					exceptions.getOrDefault(row.getString(1), List.of())))
			.list();
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
		this.jdbc.sql("insert into business_calendar (name, time_zone, public_holidays) values (?, ?, ?)")
			.params(calendar.name(), calendar.zone().getId(), calendar.publicHolidays())
			.update();
		insertParts(calendar);
	}

	void update(CalendarDefinition calendar) {
		this.jdbc.sql("update business_calendar set time_zone = ?, public_holidays = ? where name = ?")
			.params(calendar.zone().getId(), calendar.publicHolidays(), calendar.name())
			.update();
		for (String table : List.of("calendar_exception_hours", "calendar_exception", "calendar_hours")) {
			this.jdbc.sql("delete from " + table + " where calendar_name = ?").param(calendar.name()).update();
		}
		insertParts(calendar);
	}

	private void insertParts(CalendarDefinition calendar) {
		calendar.week()
			.forEach((day, hours) -> hours.forEach((range) -> this.jdbc
				.sql("insert into calendar_hours (calendar_name, weekday, opens_at, closes_at) values (?, ?, ?, ?)")
				.params(calendar.name(), day.name(), range.from().toString(), end(range))
				.update()));
		calendar.exceptions().forEach((day) -> insertException(calendar.name(), day));
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
