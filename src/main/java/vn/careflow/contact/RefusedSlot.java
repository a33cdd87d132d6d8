package vn.careflow.contact;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of time at which a rule refuses a contact.
 *
 * @param from its start
 * @param until its end, exclusive; null when the rule refuses for good
 * @param rule the rule, such as {@code LEGAL_HOURS} or {@code LUNCH}
 * @param reason why, in Vietnamese, for the agent and the customer
 */
public record RefusedSlot(Instant from, @Nullable Instant until, String rule, String reason) {

	/** Both as one, when the other goes on where this ends, for the same reason. */
	boolean continuesWith(RefusedSlot other) {
		return other.from().equals(this.until) && this.rule.equals(other.rule) && this.reason.equals(other.reason);
	}

}
