package vn.careflow.planning;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a plan would change about one contact.
 *
 * @param planId the plan
 * @param no its number in the plan, from 1
 * @param contactId the contact
 * @param customerId whom it goes to
 * @param fromAgentId who has it without the plan, null when nobody does
 * @param fromSlotAt when it is due without the plan
 * @param proposedAgentId who shall have it; null when no permitted place was free
 * @param proposedSlotAt when it shall begin; null when no permitted place was free
 * @param chosenAgentId who shall have it as the lead wants it, when changed
 * @param chosenSlotAt when it shall begin as the lead wants it, when changed
 * @param reasons why
 * @param state where it stands
 * @param stateReason why it was rejected or is stale, in Vietnamese
 * @param decidedBy the user id of who decided
 * @param decidedAt when
 * @param appliedAt when the contact was moved, null when it was not
 */
public record DayPlanItem(UUID planId, int no, UUID contactId, UUID customerId, @Nullable String fromAgentId,
		Instant fromSlotAt, @Nullable String proposedAgentId, @Nullable Instant proposedSlotAt,
		@Nullable String chosenAgentId, @Nullable Instant chosenSlotAt, ItemReasons reasons, ItemState state,
		@Nullable String stateReason, @Nullable String decidedBy, @Nullable Instant decidedAt,
		@Nullable Instant appliedAt) {

	/** Whether there is anything to accept. */
	public boolean hasProposal() {
		return this.proposedSlotAt != null && this.proposedAgentId != null;
	}

	/** Who shall have it, if it is carried out. */
	@Nullable String targetAgentId() {
		return (this.chosenAgentId != null) ? this.chosenAgentId : this.proposedAgentId;
	}

	/** When it shall begin, if it is carried out. */
	@Nullable Instant targetSlotAt() {
		return (this.chosenSlotAt != null) ? this.chosenSlotAt : this.proposedSlotAt;
	}

}
