package vn.careflow.assignment;

import java.util.Optional;
import java.util.UUID;

/**
 * A person has a work item now who did not have it before.
 *
 * @param workItemId the work item
 * @param from the user id of who had it before, or empty when nobody had
 * @param to the user id of who has it now
 */
public record WorkAssigned(UUID workItemId, Optional<String> from, String to) {
}
