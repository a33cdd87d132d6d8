package vn.careflow.assignment;

import java.util.UUID;

/**
 * A work item has left a person's desk: they can take something else.
 *
 * @param workItemId the work item
 * @param agentId the user id of who had it
 */
public record WorkReleased(UUID workItemId, String agentId) {
}
