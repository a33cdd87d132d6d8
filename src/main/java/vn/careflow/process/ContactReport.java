package vn.careflow.process;

import java.time.Instant;
import java.util.Date;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

import vn.careflow.contact.ContactOutcome;

/**
 * What an agent entered about a contact.
 *
 * @param outcome what came out of it
 * @param agentId who made it; {@code null} when the window closed before anybody did
 * @param note free text for the customer's timeline
 * @param need a need that was learned
 * @param callBackAt when the customer wishes to be contacted again
 * @param raisedKind the kind of a request that the customer raised meanwhile, as a code
 * @param raisedSubject its subject
 */
record ContactReport(ContactOutcome outcome, @Nullable String agentId, @Nullable String note, @Nullable String need,
		@Nullable Instant callBackAt, @Nullable String raisedKind, @Nullable String raisedSubject) {

	static ContactReport from(DelegateExecution execution) {
		return new ContactReport(ContactOutcome.valueOf(CaseVariables.CONTACT_OUTCOME.get(execution)),
				isMissed(execution) ? null : CaseVariables.AGENT_ID.find(execution).orElse(null),
				ContactCustomerProcess.CONTACT_NOTE.find(execution).orElse(null),
				CaseVariables.CUSTOMER_NEED.find(execution).orElse(null), callBackAt(execution),
				ContactCustomerProcess.RAISED_REQUEST_KIND.find(execution)
					.filter((kind) -> !kind.equals("NONE"))
					.orElse(null),
				ContactCustomerProcess.RAISED_REQUEST_SUBJECT.find(execution).orElse(null));
	}

	private static boolean isMissed(DelegateExecution execution) {
		return CaseVariables.CONTACT_OUTCOME.get(execution).equals(ContactOutcome.MISSED.name());
	}

	private static @Nullable Instant callBackAt(DelegateExecution execution) {
		boolean wished = CaseVariables.CONTACT_OUTCOME.get(execution).equals(ContactOutcome.CALL_BACK.name());
		return wished ? ContactCustomerProcess.CALL_BACK_AT.find(execution).map(Date::toInstant).orElse(null) : null;
	}

}
