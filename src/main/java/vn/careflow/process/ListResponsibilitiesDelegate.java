package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import vn.careflow.assignment.HandOvers;

/**
 * Lists everything that the person is responsible for. Used in «Liệt kê trách nhiệm».
 */
@Component
class ListResponsibilitiesDelegate implements JavaDelegate {

	private final HandOvers handOvers;

	ListResponsibilitiesDelegate(HandOvers handOvers) {
		this.handOvers = handOvers;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.handOvers.list(CaseKeys.caseId(execution));
	}

}
