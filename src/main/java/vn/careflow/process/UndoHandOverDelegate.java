package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import vn.careflow.assignment.HandOvers;

/**
 * Gives one batch back, account and employment first. Used in «Hoàn tác từng đợt».
 */
@Component
class UndoHandOverDelegate implements JavaDelegate {

	private final HandOvers handOvers;

	UndoHandOverDelegate(HandOvers handOvers) {
		this.handOvers = handOvers;
	}

	@Override
	public void execute(DelegateExecution execution) {
		boolean more = this.handOvers.undo(CaseKeys.caseId(execution));
		HandOverProcess.MORE_TO_UNDO.set(execution, more);
	}

}
