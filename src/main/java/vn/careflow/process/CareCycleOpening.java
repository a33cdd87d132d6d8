package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * Begins a care cycle that a person started by the form. Used at the start event of care
 * management.
 */
@Component
class CareCycleOpening implements ExecutionListener {

	private final CareCycleWork work;

	CareCycleOpening(CareCycleWork work) {
		this.work = work;
	}

	@Override
	public void notify(DelegateExecution execution) {
		this.work.begin(execution);
	}

}
