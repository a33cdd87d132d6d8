package vn.careflow.opportunity;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An order as a shop hands it over.
 *
 * @param source the shop, {@code api} where left out
 * @param externalId its number there: sent again, it is the same order
 * @param customer id, number, phone, e-mail or external id
 * @param product code of what was bought
 * @param amount in whole VND
 * @param placedAt now where left out
 */
record OrderPayload(//
		@Size(max = Texts.LONGEST_REFERENCE, message = "Nguồn dài tối đa {max} ký tự.") @Nullable String source,
		@NotBlank(message = "Hãy gửi mã đơn hàng ở hệ thống bán.") @Size(max = Texts.LONGEST_REFERENCE,
				message = "Mã đơn hàng dài tối đa {max} ký tự.") String externalId,
		@NotBlank(message = "Hãy cho biết khách hàng: mã, số điện thoại, e-mail hoặc mã ngoài.") String customer,
		@NotBlank(message = "Hãy gửi mã sản phẩm.") @Size(max = Texts.LONGEST_REFERENCE,
				message = "Mã sản phẩm dài tối đa {max} ký tự.") String product,
		@NotNull(message = "Hãy gửi số tiền.") @PositiveOrZero(message = "Số tiền không được âm.") @Digits(integer = 15,
				fraction = 0, message = "Số tiền là số nguyên đồng, tối đa {integer} chữ số.") BigDecimal amount,
		@Nullable Instant placedAt) {

	/**
	 * With an id of its own, so that an answer with another id is one that was there
	 * before.
	 */
	NewOrder of(UUID customerId) {
		String shop = (this.source != null && !this.source.isBlank()) ? this.source : "api";
		return new NewOrder(UUID.randomUUID(), shop, this.externalId, customerId, this.product, this.amount,
				this.placedAt);
	}

}
