package vn.careflow.request;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import vn.careflow.customer.Customer;
import vn.careflow.customer.Customers;

/**
 * Finds the customer that another system names in its own way: by id, number, phone,
 * e-mail or external id.
 */
final class CustomerNamed {

	private CustomerNamed() {
	}

	/**
	 * The customer's id; the field is refused where nobody is meant by it.
	 */
	static UUID in(Customers customers, String reference) {
		return asId(reference).flatMap(customers::find)
			.or(() -> customers.findByReference(reference))
			.map(Customer::id)
			.orElseThrow(() -> new FieldRefused("customer",
					"Không tìm thấy khách hàng: hãy gửi mã khách hàng, số điện thoại, e-mail hoặc mã ngoài đã đăng ký."));
	}

	static @Nullable UUID inFilter(Customers customers, @Nullable String reference) {
		return (reference != null && !reference.isBlank()) ? in(customers, reference) : null;
	}

	private static Optional<UUID> asId(String reference) {
		try {
			return Optional.of(UUID.fromString(reference.strip()));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
