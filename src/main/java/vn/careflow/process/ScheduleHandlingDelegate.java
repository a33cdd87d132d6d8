package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Starts the clocks of a request and tells the model its deadlines. Used in «Đặt hạn và
 * lên lịch».
 */
@Component
class ScheduleHandlingDelegate implements JavaDelegate {

	private final RequestDeadlines deadlines;

	ScheduleHandlingDelegate(RequestDeadlines deadlines) {
		this.deadlines = deadlines;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.deadlines.start(execution);
	}

}
