package vn.careflow.request;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * There is no request by this id or number.
 */
public class UnknownRequest extends ErrorResponseException {

	private static final long serialVersionUID = 1L;

	UnknownRequest(Object reference) {
		super(HttpStatus.NOT_FOUND, problem(reference), null);
	}

	private static ProblemDetail problem(Object reference) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND,
				"Không có yêu cầu nào mang mã “%s”.".formatted(reference));
		problem.setTitle("Không tìm thấy yêu cầu");
		return problem;
	}

}
