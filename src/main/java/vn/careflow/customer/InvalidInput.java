package vn.careflow.customer;

import java.io.Serial;
import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Something sent in cannot be taken: 400 over REST, naming each field. */
class InvalidInput extends ErrorResponseException {

	@Serial
	private static final long serialVersionUID = 1L;

	InvalidInput(List<FieldProblem> problems) {
		super(HttpStatus.BAD_REQUEST, problem(problems), null);
	}

	InvalidInput(String field, String message) {
		this(List.of(new FieldProblem(field, message)));
	}

	private static ProblemDetail problem(List<FieldProblem> problems) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST,
				"Có " + problems.size() + " chỗ cần sửa, xem từng trường trong danh sách lỗi.");
		problem.setTitle("Dữ liệu không hợp lệ");
		problem.setProperty("errors", problems);
		return problem;
	}

}
