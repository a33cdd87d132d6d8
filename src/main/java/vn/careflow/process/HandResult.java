package vn.careflow.process;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What became of one task of many that were to change hands.
 *
 * @param taskId the task
 * @param caseId the case that it belongs to, null for a task without one
 * @param title the name of the task in its model, empty when there is no such task any
 * more
 * @param from the user id of who had it, null when nobody had
 * @param to the user id of who has it now, null when nobody has
 * @param moved whether it changed hands
 * @param message why it is so, in Vietnamese
 */
public record HandResult(String taskId, @Nullable UUID caseId, String title, @Nullable String from, @Nullable String to,
		boolean moved, String message) {
}
