package vn.careflow.staff;

import java.util.List;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * Why a request about people cannot be answered, as a problem detail in Vietnamese.
 */
final class StaffProblem extends ErrorResponseException {

	private static final long serialVersionUID = 1L;

	private StaffProblem(HttpStatus status, ProblemDetail problem) {
		super(status, problem, null);
	}

	static StaffProblem unknownAgent(String agentId) {
		return of(HttpStatus.NOT_FOUND, "Không tìm thấy nhân viên", "Không có nhân viên với mã " + agentId + ".");
	}

	static StaffProblem unknownTeam(String teamId) {
		return of(HttpStatus.NOT_FOUND, "Không tìm thấy nhóm", "Không có nhóm với mã " + teamId + ".");
	}

	static StaffProblem unknownCalendar(String name) {
		return of(HttpStatus.NOT_FOUND, "Không tìm thấy lịch", "Không có lịch với tên " + name + ".");
	}

	static StaffProblem notYours(String agentId) {
		return of(HttpStatus.FORBIDDEN, "Không được phép",
				"Chỉ trưởng nhóm, quản lý hoặc chính nhân viên " + agentId + " được thay đổi thông tin này.");
	}

	static StaffProblem conflict(String reason) {
		return of(HttpStatus.CONFLICT, "Trùng với dữ liệu đã có", reason + ".");
	}

	static StaffProblem unknownSkill(String skillId) {
		return of(HttpStatus.NOT_FOUND, "Không tìm thấy kỹ năng", "Không có kỹ năng với mã " + skillId + ".");
	}

	static StaffProblem unknownAbsence(UUID absenceId) {
		return of(HttpStatus.NOT_FOUND, "Không tìm thấy kỳ vắng mặt", "Không có kỳ vắng mặt với mã " + absenceId + ".");
	}

	static StaffProblem invalid(String field, String reason) {
		return invalid(List.of(new FieldError(field, reason)));
	}

	/** At least one error. */
	static StaffProblem invalid(List<FieldError> errors) {
		StaffProblem problem = of(HttpStatus.BAD_REQUEST, "Dữ liệu không hợp lệ", errors.get(0).message() + ".");
		problem.getBody().setProperty("errors", errors);
		return problem;
	}

	static StaffProblem refusedFile(StaffImport answer) {
		StaffProblem problem = of(HttpStatus.UNPROCESSABLE_ENTITY, "Tệp có dòng sai",
				"Chưa ghi gì: hãy sửa các dòng được nêu rồi gửi lại cả tệp.");
		problem.getBody().setProperty("errors", answer.errors());
		return problem;
	}

	private static StaffProblem of(HttpStatus status, String title, String detail) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setTitle(title);
		return new StaffProblem(status, problem);
	}

	/**
	 * What is wrong with one field, in Vietnamese, without a full stop.
	 */
	record FieldError(String field, String message) {
	}

}
