package vn.careflow.feedback;

import java.util.List;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A score that the survey's scale does not offer.
 */
public class ScoreOffScale extends ErrorResponseException {

	private static final long serialVersionUID = 1L;

	ScoreOffScale(Scale scale) {
		super(HttpStatus.BAD_REQUEST, problem(scale), null);
	}

	private static ProblemDetail problem(Scale scale) {
		String fix = "Điểm phải là số nguyên từ %d đến %d.".formatted(scale.lowest(), scale.highest());
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, fix);
		problem.setTitle("Dữ liệu không hợp lệ");
		problem.setProperty("errors", List.of(Map.of("field", "score", "message", fix)));
		return problem;
	}

}
