package vn.careflow.customer;

import java.io.Serial;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** The customer opted out, so no care is planned or begun: 409 over REST. */
class CareRefused extends ErrorResponseException {

	@Serial
	private static final long serialVersionUID = 1L;

	CareRefused(UUID customerId) {
		super(HttpStatus.CONFLICT, problem(customerId), null);
	}

	private static ProblemDetail problem(UUID customerId) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT,
				"Khách hàng " + customerId + " đã từ chối chăm sóc; cần có sự đồng ý mới của khách trước.");
		problem.setTitle("Khách hàng từ chối chăm sóc");
		return problem;
	}

}
