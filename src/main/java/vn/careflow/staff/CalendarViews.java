package vn.careflow.staff;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import vn.careflow.calendar.CalendarDay;
import vn.careflow.calendar.ExplainedDay;
import vn.careflow.calendar.SeasonalHours;
import vn.careflow.calendar.TimeRange;

/**
 * Calendars as clients see and send them.
 */
final class CalendarViews {

	private static final int LONGEST_NAME = 200;

	private CalendarViews() {
	}

	/**
	 * A range of hours; 24:00 is the end of the day.
	 */
	record Hours(@NotNull(message = "Cần giờ mở") String from, @NotNull(message = "Cần giờ đóng") String to) {

		static Hours of(TimeRange range) {
			return new Hours(range.from().toString(),
					range.to().equals(LocalTime.MIDNIGHT) ? "24:00" : range.to().toString());
		}

		static List<Hours> of(List<TimeRange> ranges) {
			return ranges.stream().map(Hours::of).toList();
		}

		TimeRange toRange(String field) {
			try {
				return TimeRange.of(this.from, this.to);
			}
			catch (DateTimeException ex) {
				throw new CalendarRefused(field,
						"Giờ viết như 08:00 hoặc 17:30, không phải " + this.from + " và " + this.to);
			}
			catch (IllegalArgumentException ex) {
				throw new CalendarRefused(field, "Giờ đóng phải sau giờ mở: " + this.from + "–" + this.to
						+ "; ca qua nửa đêm cần chia thành hai khoảng");
			}
		}

	}

	/**
	 * Reads the ranges of one day.
	 */
	private static List<TimeRange> ranges(@Nullable List<Hours> hours, String field) {
		List<TimeRange> ranges = new ArrayList<>();
		for (Hours range : (hours != null) ? hours : List.<Hours>of()) {
			ranges.add(range.toRange(field));
		}
		ranges.sort(Comparator.comparing(TimeRange::from));
		for (int i = 1; i < ranges.size(); i++) {
			TimeRange earlier = ranges.get(i - 1);
			if (earlier.contains(ranges.get(i).from())) {
				throw new CalendarRefused(field, "Các khoảng " + earlier + " và " + ranges.get(i) + " chồng lên nhau");
			}
		}
		return ranges;
	}

	private static Map<DayOfWeek, List<TimeRange>> week(@Nullable Map<DayOfWeek, List<Hours>> hours, String field) {
		Map<DayOfWeek, List<TimeRange>> week = new TreeMap<>();
		if (hours != null) {
			hours.forEach((day, ranges) -> week.put(day, ranges(ranges, field + "." + day)));
		}
		return week;
	}

	private static Map<DayOfWeek, List<Hours>> view(Map<DayOfWeek, List<TimeRange>> week) {
		Map<DayOfWeek, List<Hours>> view = new TreeMap<>();
		week.forEach((day, ranges) -> view.put(day,
				Hours.of(ranges.stream().sorted(Comparator.comparing(TimeRange::from)).toList())));
		return view;
	}

	/**
	 * A calendar with all that it says itself.
	 */
	record CalendarView(@Nullable String name, @Nullable String parent, @Nullable String timeZone,
			@Nullable Boolean publicHolidays, @Nullable Map<DayOfWeek, List<@Valid Hours>> hours,
			@Nullable List<@Valid SeasonView> seasons, @Nullable List<@Valid ExceptionView> exceptions) {

		static CalendarView of(CalendarDefinition definition) {
			ZoneId zone = definition.zone();
			return new CalendarView(definition.name(), definition.parent(), (zone != null) ? zone.getId() : null,
					definition.publicHolidays(), view(definition.week()),
					definition.seasons().stream().map(SeasonView::of).toList(),
					definition.exceptions().stream().map(ExceptionView::of).toList());
		}

		CalendarDefinition toDefinition(String calendarName) {
			return new CalendarDefinition(calendarName, this.parent, zone(), this.publicHolidays,
					week(this.hours, "hours"), seasonsWanted(), exceptionsWanted());
		}

		private @Nullable ZoneId zone() {
			try {
				return (this.timeZone != null) ? ZoneId.of(this.timeZone) : null;
			}
			catch (DateTimeException ex) {
				throw new CalendarRefused("timeZone",
						"Không có múi giờ nào tên " + this.timeZone + "; ví dụ Asia/Ho_Chi_Minh");
			}
		}

		private List<SeasonalHours> seasonsWanted() {
			List<SeasonalHours> wanted = new ArrayList<>();
			for (SeasonView season : (this.seasons != null) ? this.seasons : List.<SeasonView>of()) {
				String field = "seasons[" + wanted.size() + "]";
				if (wanted.stream().anyMatch((other) -> other.validFrom().equals(season.validFrom()))) {
					throw new CalendarRefused(field + ".validFrom", "Hai mùa cùng bắt đầu ngày " + season.validFrom());
				}
				wanted.add(season.toSeason(field));
			}
			return wanted;
		}

		private List<CalendarDay> exceptionsWanted() {
			List<CalendarDay> wanted = new ArrayList<>();
			for (ExceptionView day : (this.exceptions != null) ? this.exceptions : List.<ExceptionView>of()) {
				String field = "exceptions[" + wanted.size() + "]";
				LocalDate date = day.date();
				if (date == null || wanted.stream().anyMatch((other) -> other.date().equals(date))) {
					throw new CalendarRefused(field + ".date",
							(date == null) ? "Cần ngày" : "Ngày " + date + " có hai ngoại lệ");
				}
				wanted.add(day.toDay(date, field + ".hours"));
			}
			return wanted;
		}

	}

