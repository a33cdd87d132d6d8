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
 * @param ofAgent whether it is for the person who is responsible for the case
 * @param waiting whether it asks to name somebody, because nobody could be found
 */
public record OpenTask(CaseTask task, String name, int priority, Instant createdAt, boolean ofAgent, boolean waiting) {

	/** Whether the case changes hands with it; a decision of a lead is nobody else's. */
	public boolean movable() {
		return this.ofAgent || this.waiting;
	}

	/** Whether this person has it. */
	public boolean isWith(String userId) {
		return userId.equals(this.task.assignee());
	}

	/** The team whose work it is. */
	public Optional<String> teamId() {
		return this.task.code(CaseVariables.TEAM_ID.name());
	}

}
