package vn.careflow.staff;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.careflow.staff.CalendarViews.ExceptionView;

/**
 * What a file of events made, or would make, of a calendar.
 *
 * @param calendar the calendar
 * @param dryRun whether nothing was written
 * @param from the first date that was looked at
 * @param to the first date after those
 * @param days the exceptions by date
 * @param left the events that say nothing about these dates, with the reason
 * @param errors the events that could not be used, with the reason
 */
record CalendarImport(String calendar, boolean dryRun, LocalDate from, LocalDate to, List<ImportedDay> days,
		List<EventNote> left, List<EventNote> errors) {

	/**
	 * An exception that came from the file.
	 *
	 * @param day the exception
	 * @param change what is new about it
	 */
	record ImportedDay(ExceptionView day, Change change) {
	}

	/**
	 * What an import changes about a date.
	 */
	enum Change {

		NEW, CHANGED, SAME

	}

	/**
	 * Something to say about one event.
	 *
	 * @param number which event of the file, from 1
	 * @param uid its UID, null without one
	 * @param summary what people call it, null without a name
	 * @param message what there is to say
	 */
	record EventNote(int number, @Nullable String uid, @Nullable String summary, String message) {
	}

}
