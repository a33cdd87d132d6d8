package vn.careflow.customer;

import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes in, finds, shows and changes customers. */
@RestController
@RequestMapping("/api/customers")
@Tag(name = "Khách hàng")
class CustomerController {

	private static final int MAX_NOTE = 20_000;

	private final Customers customers;

	private final Timeline timeline;

	private final CustomerJson json;

	private final Clock clock;

	CustomerController(Customers customers, Timeline timeline, CustomerJson json, Clock clock) {
		this.customers = customers;
		this.timeline = timeline;
		this.json = json;
		this.clock = clock;
	}

	@PostMapping
	@Operation(summary = "Thêm khách hàng; cùng source và externalId thì trả về khách hàng đã có",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(
					content = @Content(schema = @Schema(implementation = CustomerInput.class))))
	ResponseEntity<CustomerView> register(@RequestBody ObjectNode body) {
		NewCustomer customer = this.json.newCustomer(body);
		Registration registration = registerOnce(customer);
		CustomerView view = single(registration.customer());
		return registration.isNew() ? ResponseEntity.created(URI.create("/api/customers/" + view.id())).body(view)
				: ResponseEntity.ok(view);
	}

	@GetMapping
	@Operation(summary = "Tìm và liệt kê khách hàng, mới nhất trước")
	Page<CustomerView> list(@RequestParam(required = false) @Nullable String q,
			@RequestParam(required = false) @Nullable Lifecycle lifecycle,
			@RequestParam(required = false) @Nullable CustomerGroup group,
			@RequestParam(required = false) @Nullable Potential potential,
			@RequestParam(required = false) @Nullable String ownerId, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "20") int size) {
		PageLimits.check(page, size);
		return this.customers.page(new CustomerSearch(q, lifecycle, group, potential, ownerId), page, size)
			.map(CustomerView::of);
	}

	@GetMapping("/{customerId}")
	@Operation(summary = "Xem một khách hàng")
	CustomerView show(@PathVariable UUID customerId) {
		return single(this.customers.get(customerId));
	}

	@PatchMapping("/{customerId}")
	@Operation(summary = "Sửa khách hàng: chỉ gửi trường cần sửa, null để xoá; kèm version để không ghi đè người khác",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(
					content = @Content(schema = @Schema(implementation = CustomerInput.class))))
	CustomerView change(@PathVariable UUID customerId, @RequestBody ObjectNode patch, @Nullable Principal principal) {
		Customer customer = this.customers.get(customerId);
		int version = versionOf(patch.remove("version"), customer);
		CustomerProfile profile = this.json.changed(customer, patch);
		String by = (principal != null) ? principal.getName() : "hệ thống";
		return single(this.customers.change(customerId, version, profile, "Sửa bởi " + by));
	}

	@GetMapping("/{customerId}/duplicates")
	@Operation(summary = "Các hồ sơ có chung số điện thoại, e-mail hoặc tài khoản")
	List<DuplicateMatch> duplicates(@PathVariable UUID customerId) {
		this.customers.get(customerId);
		return this.customers.duplicatesOf(customerId);
	}

	@GetMapping("/{customerId}/timeline")
	@Operation(summary = "Dòng thời gian của khách hàng, mới nhất trước")
	Page<TimelineEntry> timeline(@PathVariable UUID customerId, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "20") int size) {
		PageLimits.check(page, size);
		this.customers.get(customerId);
		return this.timeline.page(customerId, page, size);
	}

	@PostMapping("/{customerId}/notes")
	@Operation(summary = "Ghi chú vào dòng thời gian")
	ResponseEntity<TimelineEntry> note(@PathVariable UUID customerId, @RequestBody Note note,
			@Nullable Principal principal) {
		String text = Required.text("text", note.text(), MAX_NOTE);
		this.customers.get(customerId);
		TimelineEntry entry = TimelineEntry.of(customerId, TimelineKind.NOTE, SqlTime.now(this.clock), text)
			.withDetail((text.length() > TimelineEntry.MAX_SUMMARY) ? text : null)
			.by((principal != null) ? principal.getName() : null);
		this.timeline.record(entry);
		return ResponseEntity.created(URI.create("/api/customers/" + customerId + "/timeline")).body(entry);
	}

	@PostMapping("/{customerId}/opt-out")
	@Operation(summary = "Khách hàng từ chối chăm sóc: dừng mọi việc đang chạy cho họ")
	CustomerView optOut(@PathVariable UUID customerId, @RequestBody Reason reason) {
		this.customers.optOut(customerId, Required.text("reason", reason.reason(), LimitedText.REASON));
		return single(this.customers.get(customerId));
	}

	@GetMapping("/{customerId}/owners")
	@Operation(summary = "Những người đã và đang phụ trách khách hàng")
	List<OwnerPeriod> owners(@PathVariable UUID customerId) {
		this.customers.get(customerId);
		return this.customers.ownersOf(customerId);
	}

	@PutMapping("/{customerId}/owner")
	@Operation(summary = "Đổi người phụ trách")
	CustomerView changeOwner(@PathVariable UUID customerId, @RequestBody NewOwner owner) {
		this.customers.changeOwner(customerId, Required.text("agentId", owner.agentId(), NewCustomer.MAX_OWNER_ID),
				Required.text("reason", owner.reason(), LimitedText.REASON));
		return single(this.customers.get(customerId));
	}

	/**
	 * Two senders may hand over the same customer at the same moment: one of them wins.
	 */
	private Registration registerOnce(NewCustomer customer) {
		try {
			return this.customers.register(customer);
		}
		catch (DuplicateKeyException ex) {
			return this.customers.register(customer);
		}
	}

	private CustomerView single(Customer customer) {
		return CustomerView.of(customer, this.customers.duplicatesOf(customer.id()));
	}

	private static int versionOf(@Nullable JsonNode version, Customer customer) {
		if (version == null) {
			return customer.version();
		}
		if (!version.isInt()) {
			throw new InvalidInput("version", "Phải là số phiên bản đã đọc.");
		}
		return version.intValue();
	}

	/**
	 * A note to keep.
	 *
	 * @param text free text, at most 20,000 characters
	 */
	record Note(@Nullable String text) {

	}

	/**
	 * Why something is done.
	 *
	 * @param reason at most 500 characters
	 */
	record Reason(@Nullable String reason) {

	}

	/**
	 * Who takes over.
	 *
	 * @param agentId the agent
	 * @param reason at most 500 characters
	 */
	record NewOwner(@Nullable String agentId, @Nullable String reason) {

	}

}
