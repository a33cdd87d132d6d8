package vn.careflow.servicelevel;

import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * No notice with this id is the caller's: 404 over REST.
 */
class NoticeNotFound extends ErrorResponseException {

	private static final long serialVersionUID = 1L;

	NoticeNotFound(UUID noticeId) {
		super(HttpStatus.NOT_FOUND, problem(noticeId), null);
	}

	private static ProblemDetail problem(UUID noticeId) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND,
				"Bạn không có thông báo với mã " + noticeId + ".");
		problem.setTitle("Không tìm thấy thông báo");
		return problem;
	}

}
