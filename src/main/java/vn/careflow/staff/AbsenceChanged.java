package vn.careflow.staff;

import java.util.UUID;

/**
 * An absence has other times or another substitute than before.
 *
 * @param absenceId the absence
 * @param agentId the person's user id
 */
public record AbsenceChanged(UUID absenceId, String agentId) {
}
