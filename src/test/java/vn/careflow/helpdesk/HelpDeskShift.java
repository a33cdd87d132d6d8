package vn.careflow.helpdesk;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * When a person of the log worked, as their time stamps tell: the days of the week on
 * which at least every fiftieth step was finished, the hours between the first and the
 * last twentieth of all steps, rounded outwards to quarters, and the days from the first
 * step to the last.
 *
 * @param days the days of the week
 * @param from the begin of the shift
 * @param to the end of the shift
 * @param firstDay the first day of work
 * @param lastDay the last day of work
 */
record HelpDeskShift(Set<DayOfWeek> days, LocalTime from, LocalTime to, LocalDate firstDay, LocalDate lastDay) {

	private static final int QUARTER = 15;

	static HelpDeskShift of(List<HelpDeskEvent> steps) {
		Map<DayOfWeek, Long> perDay = steps.stream()
			.collect(Collectors.groupingBy((step) -> step.at().getDayOfWeek(), Collectors.counting()));
		Set<DayOfWeek> days = perDay.keySet()
			.stream()
			.filter((day) -> perDay.get(day) * 50 >= steps.size())
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
		List<Integer> minutes = steps.stream()
			.map((step) -> step.at().toLocalTime().toSecondOfDay() / 60)
			.sorted()
			.toList();
		int twentieth = minutes.size() / 20;
		return new HelpDeskShift(days, quarterBefore(minutes.get(twentieth)),
				quarterAfter(minutes.get(minutes.size() - 1 - twentieth)), steps.get(0).at().toLocalDate(),
				steps.get(steps.size() - 1).at().toLocalDate());
	}

	private static LocalTime quarterBefore(int minute) {
		return LocalTime.MIDNIGHT.plusMinutes(minute / QUARTER * QUARTER);
	}

	private static LocalTime quarterAfter(int minute) {
		return LocalTime.MIDNIGHT.plusMinutes(Math.min(minute / QUARTER * QUARTER + QUARTER, 23 * 60 + 45));
	}

}
