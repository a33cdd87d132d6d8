package vn.careflow.contact;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of time at which a rule refuses a contact, or a wish is not fulfilled.
 *
 * @param from its start
 * @param until its end, exclusive; null when the rule refuses for good
 * @param rule the rule, such as {@code LEGAL_HOURS} or {@code LUNCH}
 * @param label what people call the rule, in Vietnamese
 * @param reason why, in Vietnamese, for the agent and the customer
 * @param source where the rule is written, such as an article of the law; null when it is
 * a fact and no rule
 * @param binding whether it forbids the contact; a wish is weighed
 */
public record RefusedSlot(Instant from, @Nullable Instant until, String rule, String label, String reason,
		@Nullable String source, boolean binding) {

	/** What was stored before labels were has the rule's code in their place. */
	public RefusedSlot {
		label = Objects.requireNonNullElse(label, rule);
	}

	/** Both as one, when the other goes on where this ends, for the same reason. */
	boolean continuesWith(RefusedSlot other) {
		return other.from().equals(this.until) && this.rule.equals(other.rule) && this.reason.equals(other.reason);
	}

	RefusedSlot through(@Nullable Instant end) {
		return new RefusedSlot(this.from, end, this.rule, this.label, this.reason, this.source, this.binding);
	}

}
