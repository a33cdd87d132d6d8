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
 * Lets other systems open opportunities and see what became of them.
 */
@RestController
@RequestMapping("/api/opportunities")
@Tag(name = "Cơ hội")
class OpportunityController {

	private final Opportunities opportunities;

	private final Customers customers;

	OpportunityController(Opportunities opportunities, Customers customers) {
		this.opportunities = opportunities;
		this.customers = customers;
	}

	@PostMapping
	@Operation(summary = "Mở cơ hội; cùng nhu cầu đang mở hoặc cùng externalId thì trả về cơ hội đã có")
	ResponseEntity<OpportunityView> receive(@Valid @RequestBody OpportunityPayload payload) {
		NewOpportunity wanted = payload.of(CustomerNamed.in(this.customers, payload.customer()));
		Opportunity opportunity = receiveOnce(wanted);
		OpportunityView view = OpportunityView.of(opportunity);
		boolean isNew = opportunity.id().equals(wanted.id());
		return isNew ? ResponseEntity.created(URI.create("/api/opportunities/" + opportunity.id())).body(view)
				: ResponseEntity.ok(view);
	}

	@GetMapping
	@Operation(summary = "Liệt kê cơ hội, mới nhất trước")
	Page<OpportunityView> list(@RequestParam(required = false) @Nullable Boolean open,
			@RequestParam(required = false) @Nullable OpportunityOutcome outcome,
			@RequestParam(required = false) @Nullable String customer, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "20") int size) {
		UUID customerId = CustomerNamed.inFilter(this.customers, customer);
		OpportunityFilter filter = new OpportunityFilter(open, outcome, customerId);
		return Paging.shown(this.opportunities.page(filter, Paging.asked(page, size)), OpportunityView::of);
	}

	@GetMapping("/{opportunityId}")
	@Operation(summary = "Xem một cơ hội")
	OpportunityView show(@PathVariable UUID opportunityId) {
		return OpportunityView.of(this.opportunities.get(opportunityId));
	}

	/** Of two that come at once the database takes one; the other is then known. */
	private Opportunity receiveOnce(NewOpportunity wanted) {
		try {
			return this.opportunities.receive(wanted);
		}
		catch (DuplicateKeyException ex) {
			return this.opportunities.known(wanted).orElseThrow(() -> ex);
		}
	}

}
