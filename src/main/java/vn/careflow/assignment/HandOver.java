package vn.careflow.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a person who leaves hands over, and how far that has come.
 *
 * @param id its identity
 * @param agentId the user id of who leaves
 * @param reason why
 * @param lastDay the last day on which the person works here
 * @param state where it stands
 * @param requestedBy the user id of who began it
 * @param requestedAt when
 * @param before how the person was before
 * @param listings how often everything was listed
 * @param closedAt when the account was closed, null until then
 * @param undoUntil until when it can be undone after that
 * @param endedAt when it was over, null until then
 * @param endedBy who called it off, null when nobody did
 * @param endedBecause why it was called off
 */
public record HandOver(UUID id, String agentId, String reason, LocalDate lastDay, State state, String requestedBy,
		Instant requestedAt, Before before, int listings, @Nullable Instant closedAt, @Nullable Instant undoUntil,
		@Nullable Instant endedAt, @Nullable String endedBy, @Nullable String endedBecause) {

	/**
	 * Where a hand-over stands.
	 */
	public enum State {

		/** Nothing new comes in; what there is is being listed. */
		BEGUN,

		/** A lead looks at who shall get what. */
		PROPOSED,

		/** It is being carried out, batch by batch. */
		CARRYING_OUT,

		/** All was done that could be done; the proof is still to come. */
		CARRIED_OUT,

		/** Proven, and the account is closed; it can still be undone. */
		CLOSED,

		/** Over for good. */
		DONE,

		/** It is being undone, batch by batch. */
		UNDOING,

		/** Undone: owners and account are as before. */
		UNDONE;

		/** Whether it still runs. */
		public boolean isOpen() {
			return this != DONE && this != UNDONE;
		}

	}

	/**
	 * How a person was before.
	 *
	 * @param receiving whether they received work
	 * @param notReceivingReason why not
	 * @param employedUntil the first day after the employment as known then, or null
	 */
	public record Before(boolean receiving, @Nullable String notReceivingReason, @Nullable LocalDate employedUntil) {
	}

}
