package vn.careflow.contact;

import java.util.List;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * One field of what was sent cannot be taken: the answer names it and says how to mend
 * it.
 */
class FieldRefused extends ErrorResponseException {

	private static final long serialVersionUID = 1L;

	FieldRefused(String field, String message) {
		this(HttpStatus.BAD_REQUEST, field, message);
	}

	private FieldRefused(HttpStatus status, String field, String message) {
		super(status, problem(status, field, message), null);
	}

	/** What was sent is fine, but it clashes with what is there. */
	static FieldRefused conflict(String field, String message) {
		return new FieldRefused(HttpStatus.CONFLICT, field, message);
	}

	private static ProblemDetail problem(HttpStatus status, String field, String message) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, message);
		problem.setTitle((status == HttpStatus.CONFLICT) ? "Không thể ghi nhận" : "Dữ liệu không hợp lệ");
		problem.setProperty("errors", List.of(Map.of("field", field, "message", message)));
		return problem;
	}

}
