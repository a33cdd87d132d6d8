package vn.careflow.process;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A case that changed hands.
 *
 * @param caseId the case
 * @param from who had it, null when nobody had
 * @param to who has it now, null when it waits in the team's queue
 * @param why the reason, as the history of the assignment keeps it
 * @param by the user id of who wanted it, null when the rules did
 * @param decisionId the decision that moved it
 */
record CaseMove(UUID caseId, @Nullable String from, @Nullable String to, String why, @Nullable String by,
		UUID decisionId) {
}
