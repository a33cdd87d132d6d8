package vn.careflow.contact;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A contact with a customer.
 *
 * @param id the contact
 * @param customerId whom
 * @param caseId the case it belongs to; its own id when there is none
 * @param purpose what it is for
 * @param channel how
 * @param reason the occasion
 * @param state where it stands
 * @param agentId who carries it out, null while nobody is assigned
 * @param slot when, null without a permitted slot
 * @param refused the times before the slot, with the rule that refused each
 * @param compromises the wishes that the slot does not fulfil
 */
public record Contact(UUID id, UUID customerId, UUID caseId, ContactPurpose purpose, ContactChannel channel,
		ContactReason reason, ContactState state, @Nullable String agentId, @Nullable ContactSlot slot,
		List<RefusedSlot> refused, List<RefusedSlot> compromises) {

	public @Nullable Instant slotAt() {
		return (this.slot != null) ? this.slot.at() : null;
	}

	public @Nullable Instant dueAt() {
		return (this.slot != null) ? this.slot.dueAt() : null;
	}

	public @Nullable Instant remindAt() {
		return (this.slot != null) ? this.slot.remindAt() : null;
	}

	static Contact planned(NewContact wanted) {
		return new Contact(wanted.id(), wanted.customerId(), wanted.caseOrSelf(), wanted.purpose(), wanted.channel(),
				wanted.reason(), ContactState.PLANNED, null, null, List.of(), List.of());
	}

}
