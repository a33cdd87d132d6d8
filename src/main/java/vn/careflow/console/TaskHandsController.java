package vn.careflow.console;

import java.security.Principal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import vn.careflow.process.CaseHands;
import vn.careflow.process.HandAnswer;
import vn.careflow.staff.Agent;
import vn.careflow.staff.Staff;

/**
 * Lets whoever has a task give it back or pass it on.
 */
@RestController
@RequestMapping("/api/tasks/{taskId}")
@Tag(name = "Phân công")
class TaskHandsController {

	static final int LONGEST_REASON = 1000;

	private final CaseHands hands;

	private final Staff staff;

	TaskHandsController(CaseHands hands, Staff staff) {
		this.hands = hands;
		this.staff = staff;
	}

	@PostMapping("/give-back")
	@Operation(summary = "Trả lại việc, có lý do; quy tắc chọn người khác, không có ai thì việc chờ trong nhóm")
	HandsView giveBack(Principal me, @PathVariable String taskId, @Valid @RequestBody Return wanted) {
		return given(this.hands.giveBack(taskId, me.getName(), wanted.reason()));
	}

	@PostMapping("/pass-on")
	@Operation(summary = "Chuyển việc cho đồng nghiệp, có lý do; người nhận phải đủ điều kiện theo quy tắc")
	HandsView passOn(Principal me, @PathVariable String taskId, @Valid @RequestBody Transfer wanted) {
		return given(this.hands.passOn(taskId, wanted.agentId(), me.getName(), wanted.reason()));
	}

	private HandsView given(HandAnswer answer) {
		if (answer instanceof HandAnswer.Refused refused) {
			throw HandsProblem.refused(refused.reasons());
		}
		HandAnswer.Given given = (HandAnswer.Given) answer;
		return new HandsView(given.from(), name(given.from()), given.to(), name(given.to()), given.why());
	}

	private @Nullable String name(@Nullable String agentId) {
		return (agentId != null) ? this.staff.find(agentId).map(Agent::name).orElse(agentId) : null;
	}

	/**
	 * Why a task is given back.
	 */
	record Return(@NotBlank(message = "Hãy cho biết lý do trả lại việc.") @Size(max = LONGEST_REASON,
			message = "Lý do dài tối đa {max} ký tự.") String reason) {
	}

	/**
	 * To whom a task is passed on, and why.
	 *
	 * @param agentId the user id of the colleague
	 */
	record Transfer(
			@NotBlank(message = "Hãy chọn người nhận.") @Size(max = 64,
					message = "Mã nhân viên dài tối đa {max} ký tự.") String agentId,
			@NotBlank(message = "Hãy cho biết lý do chuyển việc.") @Size(max = LONGEST_REASON,
					message = "Lý do dài tối đa {max} ký tự.") String reason) {
	}

	/**
	 * Who had it and who has it now.
	 *
	 * @param to null when it waits in the team's queue
	 * @param why the reason as the history keeps it
	 */
	record HandsView(@Nullable String from, @Nullable String fromName, @Nullable String to, @Nullable String toName,
			String why) {
	}

}
