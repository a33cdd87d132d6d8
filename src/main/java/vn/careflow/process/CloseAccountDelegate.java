package vn.careflow.process;

import java.util.Date;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import vn.careflow.assignment.HandOvers;

/**
 * Ends the employment, and with it the account. Used in «Đóng tài khoản».
 */
@Component
class CloseAccountDelegate implements JavaDelegate {

	private final HandOvers handOvers;

	CloseAccountDelegate(HandOvers handOvers) {
		this.handOvers = handOvers;
	}

	@Override
	public void execute(DelegateExecution execution) {
		HandOverProcess.UNDO_UNTIL.set(execution, Date.from(this.handOvers.close(CaseKeys.caseId(execution))));
	}

}
