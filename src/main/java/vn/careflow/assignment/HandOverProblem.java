package vn.careflow.assignment;

import java.util.List;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * Why a question about hand-overs cannot be answered, or a decision not be taken over, as
 * a problem detail in Vietnamese.
 */
public final class HandOverProblem extends ErrorResponseException {

	private static final long serialVersionUID = 1L;

	private HandOverProblem(HttpStatus status, ProblemDetail problem) {
		super(status, problem, null);
	}

	static HandOverProblem unknown(UUID id) {
		return of(HttpStatus.NOT_FOUND, "Không tìm thấy bàn giao", "Không có bàn giao với mã " + id + ".");
	}

	static HandOverProblem unknownItem(UUID id, int no) {
		return of(HttpStatus.NOT_FOUND, "Không tìm thấy mục bàn giao",
				"Bàn giao " + id + " không có mục số " + no + ".");
	}

	static HandOverProblem unknownAgent(String agentId) {
		HandOverProblem problem = of(HttpStatus.BAD_REQUEST, "Dữ liệu không hợp lệ",
				"Không có nhân viên với mã " + agentId + ".");
		problem.getBody().setProperty("errors", List.of(new FieldError("agentId", "Không có nhân viên với mã này")));
		return problem;
	}

	static HandOverProblem runsAlready(String name, UUID id) {
		HandOverProblem problem = of(HttpStatus.CONFLICT, "Đang bàn giao", name + " đang bàn giao công việc rồi.");
		problem.getBody().setProperty("handOverId", id);
		return problem;
	}

	static HandOverProblem refused(String reason) {
		return of(HttpStatus.CONFLICT, "Không thực hiện được quyết định", reason);
	}

	/** What to tell the person, in Vietnamese. */
	public String detail() {
		return String.valueOf(getBody().getDetail());
	}

	private static HandOverProblem of(HttpStatus status, String title, String detail) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setTitle(title);
		return new HandOverProblem(status, problem);
	}

	private record FieldError(String field, String message) {
	}

}
