package vn.careflow.customer;

import org.jspecify.annotations.Nullable;

/** Insists on a text that must be there. */
final class Required {

	private Required() {
	}

	static String text(String field, @Nullable String text, int max) {
		if (text == null || text.isBlank()) {
			throw new InvalidInput(field, "Không được để trống.");
		}
		if (text.length() > max) {
			throw new InvalidInput(field, "Có tối đa " + max + " ký tự, đang có " + text.length() + ".");
		}
		return text.strip();
	}

}
