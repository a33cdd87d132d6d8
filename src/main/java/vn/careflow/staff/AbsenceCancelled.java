package vn.careflow.staff;

import java.util.UUID;

/**
 * An absence that had not begun is out of the book: the person will be there.
 *
 * @param absenceId the absence
 * @param agentId the person's user id
 */
public record AbsenceCancelled(UUID absenceId, String agentId) {
}
