package vn.careflow.staff;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.careflow.calendar.BusinessCalendar;
import vn.careflow.calendar.CalendarDay;

/**
 * The calendars by which people work and service levels count, by name: {@code office},
 * {@code service} and {@code always} are there from the start. They are kept in memory; a
 * change made by this node is seen by the next transaction, one made by another node
 * within a second. Every change publishes {@link CalendarsChanged}.
 */
@Service
public class WorkCalendars {

	private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,59}");

	private final StaffDirectories directories;

	private final CalendarTables tables;

	private final ApplicationEventPublisher events;

	WorkCalendars(StaffDirectories directories, CalendarTables tables, ApplicationEventPublisher events) {
		this.directories = directories;
		this.tables = tables;
		this.events = events;
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
	 * Makes sure that a change committed by another node is seen from now on.
	 */
	public void refresh() {
		this.directories.current();
	}

	/**
	 * What makes up a calendar, as it is kept now.
	 * @param name the name of the calendar
	 * @return the definition, or empty when there is no calendar of that name
	 */
	@Transactional(readOnly = true)
	public Optional<CalendarDefinition> definition(String name) {
		return definitions().stream().filter((definition) -> definition.name().equals(name)).findFirst();
	}

	/**
	 * What makes up each calendar, as it is kept now, by name.
	 * @return the definitions
	 */
	@Transactional(readOnly = true)
	public List<CalendarDefinition> definitions() {
		return this.tables.definitions();
	}

	/**
	 * Puts a calendar in the place of the one with its name, or adds it.
	 * @param calendar what makes it up
	 * @return whether it is new
	 * @throws IllegalArgumentException when hours of one day overlap;
	 * {@link CalendarRefused} when its parent is unknown, or it would inherit from itself
	 */
	@Transactional
	public boolean define(CalendarDefinition calendar) {
		if (!NAME.matcher(calendar.name()).matches()) {
			throw new CalendarRefused("name",
					"Tên lịch gồm chữ thường không dấu, chữ số, dấu chấm và gạch nối, tối đa 60 ký tự");
		}
		return this.directories.change((staff) -> {
			FamilyOfCalendars family = this.tables.family().with(calendar);
			boolean known = staff.calendarNames().contains(calendar.name());
			if (known) {
				this.tables.update(calendar);
			}
			else {
				this.tables.insert(calendar);
			}
			publish(family, calendar.name());
			return !known;
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
		except(name, List.of(day));
	}

	/**
	 * Gives several dates other hours than their days of the week, in one change.
	 * @param name the name of the calendar
	 * @param days the dates, their hours and why
	 * @throws IllegalArgumentException when there is no calendar of that name
	 */
	@Transactional
	public void except(String name, Collection<CalendarDay> days) {
		change(name, (tables) -> days.forEach((day) -> {
			tables.deleteException(name, day.date());
			tables.insertException(name, day);
		}));
	}

	/**
	 * Gives one date back the hours of its day of the week.
	 * @param name the name of the calendar
	 * @param date the date
	 * @throws IllegalArgumentException when there is no calendar of that name
	 */
	@Transactional
	public void asUsual(String name, LocalDate date) {
		change(name, (tables) -> tables.deleteException(name, date));
	}

	/**
	 * Lets the organisation work by a calendar; teams without one of their own follow.
	 * @param name the name of the calendar
	 * @throws IllegalArgumentException when there is no calendar of that name
	 */
	@Transactional
	public void organisationWorksBy(String name) {
		this.directories.change((staff) -> {
			staff.calendar(name);
			this.tables.updateOrganisationCalendar(name);
			return name;
		});
	}

	private void change(String name, Consumer<CalendarTables> change) {
		this.directories.change((staff) -> {
			staff.calendar(name);
			change.accept(this.tables);
			publish(this.tables.family(), name);
			return name;
		});
	}

	private void publish(FamilyOfCalendars family, String name) {
		this.events.publishEvent(new CalendarsChanged(family.heirsOf(name)));
	}

}
