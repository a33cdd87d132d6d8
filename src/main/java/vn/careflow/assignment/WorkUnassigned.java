package vn.careflow.assignment;

import java.util.UUID;

/**
 * Nobody can take a work item: it waits in its team's queue.
 *
 * @param item the work item as it was decided about
 * @param decisionId the decision that says why
 */
public record WorkUnassigned(WorkItem item, UUID decisionId) {
}
