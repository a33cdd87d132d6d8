package vn.careflow.contact;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of time that no appointment can have, and why.
 *
 * @param from its start
 * @param until its end, exclusive; null when it never ends
 * @param rule the rule, such as {@code AGENT_BUSY}, {@code ABSENT} or {@code LEGAL_HOURS}
 * @param reason why, in Vietnamese
 * @param agentId for whom of us it holds, null when it holds for the customer
 */
public record AppointmentRefusal(Instant from, @Nullable Instant until, String rule, String reason,
		@Nullable String agentId) {

	static AppointmentRefusal of(RefusedSlot slot) {
		return new AppointmentRefusal(slot.from(), slot.until(), slot.rule(), slot.reason(), null);
	}

}
