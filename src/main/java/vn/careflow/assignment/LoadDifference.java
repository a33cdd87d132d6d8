package vn.careflow.assignment;

import java.time.LocalDate;

/**
 * Where the ledger of loads does not say what is open.
 *
 * @param agentId the user id
 * @param workDay the day
 * @param missing how many points of open work the ledger does not know; negative when it
 * knows of too many
 */
record LoadDifference(String agentId, LocalDate workDay, int missing) {
}
