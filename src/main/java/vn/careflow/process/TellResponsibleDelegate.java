package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Tells those whom the escalation ladder names. Used in «Báo người có trách nhiệm».
 * <p>
 * A rung fires once: timers that come late, all together after a pause of the engine,
 * find the same state, and only the first of them may change the case. A person who
 * reports a case is heard each time.
 */
@Component
class TellResponsibleDelegate implements JavaDelegate {

	private final ResponsiblePeople people;

	TellResponsibleDelegate(ResponsiblePeople people) {
		this.people = people;
	}

	@Override
	public void execute(DelegateExecution execution) {
		boolean isNew = this.people.tell(execution, EscalationProcess.TELL.get(execution),
				EscalationProcess.DEADLINE_STATE.get(execution));
		boolean byTimer = EscalationProcess.SUBJECT_TYPE.find(execution).isPresent();
		if (byTimer && !isNew) {
			EscalationProcess.CHANGE.set(execution, "NONE");
		}
	}

}
