package vn.careflow.process;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * There is no open task with this id, or the person may not see it: 404 over REST.
 */
public class TaskNotFound extends ErrorResponseException {

	private static final long serialVersionUID = 1L;

	public TaskNotFound(String taskId) {
		super(HttpStatus.NOT_FOUND, problem(taskId), null);
	}

	private static ProblemDetail problem(String taskId) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND,
				"Không có công việc đang mở với mã " + taskId + ".");
		problem.setTitle("Không tìm thấy công việc");
		return problem;
	}

}
