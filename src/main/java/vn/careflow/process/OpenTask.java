package vn.careflow.process;

import java.time.Instant;
import java.util.Optional;

/**
 * An open task with what people read and ask about it.
 *
 * @param task the task and its case
 * @param name the label of the user task in the model
 * @param priority the higher, the sooner
 * @param createdAt since when it is open
 * @param ofResponsibleAgent whether who has it is responsible for the case, so that the
 * case changes hands with it
 */
public record OpenTask(CaseTask task, String name, int priority, Instant createdAt, boolean ofResponsibleAgent) {

	/** Whether this person has it. */
	public boolean isWith(String userId) {
		return userId.equals(this.task.assignee());
	}

	/** The team whose work it is. */
	public Optional<String> teamId() {
		return this.task.code(CaseVariables.TEAM_ID.name());
	}

}
