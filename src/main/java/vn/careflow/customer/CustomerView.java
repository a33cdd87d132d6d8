package vn.careflow.customer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * A customer as JSON shows them: what was entered and, beside it, what care found out.
 *
 * @param id stable identity
 * @param number what people say on the phone
 * @param version to be sent back with a change
 * @param entered what people entered
 * @param group the care group
 * @param potential how likely they buy
 * @param potentialScore 0 to 100
 * @param potentialReason why
 * @param lifecycle where they stand
 * @param purchases orders so far
 * @param lastPurchaseAt when they last bought
 * @param lastContactAt when somebody last spoke with them
 * @param lastOutcome how the latest opportunity ended
 * @param optedOutAt since when they refuse care
 * @param registeredAt when the record began
 * @param changedAt when it was last changed
 * @param possibleDuplicates other records that share a phone, an e-mail or an identity;
 * only where a single customer is shown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CustomerView(UUID id, String number, int version, @JsonUnwrapped CustomerInput entered, CustomerGroup group,
		Potential potential, int potentialScore, @Nullable String potentialReason, Lifecycle lifecycle, int purchases,
		@Nullable Instant lastPurchaseAt, @Nullable Instant lastContactAt, String lastOutcome,
		@Nullable Instant optedOutAt, Instant registeredAt, Instant changedAt,
		@Nullable List<DuplicateMatch> possibleDuplicates) {

	static CustomerView of(Customer customer) {
		return of(customer, null);
	}

	static CustomerView of(Customer customer, @Nullable List<DuplicateMatch> duplicates) {
		return new CustomerView(customer.id(), customer.number(), customer.version(), CustomerInput.of(customer),
				customer.group(), customer.potential(), customer.potentialScore(), customer.potentialReason(),
				customer.lifecycle(), customer.dealings().purchases(), customer.dealings().lastPurchaseAt(),
				customer.dealings().lastContactAt(), customer.dealings().lastOutcome(), customer.optedOutAt(),
				customer.registeredAt(), customer.changedAt(), duplicates);
	}

}
