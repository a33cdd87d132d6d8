package vn.careflow.assignment;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One thing in a hand-over.
 *
 * @param no its number in the hand-over, from 1
 * @param kind what it is
 * @param ref its identity
 * @param detail a code that says more: the task, the model, the state
 * @param customerId the customer whom it concerns, or null
 * @param language the customer's language, or null
 * @param workItemId the case to which it belongs, or null
 * @param proposedAgentId who shall have it, null when it ends with the person or nobody
 * was found
 * @param proposedBecause why this one, in Vietnamese
 * @param byRules whether the rules found them
 * @param chosenAgentId who shall have it as the lead wants it, null as proposed
 * @param chosenBy the user id of the lead
 * @param state what became of it
 * @param stateReason why not, in Vietnamese
 * @param toAgentId who got it
 * @param kept what undoing needs to know
 * @param movedAt when it was handed over
 */
public record HandOverItem(int no, HandOverKind kind, String ref, String detail, @Nullable UUID customerId,
		@Nullable String language, @Nullable UUID workItemId, @Nullable String proposedAgentId,
		@Nullable String proposedBecause, boolean byRules, @Nullable String chosenAgentId, @Nullable String chosenBy,
		State state, @Nullable String stateReason, @Nullable String toAgentId, @Nullable String kept,
		@Nullable Instant movedAt) {

	/** Who shall have it: as chosen, else as proposed; null when it ends or is open. */
	public @Nullable String targetAgentId() {
		return (this.chosenAgentId != null) ? this.chosenAgentId : this.proposedAgentId;
	}

	/** Whether it can be carried out as it stands. */
	public boolean isSettled() {
		return this.kind.succession() == HandOverKind.Succession.ENDS || targetAgentId() != null;
	}

	/**
	 * What became of a thing.
	 */
	public enum State {

		/** Still to be handed over. */
		OPEN,

		/** Handed over, or ended. */
		MOVED,

		/** It was over, or with somebody else by then. */
		GONE,

		/** It could not be handed over; it is listed anew while it is there. */
		REFUSED,

		/** Given back by undoing. */
		RETURNED,

		/** Not given back: it has changed hands since, or is over. */
		STAYED

	}

}
