package vn.careflow.staff;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import vn.careflow.calendar.BusinessCalendar;
import vn.careflow.calendar.CalendarDay;
import vn.careflow.calendar.SeasonalHours;
import vn.careflow.calendar.TimeRange;

/**
 * What makes up a calendar by which people work, as it is kept. What it does not say
 * itself it inherits from its parent, see
 * {@link BusinessCalendar.Builder#inheriting(BusinessCalendar)}.
 *
 * @param name the name by which agents, teams and service levels refer to it
 * @param parent the calendar that it inherits from, null when from none
 * @param zone the zone of its hours, null for the parent's
 * @param publicHolidays whether it is closed on the public holidays of Vietnam, null for
 * what the parent says; without a parent that means open
 * @param week the usual hours of each day of the week; a day without any is closed;
 * without any day, the parent's hours hold
 * @param seasons the hours that hold for a time instead of the usual ones
 * @param exceptions the dates that have other hours than their day of the week
 */
public record CalendarDefinition(String name, @Nullable String parent, @Nullable ZoneId zone,
		@Nullable Boolean publicHolidays, Map<DayOfWeek, List<TimeRange>> week, List<SeasonalHours> seasons,
		List<CalendarDay> exceptions) {

	public CalendarDefinition {
		Map<DayOfWeek, List<TimeRange>> days = new TreeMap<>();
		week.forEach((day, hours) -> {
			if (!hours.isEmpty()) {
				days.put(day, List.copyOf(hours));
			}
		});
		week = Map.copyOf(days);
		seasons = List.copyOf(seasons);
		exceptions = List.copyOf(exceptions);
	}

	/**
	 * A calendar in which no day is open yet.
	 * @param name the name by which agents and service levels refer to it
	 * @param zone the zone of its hours
	 * @return the definition, to be refined
	 */
	public static CalendarDefinition named(String name, ZoneId zone) {
		return new CalendarDefinition(name, null, zone, null, Map.of(), List.of(), List.of());
	}

	/**
	 * A calendar that says nothing itself yet and inherits everything.
	 * @param name the name by which agents and service levels refer to it
	 * @param parent the calendar that it inherits from
	 * @return the definition, to be refined
	 */
	public static CalendarDefinition inheriting(String name, String parent) {
		return new CalendarDefinition(name, parent, null, null, Map.of(), List.of(), List.of());
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
		return new CalendarDefinition(this.name, this.parent, this.zone, this.publicHolidays, more, this.seasons,
				this.exceptions);
	}

	/**
	 * The same calendar with other weekly hours for a time.
	 * @param season the hours and when they hold
	 * @return the refined definition
	 */
	public CalendarDefinition during(SeasonalHours season) {
		List<SeasonalHours> more = new ArrayList<>(this.seasons);
		more.add(season);
		return new CalendarDefinition(this.name, this.parent, this.zone, this.publicHolidays, this.week, more,
				this.exceptions);
	}

	/**
	 * The same calendar with other hours on one date.
	 * @param day the date and its hours
	 * @return the refined definition
	 */
	public CalendarDefinition except(CalendarDay day) {
		List<CalendarDay> more = new ArrayList<>(this.exceptions);
		more.add(day);
		return new CalendarDefinition(this.name, this.parent, this.zone, this.publicHolidays, this.week, this.seasons,
				more);
	}

	/**
	 * The same calendar, closed on the public holidays of Vietnam.
	 * @return the refined definition
	 */
	public CalendarDefinition closedOnPublicHolidays() {
		return new CalendarDefinition(this.name, this.parent, this.zone, true, this.week, this.seasons,
				this.exceptions);
	}

	/**
	 * The calendar that this makes up.
	 * @param ancestor the calendar that it inherits from, null when from none
	 * @throws CalendarRefused when it does not make up a calendar
	 */
	BusinessCalendar build(@Nullable BusinessCalendar ancestor) {
		BusinessCalendar.Builder builder = BusinessCalendar.named(this.name, zoneUnder(ancestor));
		if (ancestor != null) {
			builder.inheriting(ancestor);
		}
		if (this.publicHolidays != null) {
			builder = this.publicHolidays ? builder.closedOnVietnameseHolidays() : builder.openOnVietnameseHolidays();
		}
		this.exceptions.forEach(builder::except);
		return finish(builder);
	}

	private BusinessCalendar finish(BusinessCalendar.Builder builder) {
		this.week.forEach((day, hours) -> hours.forEach((range) -> builder.open(day, range)));
		this.seasons.forEach(builder::during);
		return builder.build();
	}

	private ZoneId zoneUnder(@Nullable BusinessCalendar ancestor) {
		if (this.zone != null) {
			return this.zone;
		}
		if (ancestor == null) {
			throw new CalendarRefused("timeZone",
					"Cần múi giờ, ví dụ Asia/Ho_Chi_Minh, vì lịch không kế thừa lịch nào");
		}
		return ancestor.zone();
	}

}
