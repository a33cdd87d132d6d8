package vn.careflow.staff;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A time in which a person does not work although their calendar says so.
 *
 * @param id the identity of the absence
 * @param agentId the user id of the absent person
 * @param from the first moment of the absence
 * @param to the first moment after it
 * @param substituteId the user id of who stands in, or null when nobody does
 * @param reason why, for the lead
 */
public record Absence(UUID id, String agentId, Instant from, Instant to, @Nullable String substituteId,
		@Nullable String reason) {

	/**
	 * Tells whether the person is away at a moment.
	 * @param at the moment asked about
	 * @return whether it lies in [from, to)
	 */
	public boolean covers(Instant at) {
		return !at.isBefore(this.from) && at.isBefore(this.to);
	}

	/**
	 * Tells whether the person is away in any part of a time.
	 * @param start the first moment of that time
	 * @param end the first moment after it
	 * @return whether [from, to) and [start, end) share a moment
	 */
	public boolean overlaps(Instant start, Instant end) {
		return this.from.isBefore(end) && start.isBefore(this.to);
	}

	/** The same absence with another end. */
	Absence until(Instant end) {
		return new Absence(this.id, this.agentId, this.from, end, this.substituteId, this.reason);
	}

}
