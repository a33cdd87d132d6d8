package vn.careflow.opportunity;

import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An opportunity as another system hands it over.
 *
 * @param source the system, {@code api} where left out
 * @param externalId its identity there: sent again, it is the same opportunity
 * @param customer id, number, phone, e-mail or external id
 * @param productInterest code of the product that may serve the need
 */
record OpportunityPayload(//
		@Size(max = Texts.LONGEST_REFERENCE, message = "Nguồn dài tối đa {max} ký tự.") @Nullable String source,
		@Size(max = Texts.LONGEST_REFERENCE, message = "Mã ngoài dài tối đa {max} ký tự.") @Nullable String externalId,
		@NotBlank(message = "Hãy cho biết khách hàng: mã, số điện thoại, e-mail hoặc mã ngoài.") String customer,
		@NotBlank(message = "Hãy nhập nhu cầu của khách hàng.") @Size(max = NewOpportunity.LONGEST_NEED,
				message = "Nhu cầu dài tối đa {max} ký tự.") String need,
		@Size(max = Texts.LONGEST_REFERENCE,
				message = "Mã sản phẩm dài tối đa {max} ký tự.") @Nullable String productInterest) {

	/**
	 * With an id of its own, so that an answer with another id is one that was there
	 * before.
	 */
	NewOpportunity of(UUID customerId) {
		String system = (this.source != null && !this.source.isBlank()) ? this.source : "api";
		return new NewOpportunity(UUID.randomUUID(), system, this.externalId, customerId, this.need,
				this.productInterest);
	}

}
