package vn.careflow.console;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import vn.careflow.process.OpenTasks;

/**
 * Why a task is with the person who has it, for whoever may read the task.
 */
@RestController
@RequestMapping("/api/tasks/{taskId}/assignment")
@Tag(name = "Phân công")
class TaskAssignmentController {

	private final OpenTasks tasks;

	private final TaskAssignments assignments;

	TaskAssignmentController(OpenTasks tasks, TaskAssignments assignments) {
		this.tasks = tasks;
		this.assignments = assignments;
	}

	@GetMapping
	@Operation(summary = "Vì sao việc này do người này giữ, đã qua tay ai, và tôi được làm gì với nó")
	TaskAssignmentView get(@PathVariable String taskId, HttpServletRequest request) {
		String me = request.getUserPrincipal().getName();
		return this.tasks.find(taskId, me)
			.map((task) -> this.assignments.of(task, me, Rights.of(request)))
			.orElseThrow(() -> unknown(taskId));
	}

	private static ErrorResponseException unknown(String taskId) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND,
				"Không có công việc đang mở nào với mã " + taskId + " mà bạn được xem.");
		problem.setTitle("Không tìm thấy công việc");
		return new ErrorResponseException(HttpStatus.NOT_FOUND, problem, null);
	}

}
