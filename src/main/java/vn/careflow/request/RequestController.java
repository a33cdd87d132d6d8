package vn.careflow.request;

import java.net.URI;
import java.util.Set;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import vn.careflow.customer.Customers;
import vn.careflow.customer.Page;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets other systems hand requests over, look at them and take them back.
 */
@RestController
@RequestMapping("/api/requests")
@Tag(name = "Yêu cầu")
class RequestController {

	private final Requests requests;

	private final Customers customers;

	RequestController(Requests requests, Customers customers) {
		this.requests = requests;
		this.customers = customers;
	}

	@PostMapping
	@Operation(summary = "Gửi yêu cầu; cùng source và externalId thì trả về yêu cầu đã có")
	ResponseEntity<RequestView> receive(@Valid @RequestBody RequestPayload payload) {
		NewRequest asked = payload.of(CustomerNamed.in(this.customers, payload.customer()));
		Request request = receiveOnce(asked);
		RequestView view = RequestView.of(request);
		boolean isNew = request.id().equals(asked.id());
		return isNew ? ResponseEntity.created(URI.create("/api/requests/" + request.id())).body(view)
				: ResponseEntity.ok(view);
	}

	@GetMapping
	@Operation(summary = "Liệt kê yêu cầu, mới nhất trước")
	Page<RequestView> list(@RequestParam(defaultValue = "") Set<RequestStatus> status,
			@RequestParam(required = false) @Nullable RequestKind kind,
			@RequestParam(required = false) @Nullable String customer,
			@RequestParam(required = false) @Nullable String agentId, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "20") int size) {
		UUID customerId = CustomerNamed.inFilter(this.customers, customer);
		RequestFilter filter = new RequestFilter(status, kind, customerId, agentId);
		return Paging.shown(this.requests.page(filter, Paging.asked(page, size)), RequestView::of);
	}

	@GetMapping("/{reference}")
	@Operation(summary = "Xem một yêu cầu theo id hoặc số (YC000001)")
	RequestView show(@PathVariable String reference) {
		Request request = byReference(reference);
		return RequestView.of(request, this.requests.cyclesOf(request.id()), this.requests.answersOf(request.id()));
	}

	@PostMapping("/{reference}/withdrawal")
	@Operation(summary = "Khách rút yêu cầu; gửi lại lần nữa không thay đổi gì")
	RequestView withdraw(@PathVariable String reference, @Valid @RequestBody Withdrawal withdrawal) {
		UUID requestId = byReference(reference).id();
		this.requests.withdraw(requestId, withdrawal.reason());
		return RequestView.of(this.requests.get(requestId));
	}

	@PutMapping("/{reference}/priority")
	@Operation(summary = "Đổi mức ưu tiên, có lý do; hạn xử lý đổi theo, thời gian đã dùng được giữ")
	RequestView prioritise(@PathVariable String reference, @Valid @RequestBody Prioritisation wanted) {
		UUID requestId = byReference(reference).id();
		this.requests.prioritise(requestId, wanted.priority(), wanted.reason());
		return RequestView.of(this.requests.get(requestId));
	}

	@PutMapping("/{reference}/product")
	@Operation(summary = "Đổi sản phẩm của yêu cầu; quy tắc phân công được xét lại")
	RequestView concern(@PathVariable String reference, @Valid @RequestBody Concern wanted) {
		UUID requestId = byReference(reference).id();
		this.requests.concern(requestId, wanted.product());
		return RequestView.of(this.requests.get(requestId));
	}

	private Request byReference(String reference) {
		return this.requests.findByReference(reference).orElseThrow(() -> new UnknownRequest(reference));
	}

	/** Of two that come at once the database takes one; the other is then known. */
	private Request receiveOnce(NewRequest asked) {
		try {
			return this.requests.receive(asked);
		}
		catch (DuplicateKeyException ex) {
			return this.requests.known(asked).orElseThrow(() -> ex);
		}
	}

	/**
	 * A priority that somebody sets instead of the rule.
	 *
	 * @param reason why the rule does not fit this request
	 */
	record Prioritisation(@NotNull(message = "Hãy chọn mức ưu tiên.") Priority priority,
			@NotBlank(message = "Hãy cho biết lý do đổi mức ưu tiên.") @Size(max = NewRequest.LONGEST_TEXT,
					message = "Lý do dài tối đa {max} ký tự.") String reason) {

	}

	/**
	 * What a request is really about.
	 *
	 * @param product code of the product, null for none
	 */
	record Concern(@Size(min = 1, max = NewRequest.LONGEST_REFERENCE,
			message = "Mã sản phẩm dài từ {min} đến {max} ký tự.") @Nullable String product) {

	}

	/**
	 * Why the customer takes a request back.
	 *
	 * @param reason in the customer's words
	 */
	record Withdrawal(@NotBlank(message = "Hãy cho biết lý do rút yêu cầu.") @Size(max = NewRequest.LONGEST_TEXT,
			message = "Lý do dài tối đa {max} ký tự.") String reason) {

	}

}
