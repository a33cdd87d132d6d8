package vn.careflow.customer;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows and sets when a customer is cared for, and starts a cycle at somebody's wish. */
@RestController
@RequestMapping("/api")
@Tag(name = "Kỳ chăm sóc")
class CareCycleController {

	private final Customers customers;

	private final CarePlans plans;

	CareCycleController(Customers customers, CarePlans plans) {
		this.customers = customers;
		this.plans = plans;
	}

	@GetMapping("/customers/{customerId}/care-plan")
	@Operation(summary = "Lần chăm sóc kế tiếp của khách hàng; 204 khi chưa hẹn lần nào")
	ResponseEntity<CarePlan> plan(@PathVariable UUID customerId) {
		this.customers.get(customerId);
		return this.plans.planOf(customerId).map(ResponseEntity::ok).orElse(ResponseEntity.noContent().build());
	}

	@PutMapping("/customers/{customerId}/care-plan")
	@Operation(summary = "Hẹn lần chăm sóc kế tiếp")
	CarePlan planNext(@PathVariable UUID customerId, @RequestBody NextCycle next) {
		if (next.nextCycleAt() == null) {
			throw new InvalidInput("nextCycleAt", "Không được để trống.");
		}
		String reason = Required.text("reason", next.reason(), LimitedText.REASON);
		if (!this.plans.planNext(customerId, next.nextCycleAt(), reason)) {
			throw new CareRefused(customerId);
		}
		return this.plans.planOf(customerId).orElseThrow();
	}

	@PostMapping("/customers/{customerId}/care-cycles")
	@Operation(summary = "Bắt đầu một kỳ chăm sóc ngay; kỳ đang mở thì trả về kỳ đó")
	ResponseEntity<CareCycle> begin(@PathVariable UUID customerId) {
		RequestedCycle requested = this.plans.request(customerId).orElseThrow(() -> new CareRefused(customerId));
		CareCycle cycle = requested.cycle();
		return requested.isNew() ? ResponseEntity.created(URI.create("/api/care-cycles/" + cycle.id())).body(cycle)
				: ResponseEntity.ok(cycle);
	}

	@GetMapping("/customers/{customerId}/care-cycles")
	@Operation(summary = "Các kỳ chăm sóc của khách hàng, mới nhất trước")
	Page<CareCycle> cycles(@PathVariable UUID customerId, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "20") int size) {
		PageLimits.check(page, size);
		this.customers.get(customerId);
		return this.plans.cyclesOf(customerId, page, size);
	}

	@GetMapping("/care-cycles/{cycleId}")
	@Operation(summary = "Xem một kỳ chăm sóc")
	CareCycle cycle(@PathVariable UUID cycleId) {
		return this.plans.get(cycleId);
	}

	/**
	 * When to care next.
	 *
	 * @param nextCycleAt the moment, ISO 8601 with offset
	 * @param reason why then, at most 500 characters
	 */
	record NextCycle(@Nullable Instant nextCycleAt, @Nullable String reason) {

	}

}
