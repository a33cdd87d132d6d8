package vn.careflow.feedback;

import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * There is no survey by this id.
 */
public class UnknownSurvey extends ErrorResponseException {

	private static final long serialVersionUID = 1L;

	UnknownSurvey(UUID surveyId) {
		super(HttpStatus.NOT_FOUND, problem(surveyId), null);
	}

	private static ProblemDetail problem(UUID surveyId) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND,
				"Không có khảo sát nào mang mã “%s”.".formatted(surveyId));
		problem.setTitle("Không tìm thấy khảo sát");
		return problem;
	}

}
