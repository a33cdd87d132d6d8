package vn.careflow.customer;

import java.io.Serial;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Somebody else changed the customer since it was read: 409 over REST. */
public class CustomerChangedMeanwhile extends ErrorResponseException {

	@Serial
	private static final long serialVersionUID = 1L;

	CustomerChangedMeanwhile(UUID customerId) {
		super(HttpStatus.CONFLICT, problem(customerId), null);
	}

	private static ProblemDetail problem(UUID customerId) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "Khách hàng " + customerId
				+ " đã được người khác sửa từ lúc bạn đọc. Hãy đọc lại rồi sửa trên bản mới.");
		problem.setTitle("Dữ liệu đã thay đổi");
		return problem;
	}

}
