package vn.careflow.planning;

import java.time.Duration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import vn.careflow.contact.ContactChannel;

/**
 * How the house plans its days.
 *
 * @param grid contacts are planned to begin at multiples of this
 * @param call how long a call takes
 * @param message how long writing a message takes
 * @param meeting how long a meeting takes
 * @param travel how much time lies between a meeting and whatever else its agent does
 * @param lead contacts whose slot comes sooner are left alone: somebody has to read the
 * plan first
 * @param mostContacts a plan takes so many contacts, the earliest ones
 * @param moves how many changes of the plan the search tries; the same number finds the
 * same plan
 * @param timeLimit when the search ends even if it has not tried all of them, within a
 * minute: a job is not held longer
 * @param seed with which the search draws
 * @param calendar by which the working day is counted at whose end a plan expires
 * @param weights what a plan pays for
 */
@ConfigurationProperties("careflow.planning")
@Validated
record PlanningSettings(@NotNull @DefaultValue("15m") Duration grid, @NotNull @DefaultValue("15m") Duration call,
		@NotNull @DefaultValue("5m") Duration message, @NotNull @DefaultValue("60m") Duration meeting,
		@NotNull @DefaultValue("30m") Duration travel, @NotNull @DefaultValue("30m") Duration lead,
		@Min(1) @Max(2000) @DefaultValue("500") int mostContacts, @Min(1) @DefaultValue("150000") int moves,
		@NotNull @DefaultValue("8s") Duration timeLimit, @DefaultValue("91") long seed,
		@NotBlank @DefaultValue("service") String calendar, @Valid @NotNull @DefaultValue Weights weights) {

	PlanningSettings {
		if (grid.toMinutes() < 1 || Duration.ofDays(1).toMinutes() % grid.toMinutes() != 0) {
			throw new IllegalArgumentException("careflow.planning.grid must divide a day, not be " + grid);
		}
		if (timeLimit.isNegative() || timeLimit.isZero() || timeLimit.compareTo(Duration.ofSeconds(25)) > 0) {
			throw new IllegalArgumentException(
					"careflow.planning.time-limit must be at most 25 seconds, half of a job's lock, not " + timeLimit);
		}
	}

	/** How long a contact keeps its agent. */
	Duration lengthOf(ContactChannel channel) {
		return switch (channel) {
			case CALL -> this.call;
			case MEETING -> this.meeting;
			case SMS, EMAIL, ZALO -> this.message;
		};
	}

	/** How much time lies before and after it. */
	Duration travelOf(ContactChannel channel) {
		return (channel == ContactChannel.MEETING) ? this.travel : Duration.ZERO;
	}

	/**
	 * What a plan pays for, in minutes of waiting: the measure in which wishes are
	 * weighed too.
	 *
	 * @param replyDelay for each minute that an answer waits
	 * @param serviceDelay for each minute that care waits
	 * @param advertisingDelay for each minute that advertising waits
	 * @param otherAgent when a contact goes to another person than it had
	 * @param otherSlot when a contact is moved at all: without a gain it stays
	 * @param load for uneven load: times the square of the contacts that a person has on
	 * a day
	 */
	record Weights(@Min(0) @DefaultValue("3") int replyDelay, @Min(0) @DefaultValue("2") int serviceDelay,
			@Min(0) @DefaultValue("1") int advertisingDelay, @Min(0) @DefaultValue("60") int otherAgent,
			@Min(0) @DefaultValue("5") int otherSlot, @Min(0) @DefaultValue("5") int load) {
	}

}
