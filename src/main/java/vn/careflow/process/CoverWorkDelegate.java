package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Looks at the work of who is absent and hands over what cannot wait. Used in «Chuyển
 * việc cho người thay».
 */
@Component
class CoverWorkDelegate implements JavaDelegate {

	private final AbsenceCoverage coverage;

	CoverWorkDelegate(AbsenceCoverage coverage) {
		this.coverage = coverage;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.coverage.look(execution);
	}

}
