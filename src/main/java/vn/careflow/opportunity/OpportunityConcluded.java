package vn.careflow.opportunity;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * An opportunity that has ended cannot end otherwise: what was concluded first stays.
 */
public class OpportunityConcluded extends ErrorResponseException {

	private static final long serialVersionUID = 1L;

	OpportunityConcluded(Opportunity opportunity) {
		super(HttpStatus.CONFLICT, problem(opportunity), null);
	}

	private static ProblemDetail problem(Opportunity opportunity) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT,
				"Cơ hội này đã kết thúc với một kết quả khác: hãy mở cơ hội mới nếu khách có nhu cầu trở lại.");
		problem.setTitle("Cơ hội đã kết thúc");
		problem.setProperty("opportunityId", opportunity.id());
		problem.setProperty("outcome", opportunity.outcome());
		return problem;
	}

}
