package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import vn.careflow.assignment.HandOvers;

/**
 * Counts what still refers to the person: nothing is the proof. Used in «Kiểm chứng không
 * còn sót».
 */
@Component
class ProveHandOverDelegate implements JavaDelegate {

	private final HandOvers handOvers;

	ProveHandOverDelegate(HandOvers handOvers) {
		this.handOvers = handOvers;
	}

	@Override
	public void execute(DelegateExecution execution) {
		long left = this.handOvers.prove(CaseKeys.caseId(execution));
		HandOverProcess.ANYTHING_LEFT.set(execution, left > 0);
	}

}
