package vn.careflow.feedback;

import java.util.Objects;
import java.util.UUID;

/**
 * An invitation to answer. The same id always means the same survey.
 *
 * @param subjectId the case it is about: a request, an order, a care cycle
 * @param scale on which it is answered
 */
public record NewSurvey(UUID id, UUID customerId, UUID subjectId, SurveyKind kind, Scale scale) {

	public NewSurvey {
		Objects.requireNonNull(id, "id");
		Objects.requireNonNull(customerId, "customerId");
		Objects.requireNonNull(subjectId, "subjectId");
		if (kind == SurveyKind.NPS && !scale.equals(Scale.ZERO_TO_TEN)) {
			throw new IllegalArgumentException("NPS is defined on the scale 0 to 10 only");
		}
	}

	/**
	 * A survey on the scale that is usual for its kind.
	 */
	public NewSurvey(UUID id, UUID customerId, UUID subjectId, SurveyKind kind) {
		this(id, customerId, subjectId, kind, kind.usualScale());
	}

}
