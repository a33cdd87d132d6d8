package vn.careflow.request;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A move that the rules of requests do not allow: the request stays as it was, and the
 * caller is told why.
 */
public class RequestMoveRefused extends ErrorResponseException {

	private static final long serialVersionUID = 1L;

	RequestMoveRefused(Request request, String why) {
		super(HttpStatus.CONFLICT, problem(request, why), null);
	}

	static RequestMoveRefused becauseOfStatus(Request request, String verb) {
		return new RequestMoveRefused(request, "Yêu cầu %s đang ở trạng thái “%s”, nên không thể %s."
			.formatted(request.number(), request.status().label(), verb));
	}

	private static ProblemDetail problem(Request request, String why) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, why);
		problem.setTitle("Không thực hiện được với yêu cầu này");
		problem.setProperty("requestId", request.id());
		problem.setProperty("requestStatus", request.status());
		return problem;
	}

}
