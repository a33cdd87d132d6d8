package vn.careflow.staff;

import java.util.UUID;

/**
 * An absence has been entered: the person will be away.
 *
 * @param absenceId the absence
 * @param agentId the person's user id
 */
public record AbsenceEntered(UUID absenceId, String agentId) {
}
