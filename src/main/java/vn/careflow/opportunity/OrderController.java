package vn.careflow.opportunity;

import java.net.URI;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import vn.careflow.customer.Customers;
import vn.careflow.customer.Page;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets shops hand orders over, so that care follows a sale.
 */
@RestController
@RequestMapping("/api/orders")
@Tag(name = "Đơn hàng")
class OrderController {

	private final Orders orders;

	private final Customers customers;

	OrderController(Orders orders, Customers customers) {
		this.orders = orders;
		this.customers = customers;
	}

	@PostMapping
	@Operation(summary = "Gửi đơn hàng; cùng source và externalId thì trả về đơn đã có")
	ResponseEntity<OrderView> place(@Valid @RequestBody OrderPayload payload) {
		NewOrder wanted = payload.of(CustomerNamed.in(this.customers, payload.customer()));
		CustomerOrder order = placeOnce(wanted);
		OrderView view = OrderView.of(order);
		boolean isNew = order.id().equals(wanted.id());
		return isNew ? ResponseEntity.created(URI.create("/api/orders/" + order.id())).body(view)
				: ResponseEntity.ok(view);
	}

	@GetMapping
	@Operation(summary = "Liệt kê đơn hàng, mới nhất trước")
	Page<OrderView> list(@RequestParam(required = false) @Nullable String customer,
			@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size) {
		UUID customerId = CustomerNamed.inFilter(this.customers, customer);
		return Paging.shown(this.orders.page(customerId, Paging.asked(page, size)), OrderView::of);
	}

	@GetMapping("/{orderId}")
	@Operation(summary = "Xem một đơn hàng")
	OrderView show(@PathVariable UUID orderId) {
		return OrderView.of(this.orders.get(orderId));
	}

	/** Of two that come at once the database takes one; the other is then known. */
	private CustomerOrder placeOnce(NewOrder wanted) {
		try {
			return this.orders.place(wanted);
		}
		catch (DuplicateKeyException ex) {
			return this.orders.known(wanted).orElseThrow(() -> ex);
		}
	}

}
