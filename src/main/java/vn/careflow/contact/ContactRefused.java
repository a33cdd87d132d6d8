package vn.careflow.contact;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A rule forbids to contact the customer at this moment: 409 over REST, with every rule
 * that does and the next permitted time.
 */
class ContactRefused extends ErrorResponseException {

	private static final long serialVersionUID = 1L;

	ContactRefused(ContactPermission permission) {
		super(HttpStatus.CONFLICT, problem(permission), null);
	}

	private static ProblemDetail problem(ContactPermission permission) {
		List<RefusedSlot> refused = permission.refused();
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, refused.get(0).reason());
		problem.setTitle("Lúc này không được liên hệ khách hàng");
		problem.setProperty("refused", refused);
		permission.planned().slot().ifPresent((slot) -> problem.setProperty("slot", slot));
		return problem;
	}

}
