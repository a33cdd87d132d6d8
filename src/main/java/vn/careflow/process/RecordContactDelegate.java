package vn.careflow.process;

import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Keeps what came out of a contact and says whether it is to be tried again; a contact
 * that nobody makes time after time is told to the team lead. Used in «Ghi kết quả liên
 * hệ».
 */
@Component
class RecordContactDelegate implements JavaDelegate {

	private final ContactRecording recording;

	private final ResponsiblePeople people;

	RecordContactDelegate(ContactRecording recording, ResponsiblePeople people) {
		this.recording = recording;
		this.people = people;
	}

	@Override
	public void execute(DelegateExecution execution) {
		UUID contactId = CaseKeys.caseId(execution);
		ContactReport report = ContactReport.from(execution);
		ContactRecording.Result result = this.recording.record(contactId, report);
		ContactCustomerProcess.UNANSWERED_ATTEMPTS.set(execution, (long) result.unansweredAttempts());
		ContactCustomerProcess.MISSED_ATTEMPTS.set(execution, (long) result.missedAttempts());
		ContactCustomerProcess.CONTACT_AGAIN.set(execution, result.again());
		ContactCustomerProcess.RETRY_AFTER.set(execution, result.retryAfter());
		CaseVariables.NOT_BEFORE.set(execution, CaseKeys.date(report.callBackAt()));
		if (result.missedAttempts() > 1) {
			this.people.tellLead(execution, contactId, "contact-MISSED@" + result.missedAttempts());
		}
	}

}
