package vn.careflow.process;

import java.util.UUID;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The typed way to start each model, so that no caller builds a map of variables.
 */
@Service
public class CareProcesses {

	private final RuntimeService runtime;

	private final RunningCases runningCases;

	CareProcesses(RuntimeService runtime, RunningCases runningCases) {
		this.runtime = runtime;
		this.runningCases = runningCases;
	}

	/** Starts pre-sale care for an open opportunity, unless it runs already. */
	@Transactional
	public void startPreSaleCare(UUID opportunityId, UUID customerId) {
		startOnce(PreSaleCareProcess.KEY, opportunityId, customerId);
	}

	/** Starts post-sale care for an order, unless it runs already. */
	@Transactional
	public void startPostSaleCare(UUID orderId, UUID customerId) {
		startOnce(PostSaleCareProcess.KEY, orderId, customerId);
	}

	/** Starts the handling of a request, unless it runs already. */
	@Transactional
	public void startRequestHandling(UUID requestId, UUID customerId) {
		startOnce(RequestHandlingProcess.KEY, requestId, customerId);
	}

	/** Starts a new round of handling for a request that was closed. */
	@Transactional
	public void startRequestHandlingAgain(UUID requestId, UUID customerId) {
		if (!this.runningCases.isRunning(RequestHandlingProcess.KEY, requestId)) {
			this.runtime.createMessageCorrelation(RequestHandlingProcess.MESSAGE_REQUEST_REOPENED)
				.processInstanceBusinessKey(requestId.toString())
				.setVariable(CaseVariables.CUSTOMER_ID.name(), customerId.toString())
				.correlateStartMessage();
		}
	}

	/** Starts the nine steps for one cycle of one customer, unless it runs already. */
	@Transactional
	public void startCareCycle(UUID cycleId, UUID customerId) {
		startOnce(CareManagementProcess.KEY, cycleId, customerId);
	}

	/** Starts the review of a plan for a team's days, unless it runs already. */
	@Transactional
	public void startPlanDay(UUID planId, String teamId) {
		if (!this.runningCases.isRunning(PlanDayProcess.KEY, planId)) {
			this.runtime.startProcessInstanceByKey(PlanDayProcess.KEY, planId.toString(),
					Variables.createVariables().putValue(CaseVariables.TEAM_ID.name(), teamId));
		}
	}

	/** Starts handing over what a person leaves behind, unless it runs already. */
	@Transactional
	public void startHandOver(UUID handOverId, String agentId) {
		if (!this.runningCases.isRunning(HandOverProcess.KEY, handOverId)) {
			this.runtime.startProcessInstanceByKey(HandOverProcess.KEY, handOverId.toString(),
					Variables.createVariables().putValue(HandOverProcess.LEAVING_AGENT_ID.name(), agentId));
		}
	}

	/** Has the work of somebody absent covered, unless that runs already. */
	@Transactional
	public void startCoverAbsence(UUID absenceId) {
		if (!this.runningCases.isRunning(CoverAbsenceProcess.KEY, absenceId)) {
			this.runtime.startProcessInstanceByKey(CoverAbsenceProcess.KEY, absenceId.toString());
		}
	}

	private void startOnce(String processKey, UUID caseId, UUID customerId) {
		if (!this.runningCases.isRunning(processKey, caseId)) {
			this.runtime.startProcessInstanceByKey(processKey, caseId.toString(),
					Variables.createVariables().putValue(CaseVariables.CUSTOMER_ID.name(), customerId.toString()));
		}
	}

}
