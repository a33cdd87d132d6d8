package vn.careflow.assignment;

import java.util.Optional;
import java.util.UUID;

/**
 * Who would take a work item if it were decided now.
 *
 * @param workItemId the work item
 * @param agentId the user id of who would take it, or empty when nobody can
 * @param summary why, as one Vietnamese sentence
 */
public record Proposal(UUID workItemId, Optional<String> agentId, String summary) {
}
