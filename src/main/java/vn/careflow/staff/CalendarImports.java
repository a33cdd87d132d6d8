package vn.careflow.staff;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.careflow.calendar.BusinessCalendar;
import vn.careflow.calendar.CalendarDay;
import vn.careflow.calendar.TimeRange;
import vn.careflow.staff.CalendarImport.Change;
import vn.careflow.staff.CalendarImport.EventNote;
import vn.careflow.staff.CalendarImport.ImportedDay;
import vn.careflow.staff.CalendarViews.ExceptionView;
import vn.careflow.staff.IcsEvent.Kind;
import vn.careflow.staff.IcsEvent.Said;
import vn.careflow.staff.IcsEvent.Unusable;

/**
 * Makes exceptions of a calendar from the events of an iCalendar file. An event that
 * cannot be used is left out and named; the others count. What an event means is told in
 * {@code docs/imports/calendars.md}.
 */
@Service
class CalendarImports {

	/** How far events that repeat are followed when nobody says how far. */
	static final int USUAL_YEARS = 3;

	private static final int MOST_BYTES = 2 * 1024 * 1024;

	private static final int MOST_EVENTS = 5_000;

	private static final int LONGEST_NAME = 200;

	private final WorkCalendars calendars;

	private final StaffDirectories directories;

	CalendarImports(WorkCalendars calendars, StaffDirectories directories) {
		this.calendars = calendars;
		this.directories = directories;
	}

	/**
	 * Reads a file and, unless it is only tried, gives the calendar its exceptions, all
	 * in one change.
	 * @param name the calendar
	 * @param file the file, UTF-8
	 * @param range the dates that are looked at
	 * @param dryRun whether to tell only what would change
	 * @throws CalendarRefused when the file is no iCalendar file or too large
	 */
	@Transactional
	public CalendarImport submit(String name, InputStream file, ImportRange range, boolean dryRun) {
		BusinessCalendar calendar = this.directories.current().calendar(name);
		Reading reading = new Reading(calendar, range);
		reading.readAll(new IcsFile(text(file)));
		Map<LocalDate, CalendarDay> known = this.calendars.definition(name)
			.orElseThrow()
			.exceptions()
			.stream()
			.collect(Collectors.toMap(CalendarDay::date, (day) -> day));
		List<CalendarDay> days = reading.days();
		List<CalendarDay> news = days.stream().filter((day) -> !day.equals(known.get(day.date()))).toList();
		if (!dryRun && !news.isEmpty()) {
			this.calendars.except(name, news);
		}
		return new CalendarImport(name, dryRun, range.from(), range.to(),
				days.stream().map((day) -> imported(day, known.get(day.date()))).toList(), reading.left,
				reading.errors);
	}

	private static ImportedDay imported(CalendarDay day, @Nullable CalendarDay known) {
		Change change = (known == null) ? Change.NEW : known.equals(day) ? Change.SAME : Change.CHANGED;
		return new ImportedDay(ExceptionView.of(day), change);
	}

