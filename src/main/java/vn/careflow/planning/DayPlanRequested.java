package vn.careflow.planning;

import java.util.UUID;

/**
 * Somebody asked for a plan of a team's days.
 *
 * @param planId the plan
 * @param teamId the team
 */
public record DayPlanRequested(UUID planId, String teamId) {
}
