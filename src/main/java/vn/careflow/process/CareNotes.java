package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * Keeps what an agent wrote while adjusting the plan or reviewing requests: free text is
 * no variable, so it goes to the customer's timeline before the task's transaction ends.
 * Used at the end of steps 5 and 7.
 */
@Component
class CareNotes implements ExecutionListener {

	private final CareCycleWork work;

	CareNotes(CareCycleWork work) {
		this.work = work;
	}

	@Override
	public void notify(DelegateExecution execution) {
		this.work.note(execution);
	}

}
