package vn.careflow.planning;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A plan for the next working days of a team.
 *
 * @param id the plan
 * @param teamId whose days
 * @param days how many working days
 * @param state where it stands
 * @param requestedBy the user id of who asked for it
 * @param requestedAt when
 * @param from the start of what was planned, null before it is proposed
 * @param until the end of it, exclusive
 * @param proposedAt when it was worked out
 * @param expiresAt until when it may be decided about
 * @param closedAt when it was applied or expired
 * @param summary how good it is, null before it is proposed
 */
public record DayPlan(UUID id, String teamId, int days, DayPlanState state, String requestedBy, Instant requestedAt,
		@Nullable Instant from, @Nullable Instant until, @Nullable Instant proposedAt, @Nullable Instant expiresAt,
		@Nullable Instant closedAt, @Nullable PlanSummary summary) {
}
