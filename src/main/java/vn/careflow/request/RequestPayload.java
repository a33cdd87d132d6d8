package vn.careflow.request;

import java.util.Objects;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A request as another system hands it over.
 *
 * @param source the system, {@code api} where left out
 * @param externalId its identity there: sent again, it is the same request
 * @param customer id, number, phone, e-mail or external id
 * @param channel {@code API} where left out
 * @param product code of the product it is about
 * @param impact {@code MEDIUM} where left out
 * @param urgency {@code MEDIUM} where left out
 */
record RequestPayload(//
		@Size(max = NewRequest.LONGEST_REFERENCE, message = "Nguồn dài tối đa {max} ký tự.") @Nullable String source,
		@Size(max = NewRequest.LONGEST_REFERENCE,
				message = "Mã ngoài dài tối đa {max} ký tự.") @Nullable String externalId,
		@NotBlank(message = "Hãy cho biết khách hàng: mã, số điện thoại, e-mail hoặc mã ngoài.") String customer,
		@NotNull(message = "Hãy chọn loại yêu cầu: WARRANTY, SUPPORT hoặc COMPLAINT.") RequestKind kind,
		@NotBlank(message = "Hãy nhập tiêu đề.") @Size(max = NewRequest.LONGEST_SUBJECT,
				message = "Tiêu đề dài tối đa {max} ký tự.") String subject,
		@NotBlank(message = "Hãy nhập nội dung yêu cầu.") @Size(
				max = NewRequest.LONGEST_TEXT, message = "Nội dung dài tối đa {max} ký tự.") String description,
		@Nullable RequestChannel channel,
		@Size(max = NewRequest.LONGEST_REFERENCE,
				message = "Mã sản phẩm dài tối đa {max} ký tự.") @Nullable String product,
		@Nullable UUID orderId, @Nullable Level impact, @Nullable Level urgency) {

	/**
	 * With an id of its own, so that an answer with another id is one that was there
	 * before.
	 */
	NewRequest of(UUID customerId) {
		return NewRequest
			.of(customerId, this.kind, this.subject, this.description,
					Objects.requireNonNullElse(this.channel, RequestChannel.API))
			.withId(UUID.randomUUID())
			.from(sourceOr("api"), this.externalId)
			.about(this.product, this.orderId)
			.graded(Objects.requireNonNullElse(this.impact, Level.MEDIUM),
					Objects.requireNonNullElse(this.urgency, Level.MEDIUM));
	}

	private String sourceOr(String otherwise) {
		return (this.source != null && !this.source.isBlank()) ? this.source : otherwise;
	}

}
