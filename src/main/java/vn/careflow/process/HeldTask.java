package vn.careflow.process;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An open task and whose it is.
 *
 * @param id the engine's task id
 * @param element the id of the user task in the model
 * @param name its name in the model
 * @param processInstanceId the instance it belongs to, null for a task without a process
 * @param caseId the business key of the case, null where it is none of ours
 * @param assignee who has it, null in a queue
 * @param ofAgent whether it is for the person who is responsible for the case
 * @param waiting whether it asks to name somebody, because nobody could be found
 */
record HeldTask(String id, String element, String name, @Nullable String processInstanceId, @Nullable UUID caseId,
		@Nullable String assignee, boolean ofAgent, boolean waiting) {

	/** The case, if the task goes to whoever is responsible for it. */
	@Nullable UUID responsibleCase() {
		return (this.ofAgent || this.waiting) ? this.caseId : null;
	}

}
