package vn.careflow.opportunity;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * There is no opportunity, order or product by this id.
 */
public class Unknown extends ErrorResponseException {

	private static final long serialVersionUID = 1L;

	private Unknown(String what, Object reference) {
		super(HttpStatus.NOT_FOUND, problem(what, reference), null);
	}

	static Unknown opportunity(Object id) {
		return new Unknown("cơ hội", id);
	}

	static Unknown order(Object id) {
		return new Unknown("đơn hàng", id);
	}

	static Unknown product(String code) {
		return new Unknown("sản phẩm", code);
	}

	private static ProblemDetail problem(String what, Object reference) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND,
				"Không có %s nào mang mã “%s”.".formatted(what, reference));
		problem.setTitle("Không tìm thấy " + what);
		return problem;
	}

}
