package vn.careflow.assignment;

import java.util.UUID;

/**
 * A hand-over was asked for outside of its model.
 *
 * @param handOverId the hand-over
 * @param agentId the user id of who leaves
 */
public record HandOverRequested(UUID handOverId, String agentId) {
}
