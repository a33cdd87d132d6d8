package vn.careflow.planning;

import java.net.URI;
import java.security.Principal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets a team lead ask for a plan of the team's days, see why it is as it is, and decide
 * about it item by item.
 */
@RestController
@RequestMapping("/api/day-plans")
@Tag(name = "Kế hoạch ngày")
class DayPlansController {

	private final DayPlans plans;

	DayPlansController(DayPlans plans) {
		this.plans = plans;
	}

	@PostMapping
	@Operation(summary = "Yêu cầu lập kế hoạch; kế hoạch được tính ở nền, xem kết quả ở Location")
	ResponseEntity<DayPlan> request(Principal me, @Valid @RequestBody NewDayPlan wanted) {
		DayPlan plan = this.plans.request(UUID.randomUUID(), wanted.teamId(), wanted.days(), me.getName());
		return ResponseEntity.accepted().location(URI.create("/api/day-plans/" + plan.id())).body(plan);
	}

	@GetMapping
	@Operation(summary = "Liệt kê kế hoạch, mới nhất trước")
	DayPlanPage list(@RequestParam(required = false) @Nullable String teamId,
			@RequestParam(defaultValue = "0") @Min(0) @Max(100_000) int page,
			@RequestParam(defaultValue = "20") @Min(1) @Max(200) int size) {
		return new DayPlanPage(this.plans.latest(teamId, page, size), page, size, this.plans.count(teamId));
	}

	@GetMapping("/{planId}")
	@Operation(summary = "Xem kế hoạch với từng đề xuất và lý do")
	DayPlanView show(@PathVariable UUID planId) {
		return new DayPlanView(this.plans.get(planId), this.plans.items(planId));
	}

	@PostMapping("/{planId}/items/{no}/accept")
	@Operation(summary = "Chấp nhận một đề xuất")
	DayPlanItem accept(Principal me, @PathVariable UUID planId, @PathVariable int no) {
		return taken(this.plans.accept(planId, no, me.getName()));
	}

	@PostMapping("/{planId}/items/{no}/reject")
	@Operation(summary = "Từ chối một đề xuất; lần liên hệ giữ nguyên")
	DayPlanItem reject(Principal me, @PathVariable UUID planId, @PathVariable int no,
			@Valid @RequestBody(required = false) @Nullable Rejection rejection) {
		return taken(this.plans.reject(planId, no, (rejection != null) ? rejection.reason() : null, me.getName()));
	}

	@PostMapping("/{planId}/items/{no}/change")
	@Operation(summary = "Chọn người và giờ khác; bị từ chối nếu trái một quy định bắt buộc")
	DayPlanItem change(Principal me, @PathVariable UUID planId, @PathVariable int no,
			@Valid @RequestBody Change change) {
		return taken(this.plans.change(planId, no, change.agentId(), change.slotAt().toInstant(), me.getName()));
	}

	@PostMapping("/{planId}/accept")
	@Operation(summary = "Chấp nhận mọi đề xuất chưa quyết định")
	DayPlanView acceptAll(Principal me, @PathVariable UUID planId) {
		this.plans.get(planId);
		this.plans.acceptAll(planId, me.getName());
		return show(planId);
	}

	@PostMapping("/{planId}/apply")
	@Operation(summary = "Thực hiện những đề xuất đã chấp nhận hoặc đã đổi, và đóng kế hoạch")
	DayPlanView apply(@PathVariable UUID planId) {
		this.plans.conclude(planId);
		return show(planId);
	}

	private static DayPlanItem taken(ItemDecision decision) {
		if (!decision.isTaken()) {
			throw DayPlanProblem.refused(decision.refused());
		}
		return decision.item();
	}

	/**
	 * What is asked for.
	 *
	 * @param days how many working days
	 */
	record NewDayPlan(@NotBlank @Size(max = 64) String teamId, @Min(1) @Max(31) int days) {
	}

	/**
	 * Why a change is not wanted.
	 */
	record Rejection(@Nullable @Size(max = 1000) String reason) {
	}

	/**
	 * What is wanted instead.
	 */
	record Change(@NotBlank @Size(max = 64) String agentId, @NotNull OffsetDateTime slotAt) {
	}

	/**
	 * A plan with what it would change.
	 */
	record DayPlanView(DayPlan plan, List<DayPlanItem> items) {
	}

	/**
	 * Some plans.
	 */
	record DayPlanPage(List<DayPlan> items, int page, int size, long total) {
	}

}
