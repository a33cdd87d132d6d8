package vn.careflow.staff;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import vn.careflow.calendar.BusinessCalendar;
import vn.careflow.calendar.CalendarDay;
import vn.careflow.calendar.TimeRange;

/**
 * What makes up a calendar by which people work, as it is kept.
 *
 * @param name the name by which agents and service levels refer to it
 * @param zone the zone of its hours
 * @param publicHolidays whether it is closed on the public holidays of Vietnam
 * @param week the hours of each day of the week; a day without any is closed
 * @param exceptions the dates that have other hours than their day of the week
 */
public record CalendarDefinition(String name, ZoneId zone, boolean publicHolidays, Map<DayOfWeek, List<TimeRange>> week,
		List<CalendarDay> exceptions) {

	public CalendarDefinition {
		SortedMap<DayOfWeek, List<TimeRange>> days = new TreeMap<>();
		week.forEach((day, hours) -> days.put(day, List.copyOf(hours)));
		week = Map.copyOf(days);
		exceptions = List.copyOf(exceptions);
	}

	/**
	 * A calendar in which no day is open yet.
	 * @param name the name by which agents and service levels refer to it
	 * @param zone the zone of its hours
	 * @return the definition, to be refined
	 */
	public static CalendarDefinition named(String name, ZoneId zone) {
		return new CalendarDefinition(name, zone, false, Map.of(), List.of());
	}

	/**
	 * The same calendar, open for one range more on some days of the week.
	 * @param days days of the week
	 * @param from like {@code 08:00}
	 * @param to like {@code 12:00} or {@code 24:00}
	 * @return the refined definition
	 */
	public CalendarDefinition open(Set<DayOfWeek> days, String from, String to) {
		Map<DayOfWeek, List<TimeRange>> more = new TreeMap<>(this.week);
		days.forEach((day) -> {
			List<TimeRange> hours = new ArrayList<>(more.getOrDefault(day, List.of()));
			hours.add(TimeRange.of(from, to));
			more.put(day, hours);
		});
		return new CalendarDefinition(this.name, this.zone, this.publicHolidays, more, this.exceptions);
	}

	/**
	 * The same calendar, closed on the public holidays of Vietnam.
	 * @return the refined definition
	 */
	public CalendarDefinition closedOnPublicHolidays() {
		return new CalendarDefinition(this.name, this.zone, true, this.week, this.exceptions);
	}

	BusinessCalendar build() {
		BusinessCalendar.Builder builder = BusinessCalendar.named(this.name, this.zone);
		this.week.forEach((day, hours) -> hours.forEach((range) -> builder.open(day, range)));
		this.exceptions.forEach(builder::except);
		return (this.publicHolidays ? builder.closedOnVietnameseHolidays() : builder).build();
	}

}
