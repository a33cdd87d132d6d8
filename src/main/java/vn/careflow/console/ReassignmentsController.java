package vn.careflow.console;

import java.security.Principal;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import vn.careflow.process.CaseHands;
import vn.careflow.process.HandProposal;
import vn.careflow.process.HandResult;
import vn.careflow.staff.Agent;
import vn.careflow.staff.Staff;

/**
 * Lets a team lead reassign one task or many: a look at what would happen first, then do.
 */
@RestController
@RequestMapping("/api/reassignments")
@Tag(name = "Phân công")
class ReassignmentsController {

	private static final int MOST = 200;

	private final CaseHands hands;

	private final Staff staff;

	ReassignmentsController(CaseHands hands, Staff staff) {
		this.hands = hands;
		this.staff = staff;
	}

	@PostMapping("/preview")
	@Operation(summary = "Xem trước: mỗi việc sẽ về ai, vì sao; chưa thay đổi gì")
	Preview preview(Principal me, @Valid @RequestBody Wanted wanted) {
		return new Preview(this.hands.preview(wanted.taskIds(), wanted.agentId(), me.getName())
			.stream()
			.map(this::shown)
			.toList());
	}

	@PostMapping
	@Operation(summary = "Chuyển các việc, mỗi việc riêng; agentId để trống thì quy tắc chọn người cho từng việc")
	Outcome reassign(Principal me, @Valid @RequestBody Ordered wanted) {
		List<ResultView> results = this.hands
			.reassignAll(wanted.taskIds(), wanted.agentId(), me.getName(), wanted.reason())
			.stream()
			.map(this::shown)
			.toList();
		long moved = results.stream().filter(ResultView::moved).count();
		return new Outcome(results, (int) moved, results.size() - (int) moved);
	}

	private ProposalView shown(HandProposal proposal) {
		return new ProposalView(proposal.taskId(), proposal.caseId(), proposal.title(), proposal.from(),
				name(proposal.from()), proposal.to(), name(proposal.to()), proposal.why(), proposal.objection());
	}

	private ResultView shown(HandResult result) {
		return new ResultView(result.taskId(), result.caseId(), result.title(), result.from(), name(result.from()),
				result.to(), name(result.to()), result.moved(), result.message());
	}

	private @Nullable String name(@Nullable String agentId) {
		return (agentId != null) ? this.staff.find(agentId).map(Agent::name).orElse(agentId) : null;
	}

	/**
	 * What is to be looked at.
	 *
	 * @param taskIds the tasks
	 * @param agentId who shall have them, null when the rules decide about each
	 * @param reason why, may still be missing
	 */
	record Wanted(
			@NotEmpty(message = "Hãy chọn ít nhất một việc.") @Size(max = MOST,
					message = "Mỗi lần chuyển tối đa {max} việc.") List<@NotBlank @Size(max = 64) String> taskIds,
			@Size(min = 1, max = 64, message = "Mã nhân viên dài tối đa {max} ký tự.") @Nullable String agentId,
			@Size(max = TaskHandsController.LONGEST_REASON,
					message = "Lý do dài tối đa {max} ký tự.") @Nullable String reason) {
	}

	/**
	 * What is to be done.
	 */
	record Ordered(
			@NotEmpty(message = "Hãy chọn ít nhất một việc.") @Size(max = MOST,
					message = "Mỗi lần chuyển tối đa {max} việc.") List<@NotBlank @Size(max = 64) String> taskIds,
			@Size(min = 1, max = 64, message = "Mã nhân viên dài tối đa {max} ký tự.") @Nullable String agentId,
			@NotBlank(message = "Hãy cho biết lý do chuyển việc.") @Size(max = TaskHandsController.LONGEST_REASON,
					message = "Lý do dài tối đa {max} ký tự.") String reason) {
	}

	/**
	 * What would become of each task.
	 */
	record Preview(List<ProposalView> items) {
	}

	/**
	 * What would become of one task.
	 *
	 * @param objection why it cannot be done, null when it can
	 */
	record ProposalView(String taskId, @Nullable UUID caseId, String title, @Nullable String from,
			@Nullable String fromName, @Nullable String to, @Nullable String toName, String why,
			@Nullable String objection) {
	}

	/**
	 * What became of all of them.
	 */
	record Outcome(List<ResultView> items, int moved, int unmoved) {
	}

	/**
	 * What became of one task.
	 */
	record ResultView(String taskId, @Nullable UUID caseId, String title, @Nullable String from,
			@Nullable String fromName, @Nullable String to, @Nullable String toName, boolean moved, String message) {
	}

}
