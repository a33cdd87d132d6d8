package vn.careflow.contact;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Which appointments are wanted; null asks for all.
 *
 * @param agentId whose
 * @param customerId with whom
 * @param state where they stand
 * @param from those that begin at or after this
 * @param to those that begin before this
 */
public record AppointmentFilter(@Nullable String agentId, @Nullable UUID customerId, @Nullable AppointmentState state,
		Instant from, Instant to) {
}
