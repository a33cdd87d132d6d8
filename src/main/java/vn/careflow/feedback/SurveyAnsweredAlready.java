package vn.careflow.feedback;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A survey is answered once: another answer does not replace the first.
 */
public class SurveyAnsweredAlready extends ErrorResponseException {

	private static final long serialVersionUID = 1L;

	SurveyAnsweredAlready(Survey survey) {
		super(HttpStatus.CONFLICT, problem(survey), null);
	}

	private static ProblemDetail problem(Survey survey) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT,
				"Khảo sát này đã được trả lời trước đó; câu trả lời đầu tiên được giữ nguyên.");
		problem.setTitle("Khảo sát đã được trả lời");
		problem.setProperty("surveyId", survey.id());
		return problem;
	}

}
