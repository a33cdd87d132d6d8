package vn.careflow.process;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

/**
 * A task as rooms outside the engine may know it.
 *
 * @param id the engine's task id
 * @param element the id of the user task in the model, such as {@code Task_AnswerRequest}
 * @param processKey the id of the model, such as {@code request-handling}
 * @param caseId the business key of the case
 * @param assignee the user id of the person who has it, {@code null} in a queue
 * @param dueAt when it must be done
 * @param codes the case's variables: ids and codes only
 */
public record CaseTask(String id, String element, String processKey, @Nullable String caseId, @Nullable String assignee,
		@Nullable Instant dueAt, Map<String, Object> codes) {

	/** A variable of the case that is a code or an id. */
	public Optional<String> code(String name) {
		return Optional.ofNullable(this.codes.get(name)).map(Object::toString);
	}

	/** The case's id, where it is one of ours. */
	public Optional<UUID> caseUuid() {
		return parse(this.caseId);
	}

	/** A variable of the case that refers to an entity. */
	public Optional<UUID> uuid(String variable) {
		return code(variable).flatMap(CaseTask::parse);
	}

	/** A variable of the case that is a moment. */
	public Optional<Instant> moment(String variable) {
		return (this.codes.get(variable) instanceof Date date) ? Optional.of(date.toInstant()) : Optional.empty();
	}

	/** What a step of a case knows of it. */
	static CaseTask of(DelegateExecution execution) {
		return new CaseTask(execution.getId(), execution.getCurrentActivityId(), CaseKeys.processKey(execution),
				execution.getProcessBusinessKey(), null, null, new HashMap<>(execution.getVariables()));
	}

	private static Optional<UUID> parse(@Nullable String text) {
		try {
			return Optional.ofNullable(text).map(UUID::fromString);
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
