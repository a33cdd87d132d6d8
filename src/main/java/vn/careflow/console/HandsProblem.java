package vn.careflow.console;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * Why work cannot change hands as it was wanted, with every reason.
 */
final class HandsProblem extends ErrorResponseException {

	private static final long serialVersionUID = 1L;

	private HandsProblem(ProblemDetail problem) {
		super(HttpStatus.CONFLICT, problem, null);
	}

	static HandsProblem refused(List<String> reasons) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, String.join(" ", reasons));
		problem.setTitle("Không chuyển được việc này");
		problem.setProperty("reasons", reasons);
		return new HandsProblem(problem);
	}

}
