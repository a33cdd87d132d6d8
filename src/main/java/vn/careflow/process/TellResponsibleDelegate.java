package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Tells those whom the escalation ladder names. Used in «Báo người có trách nhiệm».
 */
@Component
class TellResponsibleDelegate implements JavaDelegate {

	private final ResponsiblePeople people;

	TellResponsibleDelegate(ResponsiblePeople people) {
		this.people = people;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.people.tell(execution, EscalationProcess.TELL.get(execution),
				EscalationProcess.DEADLINE_STATE.get(execution));
	}

}
