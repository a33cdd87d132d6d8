package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Gives the advice a deadline and a person. Used in «Đặt hạn tư vấn».
 */
@Component
class PlanAdviceDelegate implements JavaDelegate {

	private final CaseAssignments assignments;

	private final CareTimes times;

	private final CareProperties properties;

	PlanAdviceDelegate(CaseAssignments assignments, CareTimes times, CareProperties properties) {
		this.assignments = assignments;
		this.times = times;
		this.properties = properties;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.assignments.assign(execution, CaseKeys.caseId(execution), "ADVICE", CaseVariables.TEAM_ID.get(execution),
				null, this.times.now());
		PreSaleCareProcess.ADVICE_DUE_AT.set(execution, this.times.dateAfter(this.properties.adviceWithin()));
	}

}
