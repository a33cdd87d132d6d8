package vn.careflow.staff;

import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.DtStart;
import org.jspecify.annotations.Nullable;

import vn.careflow.calendar.TimeRange;

/**
 * One event of an iCalendar file, read by itself so that a fault in it leaves the others
 * alone, and what it says about the hours of dates.
 */
final class IcsEvent {

	static final String HOURS = "X-CAREFLOW-HOURS";

	private static final Set<String> OPEN = Set.of("OPEN", "WORKDAY", "MỞ CỬA", "LÀM BÙ");

	private static final Set<String> CLOSED = Set.of("CLOSED", "HOLIDAY", "NGHỈ", "NGHỈ LỄ");

	private static final Pattern TOO_OFTEN = Pattern.compile("FREQ=(SECONDLY|MINUTELY|HOURLY)");

	private static final Pattern RANGE = Pattern.compile("(\\d\\d:\\d\\d)\\s*[-–]\\s*(\\d\\d:\\d\\d)");

	/**
	 * How long before the dates in question an event that reaches into them may begin.
	 */
	private static final int LONGEST_DAYS = 366;

	private final VEvent event;

	private IcsEvent(VEvent event) {
		this.event = event;
	}

	/**
	 * Reads an event.
	 * @param text a whole iCalendar file with this event alone
	 * @throws Unusable with the reason when it cannot be read
	 */
	static IcsEvent read(String text) throws Unusable {
		try {
			return new IcsEvent(new CalendarBuilder().build(new StringReader(text))
				.<VEvent>getComponent(Component.VEVENT)
				.orElseThrow(() -> new Unusable("Không đọc được sự kiện")));
		}
		catch (ParserException | IOException | DateTimeException | IllegalArgumentException ex) {
			throw new Unusable("Không đọc được sự kiện: " + innermost(ex));
		}
	}

	boolean isCancelled() {
		return "CANCELLED".equalsIgnoreCase(value(Property.STATUS));
	}

	String name() {
		String summary = value(Property.SUMMARY);
		return (summary == null || summary.isBlank()) ? "Theo tệp lịch" : summary.strip();
	}

	/**
	 * What it says about dates.
	 * @param range which dates are asked about
	 * @param zone the zone of the calendar that the file is for
	 * @throws Unusable with the reason when it cannot be understood
	 */
	List<Said> about(ImportRange range, ZoneId zone) throws Unusable {
		refuseWhatIsTooMuch();
		List<Said> said = new ArrayList<>();
		for (Period<?> occurrence : occurrences(range)) {
			said.addAll(
					(occurrence.getStart() instanceof LocalDate first) ? allDay(first, (LocalDate) occurrence.getEnd())
							: List.of(timed(local(occurrence.getStart(), zone), local(occurrence.getEnd(), zone))));
		}
		return said.stream().filter((day) -> range.contains(day.date())).toList();
	}

	private void refuseWhatIsTooMuch() throws Unusable {
		String rule = value(Property.RRULE);
		if (rule != null && TOO_OFTEN.matcher(rule.toUpperCase(Locale.ROOT)).find()) {
			throw new Unusable("Sự kiện lặp lại dày hơn hằng ngày");
		}
		if (value(Property.RECURRENCE_ID) != null) {
			throw new Unusable("Một lần lặp được sửa riêng (RECURRENCE-ID): hãy tách thành sự kiện riêng");
		}
	}

	private Set<? extends Period<?>> occurrences(ImportRange range) throws Unusable {
		try {
			Temporal start = this.event.<DtStart<?>>getProperty(Property.DTSTART)
				.orElseThrow(() -> new Unusable("Thiếu thời điểm bắt đầu (DTSTART)"))
				.getDate();
			LocalDate from = range.from().minusDays(LONGEST_DAYS);
			Period<?> window = (start instanceof LocalDate) ? new Period<>(from, range.to())
					: (start instanceof LocalDateTime)
							? new Period<>(from.atStartOfDay(), range.to().plusDays(1).atStartOfDay())
							: new Period<>(from.atStartOfDay(ZoneId.of("UTC")),
									range.to().plusDays(1).atStartOfDay(ZoneId.of("UTC")));
			return this.event.calculateRecurrenceSet(window);
		}
		catch (DateTimeException | IllegalArgumentException ex) {
			throw new Unusable("Không hiểu thời gian của sự kiện: " + innermost(ex));
		}
	}

