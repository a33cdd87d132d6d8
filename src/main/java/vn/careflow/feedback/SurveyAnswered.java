package vn.careflow.feedback;

import java.util.UUID;

/**
 * A customer answered a survey about a case.
 */
public record SurveyAnswered(UUID surveyId, UUID subjectId) {

}
