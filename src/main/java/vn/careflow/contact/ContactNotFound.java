package vn.careflow.contact;

import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * No contact has this id: 404 over REST.
 */
public class ContactNotFound extends ErrorResponseException {

	private static final long serialVersionUID = 1L;

	ContactNotFound(UUID contactId) {
		super(HttpStatus.NOT_FOUND, problem(contactId), null);
	}

	private static ProblemDetail problem(UUID contactId) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND,
				"Không có lần liên hệ với mã " + contactId + ".");
		problem.setTitle("Không tìm thấy lần liên hệ");
		return problem;
	}

}
