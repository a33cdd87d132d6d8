package vn.careflow.process;

import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import vn.careflow.feedback.NewSurvey;
import vn.careflow.feedback.SurveyKind;
import vn.careflow.feedback.Surveys;

/**
 * Invites the customer to say how satisfied they are. Used in «Mời khảo sát».
 */
@Component
class InviteSurveyDelegate implements JavaDelegate {

	private final Surveys surveys;

	private final CareTimes times;

	private final CareProperties properties;

	InviteSurveyDelegate(Surveys surveys, CareTimes times, CareProperties properties) {
		this.surveys = surveys;
		this.times = times;
		this.properties = properties;
	}

	@Override
	public void execute(DelegateExecution execution) {
		UUID caseId = CaseKeys.caseId(execution);
		UUID surveyId = this.surveys
			.invite(new NewSurvey(UUID.randomUUID(), CaseKeys.customerId(execution), caseId, SurveyKind.CSAT))
			.id();
		CaseVariables.SURVEY_ID.set(execution, surveyId.toString());
		PostSaleCareProcess.SURVEY_CLOSES_AT.set(execution, this.times.dateAfter(this.properties.surveyOpenFor()));
	}

}
