package vn.careflow.planning;

import java.util.List;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * Why a question about plans cannot be answered, or a decision not be taken over, as a
 * problem detail in Vietnamese.
 */
public final class DayPlanProblem extends ErrorResponseException {

	private static final long serialVersionUID = 1L;

	private DayPlanProblem(HttpStatus status, ProblemDetail problem) {
		super(status, problem, null);
	}

	static DayPlanProblem unknownPlan(UUID planId) {
		return of(HttpStatus.NOT_FOUND, "Không tìm thấy kế hoạch", "Không có kế hoạch với mã " + planId + ".");
	}

	static DayPlanProblem unknownItem(UUID planId, int no) {
		return of(HttpStatus.NOT_FOUND, "Không tìm thấy đề xuất",
				"Kế hoạch " + planId + " không có đề xuất số " + no + ".");
	}

	static DayPlanProblem unknownTeam(String teamId) {
		DayPlanProblem problem = of(HttpStatus.BAD_REQUEST, "Dữ liệu không hợp lệ",
				"Không có nhóm với mã " + teamId + ".");
		problem.getBody().setProperty("errors", List.of(new FieldError("teamId", "Không có nhóm với mã này")));
		return problem;
	}

	static DayPlanProblem refused(List<String> reasons) {
		DayPlanProblem problem = of(HttpStatus.CONFLICT, "Không thực hiện được quyết định", String.join(" ", reasons));
		problem.getBody().setProperty("reasons", reasons);
		return problem;
	}

	private static DayPlanProblem of(HttpStatus status, String title, String detail) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setTitle(title);
		return new DayPlanProblem(status, problem);
	}

	private record FieldError(String field, String message) {
	}

}
