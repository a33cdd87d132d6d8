package vn.careflow.request;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One attempt to settle a request, from its receipt or reopening to its end: once the
 * next one begins, its result never changes again.
 *
 * @param number 1 for the first
 * @param beganAt when the request was received or reopened
 * @param beganBecause why it was reopened, none for the first cycle
 * @param answeredAt the first answer sent to the customer in this cycle
 * @param resolvedAt when the agent called it resolved
 * @param closedAt when it was closed
 * @param resolution what was done
 * @param rootCause why it was necessary
 */
public record ResolutionCycle(int number, Instant beganAt, @Nullable String beganBecause, @Nullable Instant answeredAt,
		@Nullable Instant resolvedAt, @Nullable Instant closedAt, @Nullable String resolution,
		@Nullable RootCause rootCause) {

	static ResolutionCycle first(Instant at) {
		return new ResolutionCycle(1, at, null, null, null, null, null, null);
	}

	ResolutionCycle next(String because, Instant at) {
		return new ResolutionCycle(this.number + 1, at, because, null, null, null, null, null);
	}

	ResolutionCycle answered(Instant at) {
		if (this.answeredAt != null) {
			return this;
		}
		return new ResolutionCycle(this.number, this.beganAt, this.beganBecause, at, this.resolvedAt, this.closedAt,
				this.resolution, this.rootCause);
	}

	ResolutionCycle resolved(String how, RootCause cause, Instant at) {
		return new ResolutionCycle(this.number, this.beganAt, this.beganBecause, this.answeredAt, at, this.closedAt,
				how, cause);
	}

	ResolutionCycle closed(Instant at) {
		return new ResolutionCycle(this.number, this.beganAt, this.beganBecause, this.answeredAt, this.resolvedAt, at,
				this.resolution, this.rootCause);
	}

}
