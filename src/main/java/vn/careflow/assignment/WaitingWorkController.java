package vn.careflow.assignment;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Over REST: what waits in a team's queue because nobody can take it, and when it is
 * tried again.
 */
@RestController
@RequestMapping("/api/waiting-work")
@Tag(name = "Phân công")
class WaitingWorkController {

	private final WaitingWork waiting;

	WaitingWorkController(WaitingWork waiting) {
		this.waiting = waiting;
	}

	@GetMapping
	@Operation(summary = "Việc chưa tìm được người của một nhóm, gấp trước, chờ lâu trước; kèm lúc thử lại")
	Queue queue(@RequestParam String teamId, @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size) {
		return new Queue(this.waiting.of(teamId, size), this.waiting.count(teamId));
	}

	/**
	 * The head of a queue.
	 *
	 * @param total how much waits in all
	 */
	record Queue(List<WaitingItem> items, long total) {
	}

}
