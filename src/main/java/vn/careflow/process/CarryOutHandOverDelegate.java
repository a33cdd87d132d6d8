package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import vn.careflow.assignment.HandOvers;

/**
 * Hands over one batch. Used in «Chuyển giao từng đợt».
 */
@Component
class CarryOutHandOverDelegate implements JavaDelegate {

	private final HandOvers handOvers;

	CarryOutHandOverDelegate(HandOvers handOvers) {
		this.handOvers = handOvers;
	}

	@Override
	public void execute(DelegateExecution execution) {
		boolean more = this.handOvers.carryOut(CaseKeys.caseId(execution));
		HandOverProcess.MORE_TO_HAND_OVER.set(execution, more);
	}

}
