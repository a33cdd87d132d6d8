package vn.careflow.channel;

import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * There is no message by this id.
 */
public class UnknownMessage extends ErrorResponseException {

	private static final long serialVersionUID = 1L;

	UnknownMessage(UUID messageId) {
		super(HttpStatus.NOT_FOUND, problem(messageId), null);
	}

	private static ProblemDetail problem(UUID messageId) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND,
				"Không có tin nhắn nào mang mã “%s”.".formatted(messageId));
		problem.setTitle("Không tìm thấy tin nhắn");
		return problem;
	}

}
