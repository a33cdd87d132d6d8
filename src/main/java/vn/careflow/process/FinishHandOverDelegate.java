package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import vn.careflow.assignment.HandOvers;

/**
 * Says that it is over for good. Used in «Kết thúc bàn giao».
 */
@Component
class FinishHandOverDelegate implements JavaDelegate {

	private final HandOvers handOvers;

	FinishHandOverDelegate(HandOvers handOvers) {
		this.handOvers = handOvers;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.handOvers.finish(CaseKeys.caseId(execution));
	}

}
