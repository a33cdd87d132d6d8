package vn.careflow.customer;

import java.io.Serial;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Nobody has this id: 404 over REST. */
public class CustomerNotFound extends ErrorResponseException {

	@Serial
	private static final long serialVersionUID = 1L;

	private CustomerNotFound(String title, String detail) {
		super(HttpStatus.NOT_FOUND, problem(title, detail), null);
	}

	static CustomerNotFound customer(UUID customerId) {
		return new CustomerNotFound("Không tìm thấy khách hàng", "Không có khách hàng với mã " + customerId + ".");
	}

	static CustomerNotFound cycle(UUID cycleId) {
		return new CustomerNotFound("Không tìm thấy kỳ chăm sóc", "Không có kỳ chăm sóc với mã " + cycleId + ".");
	}

	static CustomerNotFound importJob(UUID importId) {
		return new CustomerNotFound("Không tìm thấy lần nhập", "Không có lần nhập dữ liệu với mã " + importId + ".");
	}

	private static ProblemDetail problem(String title, String detail) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, detail);
		problem.setTitle(title);
		return problem;
	}

}