	/** Closed, unless the event gives hours. */
	private List<Said> allDay(LocalDate first, LocalDate end) throws Unusable {
		List<TimeRange> hours = hours();
		if (hours.isEmpty() && isOf(OPEN)) {
			throw new Unusable("Ngày mở cửa cần giờ, ví dụ " + HOURS + ":08:00-12:00,13:30-17:30");
		}
		LocalDate last = end.isAfter(first) ? end : first.plusDays(1);
		return first.datesUntil(last)
			.map((date) -> new Said(date, name(), hours.isEmpty() ? Kind.CLOSED : Kind.OPEN, hours))
			.toList();
	}

	private Said timed(ZonedDateTime from, ZonedDateTime to) throws Unusable {
		boolean open = isOf(OPEN);
		if (open == isOf(CLOSED)) {
			throw new Unusable(
					"Sự kiện có giờ cần đúng một loại: CATEGORIES:OPEN (mở cửa) hoặc CATEGORIES:CLOSED (nghỉ)");
		}
		LocalDate date = from.toLocalDate();
		boolean untilMidnight = to.toLocalTime().equals(LocalTime.MIDNIGHT)
				&& to.toLocalDate().equals(date.plusDays(1));
		if (!from.isBefore(to) || !untilMidnight && !to.toLocalDate().equals(date)) {
			throw new Unusable("Sự kiện có giờ phải bắt đầu và kết thúc trong cùng một ngày");
		}
		return new Said(date, name(), open ? Kind.OPEN : Kind.CLOSED,
				List.of(new TimeRange(from.toLocalTime(), to.toLocalTime())));
	}

	private List<TimeRange> hours() throws Unusable {
		String text = value(HOURS);
		List<TimeRange> hours = new ArrayList<>();
		for (String part : (text != null) ? text.split(",") : new String[0]) {
			Matcher range = RANGE.matcher(part.strip());
			if (!range.matches()) {
				throw new Unusable(HOURS + " viết như 08:00-12:00,13:30-17:30, không phải " + text);
			}
			hours.add(range(range.group(1), range.group(2)));
		}
		return hours;
	}

	private static TimeRange range(String from, String to) throws Unusable {
		try {
			return TimeRange.of(from, to);
		}
		catch (DateTimeException | IllegalArgumentException ex) {
			throw new Unusable("Giờ đóng phải sau giờ mở: " + from + "–" + to);
		}
	}

	private boolean isOf(Set<String> words) {
		Set<String> categories = this.event.<Categories>getProperties(Property.CATEGORIES)
			.stream()
			.flatMap((property) -> Arrays.stream(property.getValue().split(",")))
			.map((word) -> word.strip().toUpperCase(Locale.ROOT))
			.collect(Collectors.toSet());
		return categories.stream().anyMatch(words::contains);
	}

	private @Nullable String value(String property) {
		return this.event.<Property>getProperty(property).map(Property::getValue).orElse(null);
	}

	private static ZonedDateTime local(Temporal moment, ZoneId zone) {
		return (moment instanceof LocalDateTime floating) ? floating.atZone(zone) : Instant.from(moment).atZone(zone);
	}

	private static String innermost(Throwable problem) {
		Throwable cause = problem;
		while (cause.getCause() != null) {
			cause = cause.getCause();
		}
		return String.valueOf(cause.getMessage());
	}

	/**
	 * What an event says about one date.
	 *
	 * @param date the date
	 * @param name why
	 * @param kind whether these are hours to work or not
	 * @param hours the hours; none stand for the whole day
	 */
	record Said(LocalDate date, String name, Kind kind, List<TimeRange> hours) {
	}

	/**
	 * Whether people work.
	 */
	enum Kind {

		OPEN, CLOSED

	}

	/**
	 * Says why an event cannot be used.
	 */
	static final class Unusable extends Exception {

		private static final long serialVersionUID = 1L;

		Unusable(String reason) {
			super(reason);
		}

	}

}
