package vn.careflow.contact;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A policy's no to a moment.
 *
 * @param rule the rule behind it
 * @param label what people call it
 * @param reason why, in Vietnamese
 * @param source where it is written, null when it is a fact and no rule
 * @param until the first moment for which the policy may answer otherwise, after the
 * moment asked about; null when it never will
 * @param worth how long a contact waits rather than break the rule; null when it binds
 */
record Refusal(String rule, String label, String reason, @Nullable String source, @Nullable Instant until,
		@Nullable Duration worth) {

	static Refusal binding(String rule, String label, String reason, @Nullable String source, @Nullable Instant until) {
		return new Refusal(rule, label, reason, source, until, null);
	}

	static Refusal forGood(String rule, String label, String reason, @Nullable String source) {
		return new Refusal(rule, label, reason, source, null, null);
	}

	static Refusal weighed(String rule, String label, String reason, @Nullable String source, Instant until,
			Duration worth) {
		return new Refusal(rule, label, reason, source, until, worth);
	}

	boolean isBinding() {
		return this.worth == null;
	}

	RefusedSlot from(Instant from) {
		return new RefusedSlot(from, this.until, this.rule, this.label, this.reason, this.source, isBinding());
	}

}
