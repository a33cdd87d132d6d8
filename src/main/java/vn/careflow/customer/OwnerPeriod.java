package vn.careflow.customer;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A time in which an agent was responsible for a customer.
 *
 * @param agentId who
 * @param from since when, inclusive
 * @param until exclusive, null while it lasts
 * @param reason why they became responsible
 */
public record OwnerPeriod(String agentId, Instant from, @Nullable Instant until, String reason) {

}