	/**
	 * Weekly hours that hold for a time.
	 *
	 * @param validTo the first date on which they hold no more
	 */
	record SeasonView(
			@NotBlank(message = "Cần tên, ví dụ Giờ mùa hè") @Size(max = LONGEST_NAME,
					message = "Tối đa 200 ký tự") String name,
			@NotNull(message = "Cần ngày bắt đầu") LocalDate validFrom, @Nullable LocalDate validTo,
			@Nullable Map<DayOfWeek, List<@Valid Hours>> hours) {

		static SeasonView of(SeasonalHours season) {
			return new SeasonView(season.name(), season.validFrom(), season.validTo(), view(season.hours()));
		}

		SeasonalHours toSeason(String field) {
			if (this.validTo != null && !this.validTo.isAfter(this.validFrom)) {
				throw new CalendarRefused(field + ".validTo", "Ngày hết hiệu lực phải sau ngày bắt đầu");
			}
			return new SeasonalHours(this.name, this.validFrom, this.validTo, week(this.hours, field + ".hours"));
		}

	}

	/**
	 * A date with hours of its own: none when it is closed.
	 */
	record ExceptionView(@Nullable LocalDate date,
			@NotBlank(message = "Cần lý do, ví dụ Nghỉ hoán đổi") @Size(max = LONGEST_NAME,
					message = "Tối đa 200 ký tự") String name,
			@Nullable List<@Valid Hours> hours) {

		static ExceptionView of(CalendarDay day) {
			return new ExceptionView(day.date(), day.name(), Hours.of(day.hours()));
		}

		CalendarDay toDay(LocalDate on, String field) {
			return new CalendarDay(on, this.name, ranges(this.hours, field));
		}

	}

	/**
	 * A calendar in a list, with who works by it.
	 */
	record Summary(String name, @Nullable String parent, String timeZone, boolean organisation, List<String> teams,
			List<String> agents) {

		static Summary of(CalendarDefinition definition, StaffDirectory directory) {
			String name = definition.name();
			return new Summary(name, definition.parent(), directory.calendar(name).zone().getId(),
					directory.organisationCalendar().name().equals(name),
					directory.teams()
						.stream()
						.filter((team) -> Objects.equals(team.calendarName(), name))
						.map(Team::id)
						.toList(),
					directory.all()
						.stream()
						.filter((agent) -> agent.calendarName().equals(name))
						.map(Agent::id)
						.toList());
		}

	}

	/**
	 * A date with its hours and why.
	 */
	record DayView(LocalDate date, DayOfWeek weekday, List<Hours> hours, String reason, List<ReasonView> rules) {

		static DayView of(ExplainedDay day) {
			return new DayView(day.date(), day.date().getDayOfWeek(), Hours.of(day.hours()),
					ReasonView.sentence(day.reasons().get(0)), day.reasons().stream().map(ReasonView::of).toList());
		}

	}

	/**
	 * A rule about a date; the first of a day decides.
	 */
	record ReasonView(ExplainedDay.Rule rule, String calendar, @Nullable String name, List<Hours> hours) {

		static ReasonView of(ExplainedDay.Reason reason) {
			return new ReasonView(reason.rule(), reason.calendar(), reason.name(), Hours.of(reason.hours()));
		}

		static String sentence(ExplainedDay.Reason reason) {
			String which = " (lịch " + reason.calendar() + ")";
			return switch (reason.rule()) {
				case EXCEPTION ->
					(reason.hours().isEmpty() ? "Ngày nghỉ: " : "Giờ riêng của ngày này: ") + reason.name() + which;
				case PUBLIC_HOLIDAY -> "Ngày lễ: " + reason.name() + which;
				case SEASON -> "Giờ theo mùa: " + reason.name() + which;
				case WEEKLY_HOURS ->
					(reason.hours().isEmpty() ? "Ngày nghỉ hằng tuần" : "Giờ làm việc hằng tuần") + which;
				case NO_HOURS -> "Lịch chưa có giờ làm việc" + which;
			};
		}

	}

}
