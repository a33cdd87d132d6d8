package vn.careflow.assignment;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A work item on somebody's desk.
 *
 * @param workItemId the work item
 * @param decisionId the decision by which the person has it
 * @param agentId the user id
 * @param workDay the day whose work it is
 * @param weight how many points of that day it takes
 */
record DeskWork(UUID workItemId, UUID decisionId, String agentId, LocalDate workDay, int weight) {
}
