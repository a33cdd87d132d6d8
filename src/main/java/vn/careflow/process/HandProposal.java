package vn.careflow.process;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What would become of one task if work changed hands now. Nothing has changed yet.
 *
 * @param taskId the task
 * @param caseId the case that it belongs to, null for a task without one
 * @param title the name of the task in its model
 * @param from the user id of who has it, null when nobody has
 * @param to the user id of who would have it, null when nobody would
 * @param why the reason, one Vietnamese sentence; empty where there is an objection
 * @param objection why it cannot be done, in Vietnamese; null when it can
 */
public record HandProposal(String taskId, @Nullable UUID caseId, String title, @Nullable String from,
		@Nullable String to, String why, @Nullable String objection) {
}
