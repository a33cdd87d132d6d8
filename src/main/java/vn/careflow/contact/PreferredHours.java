package vn.careflow.contact;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

import org.jspecify.annotations.Nullable;

/**
 * Hours at which a customer likes to be contacted.
 *
 * @param channel by which channel, null by any
 * @param weekday on which day, null on every day
 * @param from their start
 * @param to their end, exclusive; one that is not after the start lies on the next day
 */
record PreferredHours(@Nullable ContactChannel channel, @Nullable DayOfWeek weekday, LocalTime from, LocalTime to) {

	boolean contain(LocalDateTime moment) {
		LocalTime time = moment.toLocalTime();
		LocalDate day = moment.toLocalDate();
		if (this.from.isBefore(this.to)) {
			return beginOn(day) && !time.isBefore(this.from) && time.isBefore(this.to);
		}
		return (beginOn(day) && !time.isBefore(this.from)) || (beginOn(day.minusDays(1)) && time.isBefore(this.to));
	}

	boolean beginOn(LocalDate day) {
		return this.weekday == null || this.weekday == day.getDayOfWeek();
	}

}
