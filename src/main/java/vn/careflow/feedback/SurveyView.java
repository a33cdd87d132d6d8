package vn.careflow.feedback;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A survey as it is shown over REST.
 *
 * @param subjectId the case it is about
 */
record SurveyView(UUID id, UUID customerId, UUID subjectId, SurveyKind kind, Scale scale, Instant invitedAt,
		@Nullable Integer score, @Nullable String comment, @Nullable Instant answeredAt) {

	static SurveyView of(Survey survey) {
		return new SurveyView(survey.id(), survey.customerId(), survey.subjectId(), survey.kind(), survey.scale(),
				survey.invitedAt(), survey.score(), survey.remark(), survey.answeredAt());
	}

}
