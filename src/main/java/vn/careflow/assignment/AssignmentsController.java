package vn.careflow.assignment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Over REST: who has a work item and why, with all that was decided before.
 */
@RestController
@RequestMapping("/api/assignments")
class AssignmentsController {

	private final AgentAssignment assignment;

	AssignmentsController(AgentAssignment assignment) {
		this.assignment = assignment;
	}

	@GetMapping("/{workItemId}")
	WorkItemView get(@PathVariable UUID workItemId) {
		List<AssignmentDecision> history = this.assignment.historyOf(workItemId);
		if (history.isEmpty()) {
			throw unknown(workItemId);
		}
		return WorkItemView.of(history);
	}

	private static ErrorResponseException unknown(UUID workItemId) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND,
				"Chưa có phân công nào cho việc " + workItemId + ".");
		problem.setTitle("Không tìm thấy phân công");
		return new ErrorResponseException(HttpStatus.NOT_FOUND, problem, null);
	}

	/**
	 * The latest decision, with the earlier ones in short.
	 */
	record WorkItemView(UUID workItemId, @Nullable String agentId, String summary, Instant decidedAt,
			@Nullable String decidedBy, String rulesVersion, @Nullable Instant endedAt,
			List<CandidateReason> candidates, List<EarlierView> earlier) {

		static WorkItemView of(List<AssignmentDecision> history) {
			AssignmentDecision latest = history.get(0);
			return new WorkItemView(latest.workItemId(), latest.agentId().orElse(null), latest.summary(),
					latest.decidedAt(), latest.decidedBy().orElse(null), latest.rulesVersion(),
					latest.endedAt().orElse(null), latest.candidates(),
					history.stream().skip(1).map(EarlierView::of).toList());
		}
	}

	/**
	 * An earlier decision in short.
	 */
	record EarlierView(@Nullable String agentId, String summary, Instant decidedAt, @Nullable Instant endedAt) {

		static EarlierView of(AssignmentDecision decision) {
			return new EarlierView(decision.agentId().orElse(null), decision.summary(), decision.decidedAt(),
					decision.endedAt().orElse(null));
		}
	}

}
