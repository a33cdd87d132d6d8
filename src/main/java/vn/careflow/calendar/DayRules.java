package vn.careflow.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.careflow.calendar.ExplainedDay.Reason;
import vn.careflow.calendar.ExplainedDay.Rule;

/**
 * Decides the hours of each date: exceptions before public holidays before weekly hours,
 * and within each the own before the inherited.
 */
final class DayRules {

	/** What each calendar of the line of ancestors brings, the own first. */
	private final List<Layer> layers;

	/**
	 * The calendar that closes on public holidays, null when none does. Its week decides
	 * which of them are made up: who works on Tuesdays only does not get more of them.
	 */
	private final @Nullable DayRules holidaysOf;

	private final boolean neverOpen;

	private final Map<Integer, Map<LocalDate, String>> holidays = new ConcurrentHashMap<>();

	DayRules(Layer own, @Nullable DayRules parent, Holidays choice) {
		List<Layer> all = new ArrayList<>(List.of(own));
		if (parent != null) {
			all.addAll(parent.layers);
		}
		this.layers = List.copyOf(all);
		this.neverOpen = this.layers.stream().noneMatch(Layer::hasHours);
		this.holidaysOf = switch (choice) {
			case CLOSED -> this;
			case OPEN -> null;
			case INHERITED -> (parent != null) ? parent.holidaysOf : null;
		};
	}

	/**
	 * Whether a calendar closes on public holidays.
	 */
	enum Holidays {

		CLOSED, OPEN, INHERITED

	}

	List<TimeRange> hoursOn(LocalDate date) {
		CalendarDay exception = exception(date);
		if (exception != null) {
			return exception.hours();
		}
		return holidaysOf(date.getYear()).containsKey(date) ? List.of() : weeklyHoursOn(date);
	}

	Optional<String> exceptionOn(LocalDate date) {
		CalendarDay exception = exception(date);
		return Optional.ofNullable((exception != null) ? exception.name() : holidaysOf(date.getYear()).get(date));
	}

	ExplainedDay explain(LocalDate date) {
		List<Reason> reasons = Stream
			.of(exceptionsAbout(date), holidaysAbout(date), this.layers.stream().flatMap((layer) -> layer.weeks(date)))
			.flatMap((found) -> found)
			.toList();
		return new ExplainedDay(date, hoursOn(date),
				reasons.isEmpty() ? List.of(new Reason(Rule.NO_HOURS, name(), null, List.of())) : reasons);
	}

	private Stream<Reason> exceptionsAbout(LocalDate date) {
		return this.layers.stream()
			.filter((layer) -> layer.exceptions().containsKey(date))
			.map((layer) -> layer.reason(layer.exceptions().get(date)));
	}

	private Stream<Reason> holidaysAbout(LocalDate date) {
		String name = holidaysOf(date.getYear()).get(date);
		return (name != null && this.holidaysOf != null)
				? Stream.of(new Reason(Rule.PUBLIC_HOLIDAY, this.holidaysOf.name(), name, List.of())) : Stream.empty();
	}

	/** No date has any hours, whatever the year. */
	boolean areNeverOpen() {
		return this.neverOpen;
	}

	private @Nullable CalendarDay exception(LocalDate date) {
		for (Layer layer : this.layers) {
			CalendarDay day = layer.exceptions().get(date);
			if (day != null) {
				return day;
			}
		}
		return null;
	}

	private List<TimeRange> weeklyHoursOn(LocalDate date) {
		for (Layer layer : this.layers) {
			Map<DayOfWeek, List<TimeRange>> week = layer.weekOn(date);
			if (week != null) {
				return week.getOrDefault(date.getDayOfWeek(), List.of());
			}
		}
		return List.of();
	}

	private String name() {
		return this.layers.get(0).calendar();
	}

	private Map<LocalDate, String> holidaysOf(int year) {
		boolean known = year >= VietnameseLunarCalendar.FIRST_YEAR && year <= VietnameseLunarCalendar.LAST_YEAR;
		DayRules keeper = this.holidaysOf;
		return (keeper != null && known) ? keeper.holidays.computeIfAbsent(year, keeper::workOutHolidays) : Map.of();
	}

	private Map<LocalDate, String> workOutHolidays(int year) {
		Map<LocalDate, String> names = new HashMap<>();
		VietnameseHolidays.in(year, (date) -> weeklyHoursOn(date).isEmpty())
			.forEach((holiday) -> names.putIfAbsent(holiday.date(), holiday.name()));
		return names;
	}

	/**
	 * What one calendar says itself.
	 *
	 * @param calendar its name
	 * @param week its usual hours; without any, the inherited ones hold
	 * @param seasons its hours that hold for a time, the one that begins last first
	 * @param exceptions its dates with hours of their own
	 */
	record Layer(String calendar, WeeklyHours week, List<SeasonalHours> seasons,
			Map<LocalDate, CalendarDay> exceptions) {

		Layer {
			seasons = inOrder(seasons);
			exceptions = Map.copyOf(exceptions);
		}

		private static List<SeasonalHours> inOrder(List<SeasonalHours> seasons) {
			List<SeasonalHours> sorted = new ArrayList<>(seasons);
			sorted.sort(Comparator.comparing(SeasonalHours::validFrom).reversed());
			for (int i = 1; i < sorted.size(); i++) {
				if (sorted.get(i - 1).validFrom().equals(sorted.get(i).validFrom())) {
					throw new IllegalArgumentException("The hours '" + sorted.get(i).name() + "' and '"
							+ sorted.get(i - 1).name() + "' both begin on " + sorted.get(i).validFrom());
				}
			}
			return List.copyOf(sorted);
		}

		@Nullable Map<DayOfWeek, List<TimeRange>> weekOn(LocalDate date) {
			for (SeasonalHours season : this.seasons) {
				if (season.holdOn(date)) {
					return season.hours();
				}
			}
			return this.week.isEmpty() ? null : this.week.byDay();
		}

		boolean hasHours() {
			return !this.week.isEmpty() || this.seasons.stream().anyMatch((season) -> !season.hours().isEmpty())
					|| this.exceptions.values().stream().anyMatch((day) -> !day.hours().isEmpty());
		}

		Reason reason(CalendarDay day) {
			return new Reason(Rule.EXCEPTION, this.calendar, day.name(), day.hours());
		}

		Stream<Reason> weeks(LocalDate date) {
			Stream<Reason> inSeason = this.seasons.stream()
				.filter((season) -> season.holdOn(date))
				.map((season) -> new Reason(Rule.SEASON, this.calendar, season.name(),
						season.hours().getOrDefault(date.getDayOfWeek(), List.of())));
			return this.week.isEmpty() ? inSeason : Stream.concat(inSeason,
					Stream.of(new Reason(Rule.WEEKLY_HOURS, this.calendar, null, this.week.on(date.getDayOfWeek()))));
		}

	}

}
