package vn.careflow.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Weekly hours that hold for a time instead of the usual ones: summer hours, Ramadan, the
 * new hours from next year on. A day of the week without hours is closed.
 *
 * @param name what people call them
 * @param validFrom the first date on which they hold
 * @param validTo the first date on which they hold no more; null while no end is known
 * @param hours the hours of each day of the week
 */
public record SeasonalHours(String name, LocalDate validFrom, @Nullable LocalDate validTo,
		Map<DayOfWeek, List<TimeRange>> hours) {

	public SeasonalHours {
		if (validTo != null && !validTo.isAfter(validFrom)) {
			throw new IllegalArgumentException(
					"The hours '" + name + "' end on " + validTo + ", before they begin on " + validFrom);
		}
		hours = Map.copyOf(new WeeklyHours(hours).byDay());
	}

	/**
	 * Whether they hold on a date.
	 */
	public boolean holdOn(LocalDate date) {
		return !date.isBefore(this.validFrom) && (this.validTo == null || date.isBefore(this.validTo));
	}

}
