package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import vn.careflow.assignment.HandOvers;

/**
 * Finds who shall get each thing. Used in «Đề xuất người nhận».
 */
@Component
class ProposeOwnersDelegate implements JavaDelegate {

	private final HandOvers handOvers;

	ProposeOwnersDelegate(HandOvers handOvers) {
		this.handOvers = handOvers;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.handOvers.propose(CaseKeys.caseId(execution));
	}

}
