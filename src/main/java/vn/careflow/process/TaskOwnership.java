package vn.careflow.process;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Keeps case and assignment in step with the task when a person claims it or hands it on
 * in Tasklist.
 * <p>
 * Tasks of the responsible agent only: a lead who claims a decision does not become
 * responsible for the case.
 */
@Component
class TaskOwnership implements TaskListener {

	private final CaseHands hands;

	TaskOwnership(CaseHands hands) {
		this.hands = hands;
	}

	@Override
	public void notify(DelegateTask task) {
		String responsible = CaseVariables.AGENT_ID.find(task).orElse(null);
		if (Objects.equals(task.getAssignee(), responsible)) {
			return;
		}
		String by = CaseKeys.actor();
		if (task.getAssignee() == null && !by.equals(CaseKeys.SYSTEM)) {
			throw new FormRejected(CaseVariables.AGENT_ID.name(),
					"Muốn trả lại việc, hãy dùng thẻ «Phân công» của công việc và cho biết lý do.");
		}
		CaseVariables.AGENT_ID.set(task, task.getAssignee());
		if (task.getAssignee() != null) {
			caseOf(task).ifPresent((caseId) -> this.hands.taken(caseId, task.getAssignee(), by));
		}
	}

	private static Optional<UUID> caseOf(DelegateTask task) {
		return Optional.ofNullable(task.getExecution().getProcessBusinessKey()).map(UUID::fromString);
	}

}
