package vn.careflow.contact;

import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * No file of the register was taken under this id: 404 over REST.
 */
class RegisterImportNotFound extends ErrorResponseException {

	private static final long serialVersionUID = 1L;

	RegisterImportNotFound(UUID importId) {
		super(HttpStatus.NOT_FOUND, problem(importId), null);
	}

	private static ProblemDetail problem(UUID importId) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND,
				"Không có lần nhập với mã " + importId + ".");
		problem.setTitle("Không tìm thấy lần nhập");
		return problem;
	}

}
