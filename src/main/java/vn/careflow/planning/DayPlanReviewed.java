package vn.careflow.planning;

import java.util.UUID;

/**
 * Whoever decides about a plan has done so and wants it carried out.
 *
 * @param planId the plan
 */
public record DayPlanReviewed(UUID planId) {
}
