package vn.careflow.contact;

import java.util.List;
import java.util.Optional;

/**
 * The answer to "when?".
 *
 * @param slot the chosen time; empty when no rule-abiding time exists
 * @param refused the times before it, with the rule that refused each, in order
 * @param compromises the wishes that the chosen time does not fulfil, because fulfilling
 * them would have meant waiting longer than they are worth
 */
public record SlotDecision(Optional<ContactSlot> slot, List<RefusedSlot> refused, List<RefusedSlot> compromises) {
}