	private static String text(InputStream file) {
		try {
			byte[] bytes = file.readNBytes(MOST_BYTES + 1);
			if (bytes.length > MOST_BYTES) {
				throw new CalendarRefused("file", "Tệp lớn hơn 2 MB");
			}
			return new String(bytes, StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new CalendarRefused("file", "Không đọc được tệp");
		}
	}

	/**
	 * A file, cut into its events so that each can be read by itself.
	 */
	private static final class IcsFile {

		/** What all events share, time zones above all. */
		private final StringBuilder head = new StringBuilder();

		private final List<String> events = new ArrayList<>();

		IcsFile(String text) {
			boolean inEvent = false;
			boolean begun = false;
			StringBuilder event = new StringBuilder();
			for (String line : text.replace("\uFEFF", "").lines().toList()) {
				String word = line.strip();
				begun |= word.equalsIgnoreCase("BEGIN:VCALENDAR");
				inEvent |= word.equalsIgnoreCase("BEGIN:VEVENT");
				if (!word.equalsIgnoreCase("END:VCALENDAR")) {
					(inEvent ? event : this.head).append(line).append("\r\n");
				}
				if (word.equalsIgnoreCase("END:VEVENT")) {
					this.events.add(event.toString());
					event.setLength(0);
					inEvent = false;
				}
			}
			if (!begun || inEvent) {
				throw new CalendarRefused("file",
						"Không phải tệp iCalendar trọn vẹn (BEGIN:VCALENDAR … END:VCALENDAR)");
			}
			if (this.events.size() > MOST_EVENTS) {
				throw new CalendarRefused("file", "Tệp có hơn " + MOST_EVENTS + " sự kiện");
			}
		}

		String alone(String event) {
			return this.head + event + "END:VCALENDAR\r\n";
		}

	}

	/**
	 * What the events of a file say together.
	 */
	private static final class Reading {

		private final BusinessCalendar calendar;

		private final ImportRange range;

		private final SortedMap<LocalDate, List<Said>> said = new TreeMap<>();

		final List<EventNote> left = new ArrayList<>();

		final List<EventNote> errors = new ArrayList<>();

		Reading(BusinessCalendar calendar, ImportRange range) {
			this.calendar = calendar;
			this.range = range;
		}

		void readAll(IcsFile file) {
			for (int i = 0; i < file.events.size(); i++) {
				String event = file.events.get(i);
				int number = i + 1;
				try {
					read(file.alone(event)).ifPresent((why) -> this.left.add(note(number, event, why)));
				}
				catch (Unusable ex) {
					this.errors.add(note(number, event, String.valueOf(ex.getMessage())));
				}
			}
		}

		/** Why the event says nothing here, or nothing when it does. */
		private Optional<String> read(String text) throws Unusable {
			IcsEvent event = IcsEvent.read(text);
			if (event.isCancelled()) {
				return Optional.of("Sự kiện đã hủy");
			}
			List<Said> about = event.about(this.range, this.calendar.zone());
			about.forEach((day) -> this.said.computeIfAbsent(day.date(), (date) -> new ArrayList<>()).add(day));
			return about.isEmpty() ? Optional.of("Không rơi vào khoảng nhập") : Optional.empty();
		}

		/** From the event's text, for one that cannot be read has no properties. */
		private static EventNote note(int number, String event, String message) {
			return new EventNote(number, line(event, "UID"), line(event, "SUMMARY"), message);
		}

		private static @Nullable String line(String event, String property) {
			return event.replaceAll("\r\n[ \t]", "")
				.lines()
				.filter((line) -> line.regionMatches(true, 0, property, 0, property.length())
						&& line.length() > property.length() && ":;".indexOf(line.charAt(property.length())) >= 0)
				.map((line) -> line.substring(line.indexOf(':') + 1).strip())
				.findFirst()
				.orElse(null);
		}

		List<CalendarDay> days() {
			return this.said.entrySet().stream().map((entry) -> day(entry.getKey(), entry.getValue())).toList();
		}

		private CalendarDay day(LocalDate date, List<Said> about) {
			List<TimeRange> opened = hours(about, Kind.OPEN);
			boolean closed = about.stream().anyMatch((day) -> day.kind() == Kind.CLOSED && day.hours().isEmpty());
			List<TimeRange> usual = closed ? List.of() : this.calendar.hoursOn(date);
			String name = about.stream().map(Said::name).distinct().collect(Collectors.joining("; "));
			return new CalendarDay(date, name.substring(0, Math.min(name.length(), LONGEST_NAME)),
					without(opened.isEmpty() ? usual : joined(opened), hours(about, Kind.CLOSED)));
		}

		private static List<TimeRange> hours(List<Said> about, Kind kind) {
			return about.stream().filter((day) -> day.kind() == kind).flatMap((day) -> day.hours().stream()).toList();
		}

		private static List<TimeRange> joined(List<TimeRange> ranges) {
			List<TimeRange> joined = new ArrayList<>();
			for (TimeRange next : ranges.stream().sorted(Comparator.comparing(TimeRange::from)).toList()) {
				TimeRange last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
				if (last != null && (last.contains(next.from()) || last.to().equals(next.from()))) {
					joined.set(joined.size() - 1, new TimeRange(last.from(), later(last.to(), next.to())));
				}
				else {
					joined.add(next);
				}
			}
			return joined;
		}

		private static List<TimeRange> without(List<TimeRange> ranges, List<TimeRange> cuts) {
			List<TimeRange> rest = ranges;
			for (TimeRange cut : cuts) {
				rest = rest.stream().flatMap((range) -> without(range, cut).stream()).toList();
			}
			return rest;
		}

		private static List<TimeRange> without(TimeRange range, TimeRange cut) {
			List<TimeRange> rest = new ArrayList<>();
			if (range.from().isBefore(cut.from())) {
				rest.add(new TimeRange(range.from(), earlier(range.to(), cut.from())));
			}
			if (!later(range.to(), cut.to()).equals(cut.to())) {
				LocalTime from = cut.to().isAfter(range.from()) ? cut.to() : range.from();
				rest.add(new TimeRange(from, range.to()));
			}
			return rest;
		}

		/** Of two ends; midnight is the end of the day. */
		private static LocalTime later(LocalTime one, LocalTime other) {
			return one.equals(LocalTime.MIDNIGHT) || !other.equals(LocalTime.MIDNIGHT) && one.isAfter(other) ? one
					: other;
		}

		private static LocalTime earlier(LocalTime one, LocalTime other) {
			return later(one, other).equals(one) ? other : one;
		}

	}

}
