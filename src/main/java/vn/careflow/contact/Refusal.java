package vn.careflow.contact;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A policy's no to a moment.
 *
 * @param rule the rule behind it
 * @param reason why, in Vietnamese
 * @param until the first moment for which the policy may answer otherwise, after the
 * moment asked about; null when it never will
 * @param worth how long a contact waits rather than break the rule; null when it binds
 */
record Refusal(String rule, String reason, @Nullable Instant until, @Nullable Duration worth) {

	static Refusal binding(String rule, String reason, Instant until) {
		return new Refusal(rule, reason, until, null);
	}

	static Refusal forGood(String rule, String reason) {
		return new Refusal(rule, reason, null, null);
	}

	boolean isBinding() {
		return this.worth == null;
	}

	RefusedSlot from(Instant from) {
		return new RefusedSlot(from, this.until, this.rule, this.reason);
	}

}
