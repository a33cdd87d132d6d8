package vn.careflow.staff;

import java.time.LocalDate;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.careflow.calendar.BusinessCalendar;
import vn.careflow.calendar.CalendarDay;

/**
 * The calendars by which people work and service levels count, by name: {@code office},
 * {@code service} and {@code always} are there from the start. They are kept in memory; a
 * change made by this node is seen by the next transaction, one made by another node
 * within a second.
 */
@Service
public class WorkCalendars {

	private final StaffDirectories directories;

	private final CalendarTables tables;

	WorkCalendars(StaffDirectories directories, CalendarTables tables) {
		this.directories = directories;
		this.tables = tables;
	}

	/**
	 * A calendar by its name.
	 * @param name the name
	 * @return the calendar
	 * @throws IllegalArgumentException when there is none of that name
	 */
	public BusinessCalendar named(String name) {
		return this.directories.recent().calendar(name);
	}

	/**
	 * The names of all calendars, in order.
	 * @return the names
	 */
	public List<String> names() {
		return this.directories.recent().calendarNames();
	}

	/**
	 * Puts a calendar in the place of the one with its name, or adds it.
	 * @param calendar what makes it up
	 * @throws IllegalArgumentException when hours of one day overlap
	 */
	@Transactional
	public void define(CalendarDefinition calendar) {
		calendar.build();
		this.directories.change((staff) -> {
			if (staff.calendarNames().contains(calendar.name())) {
				this.tables.update(calendar);
			}
			else {
				this.tables.insert(calendar);
			}
			return calendar;
		});
	}

	/**
	 * Gives one date other hours than its day of the week; it outranks a public holiday
	 * and an earlier exception for the same date.
	 * @param name the name of the calendar
	 * @param day the date, its hours (none: closed) and why
	 * @throws IllegalArgumentException when there is no calendar of that name
	 */
	@Transactional
	public void except(String name, CalendarDay day) {
		this.directories.change((staff) -> {
			staff.calendar(name);
			this.tables.deleteException(name, day.date());
			this.tables.insertException(name, day);
			return day;
		});
	}

	/**
	 * Gives one date back the hours of its day of the week.
	 * @param name the name of the calendar
	 * @param date the date
	 */
	@Transactional
	public void asUsual(String name, LocalDate date) {
		this.directories.change((staff) -> {
			this.tables.deleteException(name, date);
			return date;
		});
	}

}
